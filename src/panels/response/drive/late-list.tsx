import type { LatePlace } from '../../../analysis/drive/answer';
import { flyTo } from '../../../commands/view-commands';
import { useApp, useAppState } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

/** Half the side of what is shown around a place, degrees: some 300 m. */
const AROUND = 0.003;

interface Props {
  readonly places: readonly LatePlace[];
  readonly by: 'minutes' | 'metres';
}

/** Where the first engine comes last; a click flies there. */
export function LateList({ places, by }: Props) {
  const app = useApp();
  const stations = useAppState(({ plan }) => plan.plan?.records.fireStation);
  const language = useAppState(({ view }) => view.language);
  const t = useWords();
  const format = useFormat();
  if (places.length === 0) return null;
  return (
    <Section title={t('late.title')} hint={t('late.hint')}>
      <ol className="rows plain">
        {places.map(({ position: [lon, lat], arrival, road, roadEn, stationId }, k) => (
          <li key={`${lon} ${lat}`}>
            <button
              type="button"
              className="row"
              onClick={() => flyTo(app, [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND])}
            >
              <b className="rank">{k + 1}</b>
              <span className="grow">
                {(language === 'en' && roadEn) || (road ?? t('late.unnamed'))}
                <small>{stations?.get(stationId)?.name ?? stationId}</small>
              </span>
              <strong>{by === 'minutes' ? format.duration(60 * arrival) : format.metres(arrival)}</strong>
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
