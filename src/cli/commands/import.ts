import type { Command } from 'commander';
import { type ImportOptions, importCommand } from '../import-command';
import { printImport } from '../print-import';
import { many, speaking, type Terminal } from '../terminal';

export function importFile({ language, say, print }: Terminal): Command {
  return speaking('import')
    .description('take the records of a file into a plan; the plan is made when it is not there')
    .argument('<file>', 'any format that the app imports')
    .requiredOption('--plan <file>', 'the plan (GeoPackage)')
    .requiredOption('--as <type>', 'what the records are, e.g. hydrant, district, building, roadSegment')
    .option('--mode <mode>', 'add, update (by number or id) or replace', 'add')
    .option('--crs <system>', 'coordinate system of the file (default: recognised)')
    .option('--where <column=value>', 'only records with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field; lon, lat and id are fields too; repeatable', many)
    .option('--json', 'result as JSON')
    .action(async (file: string, options: ImportOptions & { json?: boolean }) => {
      const report = await importCommand(file, options, say);
      print(options.json ? JSON.stringify(report) : printImport(report, language));
    });
}
