import type { AuditAnswer, AuditFinding } from '../analysis/audit/answer';
import en from '../text/en/cli.json';
import type { Language } from '../text/speak';
import zh from '../text/zh-CN/cli.json';
import { table } from './table';

const MOST_IDS = 4;

/** The answer as people read it in a terminal: one line a check, with the worst place. */
export function printAudit(answer: AuditAnswer, language: Language): string {
  const words = (language === 'en' ? en : zh).audit;
  const rows = answer.summary.map(({ check, checked, found }) => {
    const worst = answer.findings.find((finding) => finding.check === check);
    return [
      words.check[check],
      `${found} / ${checked}`,
      worst ? measuredOf(worst) : '-',
      worst ? limitOf(worst) : '-',
      worst?.clause ?? '-',
      worst ? idsOf(worst) : '',
    ];
  });
  const columns = [words.what, words.found, words.worst, words.limit, words.clause, words.records];
  const open = answer.notChecked.map(({ check, reason }) => [words.check[check], words.reason[reason]]);
  const { nodes, edges, lengthM, components, outsideLargestM } = answer.network;
  const km = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;
  return [
    table([
      [words.network, `${km(lengthM)}  ${nodes} ${words.nodes}  ${edges} ${words.edges}`],
      [words.components, `${components}  (${km(outsideLargestM)} ${words.outside})`],
    ]),
    table([columns, ...rows]),
    ...(open.length > 0 ? [table([[words.notChecked, ''], ...open])] : []),
  ].join('\n\n');
}

function measuredOf({ measured, unit }: AuditFinding): string {
  return measured === undefined ? '-' : `${rounded(measured)} ${unit ?? ''}`.trim();
}

function limitOf({ limit }: AuditFinding): string {
  if (!limit) return '-';
  if (limit.min !== undefined && limit.max !== undefined) return `${limit.min}–${limit.max}`;
  return limit.min === undefined ? `≤ ${limit.max}` : `≥ ${limit.min}`;
}

function idsOf({ records }: AuditFinding): string {
  return records.map(({ ids }) => ids.slice(0, MOST_IDS).join(', ') + (ids.length > MOST_IDS ? ' …' : '')).join(' · ');
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? 6 : 3)));
}
