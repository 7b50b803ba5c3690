import { Command, CommanderError } from 'commander';
import { type Issue, issueOf } from '../base/issue';
import { type Language, sentence } from '../text/speak';
import { type CoverageOptions, coverageCommand } from './coverage-command';
import { demoCommand } from './demo-command';
import { printCoverage } from './print-coverage';
import { printResponse } from './print-response';
import { type ResponseOptions, responseCommand } from './response-command';
import { BadInput } from './usage';

const GOOD = 0;
const BAD_INPUT = 1;
const WRONG_USAGE = 2;

/** Runs the command line; returns the exit code: 0 good, 1 the input or the answer is bad, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const language = languageOf(args);
  const say = (issue: Issue): void => {
    process.stderr.write(`${sentence(issue, language)}\n`);
  };
  try {
    await program(language, say).parseAsync([...args], { from: 'user' });
    return GOOD;
  } catch (error) {
    if (error instanceof BadInput) {
      say(error.issue);
      return BAD_INPUT;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? GOOD : WRONG_USAGE;
    say(issueOf('cli.unexpected', { detail: String((error as Error).message ?? error) }));
    return BAD_INPUT;
  }
}

function program(language: Language, say: (issue: Issue) => void): Command {
  const many = (value: string, before: readonly string[] = []): string[] => [...before, value];
  const root = new Command('shuantu')
    .description('栓图 · hydrant coverage and station response for fire brigades')
    .option('--lang <code>', 'language of words: zh or en (default: from LANG)')
    .exitOverride()
    .showHelpAfterError();
  root
    .command('coverage')
    .description('where no working hydrant is in reach')
    .requiredOption('--hydrants <file>', 'hydrants: GeoJSON or CSV')
    .requiredOption('--district <file>', 'the district: polygons')
    .option('--buildings <file>', 'buildings: polygons')
    .option('--units <file>', 'key units: points')
    .option('--incidents <file>', 'incidents: points')
    .option('--subdistricts <file>', 'subdistricts: polygons, for the table of what is owed')
    .option('--roads <file>', 'roads: lines, for what the code asks for')
    .option('--radius <metres>', 'protection radius (default: the profile’s)')
    .option('--profile <id>', 'standard profile: cn, nfpa-iso, dvgw, uk', 'cn')
    .option('--count-planned', 'count planned hydrants and those under construction')
    .option('--own-radii', 'use a hydrant’s own radius where the file gives one')
    .option('--as-of <day>', 'reference day for inspections and incidents, YYYY-MM-DD (default: today)')
    .option('--where <column=value>', 'only hydrants with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field; repeatable', many)
    .option('--out <file>', 'write the gaps as GeoJSON')
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action(async (options: CoverageOptions & { json?: boolean }) => {
      const { report, answer } = await coverageCommand(options, say);
      process.stdout.write(`${options.json ? JSON.stringify(report) : printCoverage(answer, language)}\n`);
    });
  root
    .command('response')
    .description('what stations reach along the roads, and who is first where')
    .requiredOption('--stations <file>', 'fire stations: points')
    .requiredOption('--roads <file>', 'roads: lines')
    .option('--incidents <file>', 'incidents: points')
    .option('--buildings <file>', 'buildings: polygons')
    .option('--units <file>', 'key units: points')
    .option('--minutes <list>', 'thresholds in minutes after the order, turnout included (default: 3,4,5,8)')
    .option('--metres <list>', 'thresholds in metres along the road instead')
    .option('--turnout <seconds>', 'turnout (default: the profile’s)')
    .option('--factor <share>', 'what is left of the speeds, such as 0.85 by day (default: 1)')
    .option('--one-way <rule>', 'respect or waive one-way streets', 'respect')
    .option('--join <how>', 'which lines meet: ends, touching or crossing', 'touching')
    .option('--tolerance <metres>', 'how near a loose end must lie to touch (default: 0.5)')
    .option('--road-speeds', "take a road's own speed, where it has one, before its class's")
    .option('--add-snap', 'add the way between station or target and road')
    .option('--profile <id>', 'standard profile: cn, nfpa-iso, dvgw, uk', 'cn')
    .option('--where <column=value>', 'only stations with this value; repeatable', many)
    .option('--map <field=column>', 'which column of the stations feeds a field; repeatable', many)
    .option('--out <file>', 'write the reached stretches of road as GeoJSON')
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action(async (options: ResponseOptions & { json?: boolean }) => {
      const { report, answer } = await responseCommand(options, say);
      process.stdout.write(`${options.json ? JSON.stringify(report) : printResponse(answer, language)}\n`);
    });
  root
    .command('demo')
    .description('write the demonstration zone as files')
    .argument('<folder>', 'where to')
    .option('--lang <code>', 'language of words: zh or en')
    .exitOverride()
    .action(async (folder: string) => {
      for (const path of await demoCommand(folder)) process.stdout.write(`${path}\n`);
    });
  return root;
}

function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const wanted = at >= 0 ? (args[at + 1] ?? '') : (process.env.LC_ALL ?? process.env.LANG ?? '');
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}
