import type { HoseAnswer, HoseSource } from '../analysis/hose/answer';
import { WATER_VERDICTS } from '../analysis/hose/judge';
import en from '../text/en/cli.json';
import type { Language } from '../text/speak';
import zh from '../text/zh-CN/cli.json';
import { table } from './table';

const TOP_BUILDINGS = 10;

/** The answer as people read it in a terminal. */
export function printHose(answer: HoseAnswer, language: Language): string {
  const words = (language === 'en' ? en : zh).hose;
  const { totals, settings, streets, hydrants } = answer;
  const of = (count: number): string => `${count} / ${totals.total} (${((100 * count) / totals.total).toFixed(1)} %)`;
  const km = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;
  const head: string[][] = [
    [words.hydrants, `${hydrants.counted - hydrants.offStreet.length} / ${hydrants.total}`],
    [`${words.carried} ${settings.carriedM} m`, of(totals.inCarried)],
    ...totals.within.map(({ withinM, buildings }) => [`${words.within} ${withinM} m`, of(buildings)]),
    [words.streets, `${km(streets.reachedM)} / ${km(streets.lengthM)}`],
    [`${words.crow} ${Math.round(answer.radiusM)} m`, of(totals.crow)],
    [words.crowOnly, of(totals.crowOnly)],
  ];
  const verdicts = WATER_VERDICTS.filter((verdict) => totals.byVerdict[verdict] > 0).map((verdict) => [
    words.verdict[verdict],
    of(totals.byVerdict[verdict]),
  ]);
  const failing = answer.buildings
    .filter(({ verdict }) => verdict !== 'passes')
    .sort((a, b) => (b.sources[0]?.layM ?? 0) - (a.sources[0]?.layM ?? 0))
    .slice(0, TOP_BUILDINGS)
    .map(({ id, name, sources, availableLps, needed, fix, verdict }) => [
      name ?? id,
      words.verdict[verdict],
      ...sourceCells(sources[0]),
      `${availableLps.toFixed(1)} / ${needed.flowLps.toFixed(1)}`,
      fix ? words.fix[fix.kind] : '-',
    ]);
  const columns = [words.building, words.result, words.lay, words.lengths, words.pumps, words.flow, words.cheapest];
  return [
    table(head),
    table([[words.result, answer.measure.clause], ...verdicts]),
    ...(failing.length > 0 ? [table([columns, ...failing])] : []),
  ].join('\n\n');
}

function sourceCells(source: HoseSource | undefined): string[] {
  return source ? [`${Math.round(source.layM)} m`, String(source.lengths), String(source.pumps)] : ['-', '-', '-'];
}
