import { askPlace } from '../../../commands/selection-commands';
import { flyTo } from '../../../commands/view-commands';
import type { WaterPlace } from '../../../worker/water-desk';
import { useApp } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';
import { useBuildingName } from './building-name';

/** Half the side of what is shown around a building, degrees: some 300 m. */
const AROUND = 0.003;

interface Props {
  /** The first of them. */
  readonly places: readonly WaterPlace[];
  readonly count: number;
}

/** Buildings that fail, the worst first; a click flies there and shows the sources. */
export function FailingList({ places, count }: Props) {
  const t = useWords();
  const format = useFormat();
  if (places.length === 0) return null;
  return (
    <Section
      title={t('water.failing')}
      hint={t('water.failingHint', { all: format.count(count), listed: format.count(places.length) })}
    >
      <ol className="rows plain" data-testid="water-failing">
        {places.map((place, k) => (
          <FailingRow key={place.water.id} place={place} rank={k + 1} />
        ))}
      </ol>
    </Section>
  );
}

function FailingRow({ place, rank }: { readonly place: WaterPlace; readonly rank: number }) {
  const app = useApp();
  const nameOf = useBuildingName();
  const t = useWords();
  const format = useFormat();
  const { position, water, joint } = place;
  const [lon, lat] = position;
  const reasons = [
    ...(water.verdict === 'passes' ? [] : [t(`water.verdict.${water.verdict}`)]),
    ...(joint && !joint.engine.passes ? [lateness(joint.lateS)] : []),
  ];
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={() => {
          flyTo(app, [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]);
          askPlace(app, position);
        }}
      >
        <b className="rank">{rank}</b>
        <span className="grow">
          {nameOf(water.id)}
          <small>{reasons.join(' · ')}</small>
        </span>
        <strong>
          {format.number(water.availableLps, 0)} / {format.number(water.needed.flowLps, 0)} L/s
        </strong>
      </button>
    </li>
  );

  function lateness(lateS: number | null): string {
    return lateS === null ? t('water.noEngine') : t('water.late', { late: format.duration(lateS) });
  }
}
