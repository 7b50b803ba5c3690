import type { Command } from 'commander';
import { type AuditOptions, auditCommand } from '../audit-command';
import { printAudit } from '../print-audit';
import { many, speaking, type Terminal } from '../terminal';

export function audit({ language, say, print }: Terminal): Command {
  return speaking('audit')
    .description('siting rules of hydrants and quality of the road data')
    .requiredOption('--hydrants <file>', 'hydrants: GeoJSON or CSV')
    .requiredOption('--roads <file>', 'roads: lines')
    .option('--buildings <file>', 'buildings: polygons, for the distance to walls')
    .option('--join <how>', 'which lines meet: ends, touching, crossing', 'touching')
    .option('--profile <id>', 'standard profile: cn, nfpa-iso, dvgw, uk', 'cn')
    .option('--where <column=value>', 'only hydrants with this value; repeatable', many)
    .option('--map <field=column>', 'which column feeds a field of hydrants; repeatable', many)
    .option('--out <file>', 'write the findings as GeoJSON points')
    .option('--json', 'result as JSON')
    .action(async (options: AuditOptions & { json?: boolean }) => {
      const { report, answer } = await auditCommand(options, language, say);
      print(options.json ? JSON.stringify(report) : printAudit(answer, language));
    });
}
