import type { Command } from 'commander';
import { demoCommand } from '../demo-command';
import { speaking, type Terminal } from '../terminal';

export function demo({ print }: Terminal): Command {
  return speaking('demo')
    .description('write the demonstration zone as files')
    .argument('<folder>', 'where to')
    .option('--plan <file>', 'write it as a plan (GeoPackage) too')
    .action(async (folder: string, { plan }: { plan?: string }) => {
      for (const path of await demoCommand(folder, plan)) print(path);
    });
}
