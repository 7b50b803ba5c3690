import type { Loss, ResilienceAnswer } from '../../../analysis/drive/resilience';
import { rankLosses, stopRanking } from '../../../commands/drive-commands';
import { selectRecords } from '../../../commands/selection-commands';
import { flyToRecord } from '../../../commands/view-commands';
import { useApp, useAppState } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

/** Which station off the run, bridge or road cut hurts most. */
export function Losses() {
  const app = useApp();
  const { progress, answer } = useAppState(({ results }) => results.losses);
  const t = useWords();
  return (
    <Section title={t('losses.title')} hint={t('losses.hint')}>
      {progress !== null ? (
        <div className="buttons">
          <progress value={progress} aria-label={t('losses.title')} />
          <button type="button" onClick={() => void stopRanking(app)}>
            {t('cancel')}
          </button>
        </div>
      ) : (
        <div className="buttons">
          <button type="button" onClick={() => void rankLosses(app)}>
            {t('losses.run')}
          </button>
        </div>
      )}
      {answer && <Ranking answer={answer} />}
    </Section>
  );
}

function Ranking({ answer }: { readonly answer: ResilienceAnswer }) {
  const t = useWords();
  const format = useFormat();
  const [within, tried] = [format.count(answer.within), format.count(answer.tried)];
  return (
    <>
      <p className="hint">{t('losses.basis', { kind: t(`drive.kind.${answer.kind}`), within, tried })}</p>
      <ol className="rows plain" data-testid="losses">
        {answer.losses.map((loss, k) => (
          <LossRow key={`${loss.type} ${loss.id}`} loss={loss} rank={k + 1} total={answer.total} />
        ))}
      </ol>
    </>
  );
}

function LossRow({ loss, rank, total }: { readonly loss: Loss; readonly rank: number; readonly total: number }) {
  const app = useApp();
  const t = useWords();
  const format = useFormat();
  const what = loss.type === 'fireStation' ? 'station' : loss.bridge ? 'bridge' : 'road';
  const ref = { type: loss.type, id: loss.id };
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={() => {
          selectRecords(app, [ref]);
          flyToRecord(app, ref);
        }}
      >
        <b className="rank">{rank}</b>
        <span className="grow">
          {loss.name}
          <small>{t(`losses.what.${what}`)}</small>
        </span>
        <span className="measure">
          <strong>−{format.percent(loss.lost / total)}</strong>
          <small>{format.count(loss.lost)}</small>
        </span>
      </button>
    </li>
  );
}
