import Papa from 'papaparse';
import type { Rejection } from '../../io/mapping/import-plan';
import { useAppState } from '../controls/app-context';
import { VirtualList } from '../controls/virtual-list';
import { useFormat, useSentence, useWords } from '../controls/words';

/** What stays outside and why, row by row; the list can be kept as CSV. */
export function RejectionList() {
  const rejections = useAppState(({ importing }) => importing.check?.rejections) ?? [];
  const fileName = useAppState(({ importing }) => importing.fileName);
  const entity = useAppState(({ importing }) => importing.choices?.entity ?? 'hydrant');
  const t = useWords();
  const say = useSentence();
  const format = useFormat();
  if (rejections.length === 0) return <p className="hint good">{t('import.allGood')}</p>;
  const reason = ({ issue, row }: Rejection): string =>
    say({ ...issue, params: { file: fileName, entity, row, ...issue.params } });
  const save = (): void => {
    const rows = rejections.map((rejection) => ({
      row: rejection.row,
      column: rejection.column ?? '',
      reason: reason(rejection),
    }));
    const text = Papa.unparse(rows, { escapeFormulae: true });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
    link.download = `${fileName}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return (
    <details className="rejections">
      <summary>
        {t('import.left', {
          whole: format.count(rejections.filter(({ whole }) => whole).length),
          values: format.count(rejections.filter(({ whole }) => !whole).length),
        })}
      </summary>
      <VirtualList
        items={rejections.map((rejection, k) => ({ ...rejection, key: String(k) }))}
        rowHeightPx={40}
        maxHeightPx={200}
        keyOf={({ key }) => key}
        row={(rejection) => (
          <p className="rejection">
            <b>{rejection.row}</b> {reason(rejection)}
          </p>
        )}
        label={t('import.leftLabel')}
      />
      <button type="button" onClick={save}>
        {t('import.save')}
      </button>
    </details>
  );
}
