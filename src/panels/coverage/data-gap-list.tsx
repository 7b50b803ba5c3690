import type { DataGaps } from '../../analysis/coverage/answer';
import { selectRecords } from '../../commands/selection-commands';
import type { EntityType } from '../../model/entities/registry';
import { useApp } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';

/** What nobody knows: apart from the gaps in coverage, because it is another kind of work. */
export function DataGapList({ dataGaps }: { readonly dataGaps: DataGaps }) {
  const t = useWords();
  const format = useFormat();
  const { hydrantsWithoutStatus, hydrantsWithoutFlow, hydrantsNotInspected, roadsNotSurveyed } = dataGaps;
  return (
    <Section title={t('dataGaps.title')} hint={t('dataGaps.hint')}>
      <ul className="rows">
        <Row
          type="hydrant"
          ids={hydrantsWithoutStatus}
          text={t('dataGaps.status')}
          value={format.count(hydrantsWithoutStatus.length)}
          note={t('dataGaps.unknownArea', { area: format.area(dataGaps.unknownStatusAreaM2) })}
        />
        <Row
          type="hydrant"
          ids={hydrantsWithoutFlow}
          text={t('dataGaps.flow')}
          value={format.count(hydrantsWithoutFlow.length)}
        />
        <Row
          type="hydrant"
          ids={hydrantsNotInspected}
          text={t('dataGaps.inspection')}
          value={format.count(hydrantsNotInspected.length)}
        />
        <Row
          type="roadSegment"
          ids={roadsNotSurveyed.ids}
          text={t('dataGaps.roads')}
          value={format.metres(roadsNotSurveyed.lengthM)}
        />
      </ul>
    </Section>
  );
}

interface RowProps {
  readonly type: EntityType;
  readonly ids: readonly string[];
  readonly text: string;
  readonly value: string;
  readonly note?: string;
}

function Row({ type, ids, text, value, note }: RowProps) {
  const app = useApp();
  return (
    <li>
      <button
        type="button"
        className="row"
        disabled={ids.length === 0}
        onClick={() =>
          selectRecords(
            app,
            ids.map((id) => ({ type, id })),
          )
        }
      >
        <span>
          {text}
          {note && <small>{note}</small>}
        </span>
        <strong>{value}</strong>
      </button>
    </li>
  );
}
