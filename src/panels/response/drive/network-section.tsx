import type { DriveAnswer } from '../../../analysis/drive/answer';
import { toggleApart } from '../../../commands/view-commands';
import { useApp, useAppState } from '../../controls/app-context';
import { Section } from '../../controls/section';
import { useFormat, useWords } from '../../controls/words';

/** What is driven on, and what of it hangs apart. */
export function NetworkSection({ answer: { network } }: { readonly answer: DriveAnswer }) {
  const app = useApp();
  const marked = useAppState(({ view }) => view.showApart);
  const t = useWords();
  const format = useFormat();
  const left = network.withoutLength + network.duplicates;
  return (
    <Section title={t('network.title')}>
      <dl className="facts">
        <div>
          <dt>{t('network.length')}</dt>
          <dd>{format.metres(network.lengthM)}</dd>
        </div>
        <div>
          <dt>{t('network.nodes')}</dt>
          <dd>{format.count(network.nodes)}</dd>
        </div>
        <div>
          <dt>{t('network.edges')}</dt>
          <dd>{format.count(network.edges)}</dd>
        </div>
      </dl>
      <p className="hint">
        {network.components > 1
          ? t('network.apart', { parts: network.components - 1, length: format.metres(network.droppedLengthM) })
          : t('network.whole')}
      </p>
      {network.components > 1 && (
        <label className="check">
          <input type="checkbox" checked={marked} onChange={() => toggleApart(app)} />
          {t('network.mark')}
        </label>
      )}
      {left > 0 && <p className="hint">{t('network.left', { count: left, text: format.count(left) })}</p>}
    </Section>
  );
}
