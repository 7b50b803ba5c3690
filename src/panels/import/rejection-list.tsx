import { saveLeftOut } from '../../commands/import-commands';
import type { Rejection } from '../../io/mapping/import-plan';
import type { ImportLayer } from '../../store/state';
import { useApp } from '../controls/app-context';
import { VirtualList } from '../controls/virtual-list';
import { useFormat, useSentence, useWords } from '../controls/words';
import { saveFile } from './save-file';

/** What stays outside and why, row by row; the whole list can be kept as CSV. */
export function RejectionList({ layer: { check, proposal, choices } }: { readonly layer: ImportLayer }) {
  const app = useApp();
  const t = useWords();
  const say = useSentence();
  const format = useFormat();
  if (!check || check.issue) return null;
  const { records, values, mended } = check.counts;
  const total = records + values + mended;
  if (total === 0) return <p className="hint good">{t('import.allGood')}</p>;
  const reason = ({ issue, row }: Rejection): string =>
    say({ ...issue, params: { file: proposal.fileName, entity: choices.entity, row, ...issue.params } });
  return (
    <details className="rejections">
      <summary>
        {t('import.left', {
          whole: format.count(records),
          values: format.count(values),
          mended: format.count(mended),
        })}
      </summary>
      <VirtualList
        items={check.rejections.map((rejection, k) => ({ rejection, key: String(k) }))}
        rowHeightPx={44}
        maxHeightPx={220}
        keyOf={({ key }) => key}
        row={({ rejection }) => (
          <p className={rejection.whole ? 'rejection whole' : 'rejection'}>
            <b>{rejection.row || ''}</b>
            <span>
              {rejection.column && <i>{rejection.column}</i>} {reason(rejection)}
            </span>
          </p>
        )}
        label={t('import.leftLabel')}
      />
      {total > check.rejections.length && (
        <p className="hint">
          {t('import.leftCut', { shown: format.count(check.rejections.length), all: format.count(total) })}
        </p>
      )}
      <button type="button" onClick={() => void saveLeftOut(app).then(saveFile)}>
        {t('import.save')}
      </button>
    </details>
  );
}
