import type { SubdistrictCoverage } from '../../analysis/coverage/answer';
import { flyToRecord } from '../../commands/view-commands';
import { useApp, useAppState } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';

/** What the code asks for in each subdistrict, what stands, and what is owed. */
export function SubdistrictTable({ rows }: { readonly rows: readonly SubdistrictCoverage[] }) {
  const app = useApp();
  const english = useAppState(({ view }) => view.language === 'en');
  const records = useAppState(({ plan }) => plan.plan?.records.subdistrict);
  const t = useWords();
  const format = useFormat();
  return (
    <Section title={t('subdistricts.title')} hint={t('subdistricts.hint')}>
      <div className="scroll">
        <table className="compact">
          <thead>
            <tr>
              <th>{t('subdistricts.name')}</th>
              <th>{t('subdistricts.share')}</th>
              <th>{t('subdistricts.buildings')}</th>
              <th>{t('subdistricts.asked')}</th>
              <th>{t('subdistricts.built')}</th>
              <th>{t('subdistricts.toRepair')}</th>
              <th>{t('subdistricts.owed')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => flyToRecord(app, { type: 'subdistrict', id: row.id })}
                  >
                    {(english && records?.get(row.id)?.nameEn) || row.name}
                  </button>
                </td>
                <td className="figure">{format.percent(row.share)}</td>
                <td className="figure">{row.buildings.total > 0 ? format.percent(row.buildings.share) : '–'}</td>
                <td className="figure">{format.count(row.asked)}</td>
                <td className="figure">{format.count(row.built)}</td>
                <td className="figure">{format.count(row.toRepair)}</td>
                <td className="figure strong">{format.count(row.owed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
