import { Command, CommanderError } from 'commander';
import { type Issue, issueOf } from '../base/issue';
import { type Language, sentence } from '../text/speak';
import { type AuditOptions, auditCommand } from './audit-command';
import { type CoverageOptions, coverageCommand } from './coverage-command';
import { demoCommand } from './demo-command';
import { type HoseOptions, hoseCommand } from './hose-command';
import { printAudit } from './print-audit';
import { printCoverage } from './print-coverage';
import { printHose } from './print-hose';
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
    .command('hose')
    .description('which buildings a hose from a working hydrant reaches along the roads, and with how much water')
    .requiredOption('--hydrants <file>', 'hydrants: GeoJSON or CSV')
    .requiredOption('--roads <file>', 'roads: lines')
    .requiredOption('--buildings <file>', 'buildings: polygons')
    .option('--metres <metres>', 'hose that an engine carries', '180')
    .option('--hose <mm>', 'hose for friction: 65, 80, 90', '80')
    .option('--join <how>', 'which lines meet: ends, touching, crossing', 'touching')
    .option('--profile <id>', 'standard profile, whose measure counts: cn, nfpa-iso, dvgw, uk', 'cn')
    .option('--assume-flow', 'count hydrants of unknown flow with the code’s least')
    .option('--count-planned', 'count planned hydrants and those under construction')
    .option('--where <column=value>', 'only hydrants with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field of hydrants; repeatable', many)
    .option('--out <file>', 'write the buildings with lay, flow and verdict as GeoJSON')
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action(async (options: HoseOptions & { json?: boolean }) => {
      const { report, answer } = await hoseCommand(options, say);
      process.stdout.write(`${options.json ? JSON.stringify(report) : printHose(answer, language)}\n`);
    });
  root
    .command('audit')
    .description('siting rules of hydrants and quality of the road data')
    .requiredOption('--hydrants <file>', 'hydrants: GeoJSON or CSV')
    .requiredOption('--roads <file>', 'roads: lines')
    .option('--buildings <file>', 'buildings: polygons, for the distance to walls')
    .option('--join <how>', 'which lines meet: ends, touching, crossing', 'touching')
    .option('--profile <id>', 'standard profile: cn, nfpa-iso, dvgw, uk', 'cn')
    .option('--where <column=value>', 'only hydrants with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field of hydrants; repeatable', many)
    .option('--out <file>', 'write the findings as GeoJSON points')
    .option('--lang <code>', 'language of words: zh or en')
    .option('--json', 'result as JSON')
    .exitOverride()
    .action(async (options: AuditOptions & { json?: boolean }) => {
      const { report, answer } = await auditCommand(options, language, say);
      process.stdout.write(`${options.json ? JSON.stringify(report) : printAudit(answer, language)}\n`);
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
