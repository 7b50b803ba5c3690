import type { Command } from 'commander';
import { type HoseOptions, hoseCommand } from '../hose-command';
import { printHose } from '../print-hose';
import { many, speaking, type Terminal } from '../terminal';

export function hose({ language, say, print }: Terminal): Command {
  return speaking('hose')
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
    .option('--json', 'result as JSON')
    .action(async (options: HoseOptions & { json?: boolean }) => {
      const { report, answer } = await hoseCommand(options, say);
      print(options.json ? JSON.stringify(report) : printHose(answer, language));
    });
}
