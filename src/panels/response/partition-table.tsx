import type { ResponseAnswer } from '../../analysis/response/answer';
import { flyToRecord } from '../../commands/view-commands';
import { useApp } from '../controls/app-context';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';

/** The land nearest to each station against the code's area. */
export function PartitionTable({ answer }: { readonly answer: ResponseAnswer }) {
  const app = useApp();
  const t = useWords();
  const format = useFormat();
  return (
    <Section title={t('partition.title')} hint={t('partition.hint')}>
      <div className="scroll">
        <table className="compact">
          <thead>
            <tr>
              <th>{t('partition.station')}</th>
              <th>{t('partition.area')}</th>
              <th>{t('partition.limit')}</th>
              <th>{t('partition.code')}</th>
              <th>{t('partition.incidents')}</th>
              <th>{t('partition.farthest')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.partition.map((part) => {
              const over = part.limitAreaM2 !== undefined && part.areaM2 > part.limitAreaM2;
              return (
                <tr key={part.stationId}>
                  <td>
                    <button
                      type="button"
                      className="link"
                      onClick={() => flyToRecord(app, { type: 'fireStation', id: part.stationId })}
                    >
                      {part.name}
                    </button>
                  </td>
                  <td className={over ? 'figure bad' : 'figure'}>{format.km2(part.areaM2)}</td>
                  <td className="figure">{part.limitAreaM2 === undefined ? '–' : format.km2(part.limitAreaM2)}</td>
                  <td className="figure">{format.km2(part.codeAreaM2)}</td>
                  <td className="figure">{format.count(part.incidents)}</td>
                  <td className="figure">{format.metres(part.farthest.distanceM)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
