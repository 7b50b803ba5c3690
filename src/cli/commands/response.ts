import type { Command } from 'commander';
import { printResponse } from '../print-response';
import { type ResponseOptions, responseCommand } from '../response-command';
import { many, speaking, type Terminal } from '../terminal';

export function response({ language, say, print }: Terminal): Command {
  return speaking('response')
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
    .option('--json', 'result as JSON')
    .action(async (options: ResponseOptions & { json?: boolean }) => {
      const { report, answer } = await responseCommand(options, say);
      print(options.json ? JSON.stringify(report) : printResponse(answer, language));
    });
}
