import type { CoverageAnswer } from '../analysis/coverage/answer';
import en from '../text/en/cli.json';
import type { Language } from '../text/speak';
import zh from '../text/zh-CN/cli.json';
import { table } from './table';

const TOP_GAPS = 10;

/** The answer as people read it in a terminal. */
export function printCoverage(answer: CoverageAnswer, language: Language): string {
  const words = (language === 'en' ? en : zh).coverage;
  const km2 = (m2: number): string => `${(m2 / 1e6).toFixed(3)} km²`;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const share = ({ covered, total, share: part }: CoverageAnswer['buildings']): string =>
    `${covered} / ${total} (${percent(part)})`;
  const head: string[][] = [
    [words.covered, `${percent(answer.covered.share)}  ${km2(answer.covered.areaM2)} / ${km2(answer.district.areaM2)}`],
    [
      words.hydrants,
      `${answer.hydrants.counted} / ${answer.hydrants.total}  (${words.radius} ${answer.settings.radiusM} m)`,
    ],
    [words.gaps, `${answer.gaps.length}  ${km2(answer.gapAreaM2)}`],
  ];
  if (answer.buildings.total > 0) head.push([words.buildings, share(answer.buildings)]);
  if (answer.keyUnits.total > 0) head.push([words.units, share(answer.keyUnits)]);
  if (answer.debt.asked > 0)
    head.push([words.owed, `${answer.debt.owed} (${answer.debt.built} / ${answer.debt.asked})`]);
  const gaps = answer.gaps
    .slice(0, TOP_GAPS)
    .map((gap) => [
      String(gap.rank),
      km2(gap.areaM2),
      String(gap.buildings),
      String(gap.keyUnits),
      gap.mostRemote ? `${Math.round(gap.mostRemote.distanceM)} m` : '-',
      `${gap.centroid[0].toFixed(5)}, ${gap.centroid[1].toFixed(5)}`,
    ]);
  const columns = [words.rank, words.area, words.buildings, words.units, words.remote, words.where];
  return [table(head), ...(gaps.length > 0 ? [table([columns, ...gaps])] : [])].join('\n\n');
}
