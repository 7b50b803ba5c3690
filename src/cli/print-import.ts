import en from '../text/en/cli.json';
import type { Language } from '../text/speak';
import zh from '../text/zh-CN/cli.json';
import type { importCommand } from './import-command';
import { table } from './table';

/** What an import did, as people read it in a terminal. */
export function printImport(report: Awaited<ReturnType<typeof importCommand>>, language: Language): string {
  const words = (language === 'en' ? en : zh).import;
  return table([
    [words.plan, report.plan],
    [words.imported, `${report.imported} / ${report.read}`],
    [words.rejected, String(report.rejected)],
    [words.total, String(report.total)],
  ]);
}
