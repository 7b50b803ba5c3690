import type { Command } from 'commander';
import { type CoverageOptions, coverageCommand } from '../coverage-command';
import { printCoverage } from '../print-coverage';
import { many, speaking, type Terminal } from '../terminal';

export function coverage({ language, say, print }: Terminal): Command {
  return speaking('coverage')
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
    .option('--json', 'result as JSON')
    .action(async (options: CoverageOptions & { json?: boolean }, command: Command) => {
      if (!options.plan && !(options.hydrants && options.district))
        command.error('error: give --plan, or --hydrants and --district');
      const { report, answer } = await coverageCommand(options, say);
      print(options.json ? JSON.stringify(report) : printCoverage(answer, language));
    });
}
