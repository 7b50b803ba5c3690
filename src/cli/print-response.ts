import type { DriveAnswer } from '../analysis/drive/answer';
import type { ReachShare } from '../analysis/response/answer';
import en from '../text/en/cli.json';
import type { Language } from '../text/speak';
import zh from '../text/zh-CN/cli.json';
import { table } from './table';

/** The answer as people read it in a terminal. */
export function printResponse(answer: DriveAnswer, language: Language): string {
  const words = (language === 'en' ? en : zh).response;
  const { by } = answer.settings;
  const km = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const value = (cost: number): string =>
    by === 'minutes' ? `${cost.toFixed(1)} ${words.minutes}` : `${Math.round(cost)} m`;
  const share = (part?: ReachShare): string => (part ? `${part.within} (${percent(part.share)})` : '-');
  const { network } = answer;
  const head = `${words.network}: ${km(network.lengthM)}, ${network.nodes} ${words.nodes}, ${network.components} ${words.parts.replace('{{metres}}', (network.droppedLengthM / 1000).toFixed(1))}`;
  const reach = answer.reach.map((ring) => [
    by === 'minutes' ? `${ring.threshold} ${words.minutes}` : `${ring.threshold} m`,
    km(ring.roadLengthM),
    percent(ring.share),
    share(ring.buildings),
    share(ring.keyUnits),
    share(ring.incidents),
  ]);
  const stations = answer.firstDue.map((part, k) => {
    const { snapM } = answer.stations[k]!;
    return [
      part.name,
      km(part.roadLengthM),
      String(part.buildings ?? '-'),
      String(part.keyUnits ?? '-'),
      String(part.incidents ?? '-'),
      part.latest === null ? '-' : value(part.latest),
      snapM === null ? '-' : `${Math.round(snapM)} m`,
    ];
  });
  const counted = [words.buildings, words.units, words.incidents];
  const worst = answer.worst.map(({ arrival, position: [lon, lat], road }) => [
    value(arrival),
    `${lon.toFixed(5)}, ${lat.toFixed(5)}`,
    road ?? '',
  ]);
  return [
    head,
    table([[words.within, words.roads, words.share, ...counted], ...reach]),
    table([[words.station, words.firstDue, ...counted, words.latest, words.snap], ...stations]),
    ...(worst.length > 0 ? [table([[words.worst, words.where, ''], ...worst])] : []),
    ...(answer.detourFactor === null
      ? []
      : [
          words.measured
            .replace('{{factor}}', answer.detourFactor.toFixed(2))
            .replace('{{speed}}', answer.meanSpeedKmh?.toFixed(1) ?? '-'),
        ]),
  ].join('\n\n');
}
