import { basename } from 'node:path';
import { Command, CommanderError } from 'commander';
import { issueOf } from '../base/issue';
import { WRITERS } from '../io/writers/registry';
import { type Language, sentence } from '../text/speak';
import { type ConvertOptions, convertCommand } from './convert-command';
import { type CoverageOptions, coverageCommand } from './coverage-command';
import { demoCommand } from './demo-command';
import { type ImportOptions, importCommand } from './import-command';
import type { Say } from './load';
import { printConversion, printRejections, rejectedFile } from './print-conversion';
import { printCoverage } from './print-coverage';
import { printImport } from './print-import';
import { BadInput, WrongUsage } from './usage';
import { writeWhole } from './write-whole';

const GOOD = 0;
const BAD_INPUT = 1;
const WRONG_USAGE = 2;

/** Runs the command line; returns the exit code: 0 good, 1 the input or the answer is bad, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const language = languageOf(args);
  const say: Say = (issue, where) => {
    process.stderr.write(`${where ? `${where}: ` : ''}${sentence(issue, language)}\n`);
  };
  try {
    await program(language, say).parseAsync([...args], { from: 'user' });
    return GOOD;
  } catch (error) {
    if (error instanceof BadInput) {
      say(error.issue);
      return BAD_INPUT;
    }
    if (error instanceof WrongUsage) {
      say(error.issue);
      return WRONG_USAGE;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? GOOD : WRONG_USAGE;
    say(issueOf('cli.unexpected', { detail: String((error as Error).message ?? error) }));
    return BAD_INPUT;
  }
}

function program(language: Language, say: Say): Command {
  const many = (value: string, before: readonly string[] = []): string[] => [...before, value];
  const root = new Command('shuantu')
    .description('栓图 · hydrant coverage and station response for fire brigades')
    .option('--lang <code>', 'language of words: zh or en (default: from LANG)')
    .exitOverride()
    .showHelpAfterError();
  root
    .command('coverage')
    .description('where no working hydrant is in reach')
    .option('--plan <file>', 'a plan (GeoPackage) to take everything from that no other option names')
    .option('--hydrants <file>', 'hydrants: any format that the app imports')
    .option('--district <file>', 'the district: polygons')
    .option('--buildings <file>', 'buildings: polygons')
    .option('--units <file>', 'key units: points')
    .option('--incidents <file>', 'incidents: points')
    .option('--subdistricts <file>', 'subdistricts: polygons, for the table of what is owed')
    .option('--roads <file>', 'roads: lines, for what the code asks for')
    .option('--radius <metres>', 'protection radius (default: the plan’s or the profile’s)')
    .option('--profile <id>', 'standard profile: cn, nfpa-iso, dvgw, uk (default: the plan’s or cn)')
    .option('--count-planned', 'count planned hydrants and those under construction')
    .option('--own-radii', 'use a hydrant’s own radius where the file gives one')
    .option('--as-of <day>', 'reference day for inspections and incidents, YYYY-MM-DD (default: the plan’s or today)')
    .option('--where <column=value>', 'only hydrants with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field; lon, lat and id are fields too; repeatable', many)
    .option(
      '--crs <system>',
      'coordinate system of the hydrants, such as EPSG:4547, GCJ02, WGS84; name=system for another file, e.g. district=EPSG:4547; repeatable',
      many,
    )
    .option('--out <file>', 'write the gaps as GeoJSON')
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action(async (options: CoverageOptions & { json?: boolean }, command: Command) => {
      if (!options.plan && !(options.hydrants && options.district))
        command.error('error: give --plan, or --hydrants and --district');
      const { report, answer } = await coverageCommand(options, say);
      process.stdout.write(`${options.json ? JSON.stringify(report) : printCoverage(answer, language)}\n`);
    });
  root
    .command('convert')
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
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action((input: string, output: string, options: ConvertOptions & { json?: boolean; rejected?: string }) =>
      runConvert(input, output, options, language, say),
    );
  root
    .command('import')
    .description('take the records of a file into a plan; the plan is made when it is not there')
    .argument('<file>', 'any format that the app imports')
    .requiredOption('--plan <file>', 'the plan (GeoPackage)')
    .requiredOption('--as <type>', 'what the records are, e.g. hydrant, district, building, roadSegment')
    .option('--mode <mode>', 'add, update (by number or id) or replace', 'add')
    .option('--crs <system>', 'coordinate system of the file (default: recognised)')
    .option('--where <column=value>', 'only records with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field; lon, lat and id are fields too; repeatable', many)
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action(async (file: string, options: ImportOptions & { json?: boolean }) => {
      const report = await importCommand(file, options, say);
      process.stdout.write(`${options.json ? JSON.stringify(report) : printImport(report, language)}\n`);
    });
  root
    .command('demo')
    .description('write the demonstration zone as files')
    .argument('<folder>', 'where to')
    .option('--plan <file>', 'write it as a plan (GeoPackage) too')
    .option('--lang <code>', 'language of words: zh or en')
    .exitOverride()
    .action(async (folder: string, { plan }: { plan?: string }) => {
      for (const path of await demoCommand(folder, plan)) process.stdout.write(`${path}\n`);
    });
  return root;
}

async function runConvert(
  input: string,
  output: string,
  options: ConvertOptions & { json?: boolean; rejected?: string },
  language: Language,
  say: Say,
): Promise<void> {
  const conversion = await convertCommand(input, output, options, say, progressOn(process.stderr));
  const file = basename(input);
  process.stderr.write(printRejections(file, conversion, language));
  if (options.rejected) await writeWhole(options.rejected, rejectedFile(file, conversion, language));
  for (const issue of conversion.issues) say(issue);
  process.stdout.write(`${options.json ? JSON.stringify(conversion) : printConversion(conversion, language)}\n`);
}

/** A share that counts up on a terminal, and nothing where the output goes into a file. */
function progressOn(stream: NodeJS.WriteStream): (share: number) => void {
  return (share) => {
    if (stream.isTTY) stream.write(`\r${Math.round(100 * share)} %${share >= 1 ? '\n' : ''}`);
  };
}

function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const wanted = at >= 0 ? (args[at + 1] ?? '') : (process.env.LC_ALL ?? process.env.LANG ?? '');
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}
