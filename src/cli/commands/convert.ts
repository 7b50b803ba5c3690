import { basename } from 'node:path';
import type { Command } from 'commander';
import { WRITERS } from '../../io/writers/registry';
import { type ConvertOptions, convertCommand } from '../convert-command';
import { printConversion, printRejections, rejectedFile } from '../print-conversion';
import { many, speaking, type Terminal } from '../terminal';
import { writeWhole } from '../write-whole';

export function convert(terminal: Terminal): Command {
  return speaking('convert')
    .description('from any format that is read into the one that the ending of OUT asks for')
    .argument('<in>', 'any file that the app imports')
    .argument('<out>', `where to: ${WRITERS.map(({ ending }) => `.${ending}`).join(', ')}`)
    .option('--entity <type>', 'record type of the input, e.g. hydrant (default: recognised)')
    .option('--layer <name>', 'layer or sheet of the input (default: all)')
    .option('--crs <id>', 'coordinate system of the input: WGS84, GCJ02, BD09, EPSG:… (default: recognised)')
    .option('--to-crs <id>', 'coordinate system of the output', 'WGS84')
    .option('--map <field=column>', 'which column feeds a field; lon, lat and id are fields too; repeatable', many)
    .option('--where <column=value>', 'only rows with this value; repeatable', many)
    .option('--headers <style>', 'names of columns and values: codes, zh or en', 'codes')
    .option('--rejected <file>', 'write what was left out as CSV')
    .option('--json', 'result as JSON')
    .action((input: string, output: string, options: ConvertOptions & { json?: boolean; rejected?: string }) =>
      runConvert(input, output, options, terminal),
    );
}

async function runConvert(
  input: string,
  output: string,
  options: ConvertOptions & { json?: boolean; rejected?: string },
  { language, say, print }: Terminal,
): Promise<void> {
  const conversion = await convertCommand(input, output, options, say, progressOn(process.stderr));
  const file = basename(input);
  process.stderr.write(printRejections(file, conversion, language));
  if (options.rejected) await writeWhole(options.rejected, rejectedFile(file, conversion, language));
  for (const issue of conversion.issues) say(issue);
  print(options.json ? JSON.stringify(conversion) : printConversion(conversion, language));
}

/** A share that counts up on a terminal, and nothing where the output goes into a file. */
function progressOn(stream: NodeJS.WriteStream): (share: number) => void {
  return (share) => {
    if (stream.isTTY) stream.write(`\r${Math.round(100 * share)} %${share >= 1 ? '\n' : ''}`);
  };
}
