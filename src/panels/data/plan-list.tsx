import { useEffect, useRef, useState } from 'react';
import { duplicatePlan, openDemoZone, openPlan, savePlanAs } from '../../commands/plan-file-commands';
import { takeFiles } from '../../commands/take-files';
import { refreshPlans } from '../../store/plan-storage';
import type { PlanEntry } from '../../worker/database/plan-shelf';
import { useApp, useAppState } from '../controls/app-context';
import { Icon, type IconName } from '../controls/icon';
import { Section } from '../controls/section';
import { useFormat, useWords } from '../controls/words';
import { NewPlanDialog, RemovePlanDialog, RenamePlanDialog } from './plan-dialogs';

type Asking = { readonly what: 'new' } | { readonly what: 'rename' | 'remove'; readonly entry: PlanEntry };

/** The plans that this browser keeps, side by side, and the ways in and out of it. */
export function PlanList() {
  const app = useApp();
  const kept = useAppState(({ plan }) => plan.kept);
  const busy = useAppState(({ plan }) => plan.status !== 'ready');
  const [asking, setAsking] = useState<Asking | null>(null);
  const t = useWords();
  const close = (): void => setAsking(null);
  useEffect(() => void refreshPlans(app), [app]);
  return (
    <Section title={t('data.plans')} hint={t('data.plansHint')}>
      <ul className="rows plain plans">
        {kept.map((entry) => (
          <PlanRow key={entry.key} entry={entry} onAsk={(what) => setAsking({ what, entry })} />
        ))}
      </ul>
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => setAsking({ what: 'new' })}>
          <Icon name="plus" /> {t('data.empty')}
        </button>
        <OpenFileButton disabled={busy} />
        <button type="button" disabled={busy} onClick={() => void savePlanAs(app)}>
          <Icon name="save" /> {t('data.saveAs')}
        </button>
        <button type="button" disabled={busy} onClick={() => void openDemoZone(app)}>
          <Icon name="demo" /> {t('data.demo')}
        </button>
      </div>
      {asking?.what === 'new' && <NewPlanDialog onClose={close} />}
      {asking?.what === 'rename' && <RenamePlanDialog entry={asking.entry} onClose={close} />}
      {asking?.what === 'remove' && <RemovePlanDialog entry={asking.entry} onClose={close} />}
    </Section>
  );
}

function PlanRow({ entry, onAsk }: { readonly entry: PlanEntry; readonly onAsk: (what: 'rename' | 'remove') => void }) {
  const app = useApp();
  const open = useAppState(({ plan }) => plan.key === entry.key);
  const t = useWords();
  const format = useFormat();
  const state = open ? t('data.isOpen') : entry.openElsewhere ? t('data.isElsewhere') : '';
  const tools: readonly [IconName, string, () => void][] = [
    ['rename', t('data.rename'), () => onAsk('rename')],
    ['copy', t('data.duplicate'), () => void duplicatePlan(app, entry.key)],
    ['trash', t('data.remove'), () => onAsk('remove')],
  ];
  return (
    <li className={open ? 'row plan open' : 'row plan'}>
      <button
        type="button"
        className="quiet plan-open"
        aria-current={open}
        disabled={open}
        onClick={() => void openPlan(app, entry.key)}
      >
        <span>{entry.name || t('data.unnamed')}</span>
        <small>{state || t('data.openedAt', { when: format.moment(entry.openedAt) })}</small>
      </button>
      {tools.map(([icon, label, run]) => (
        <button
          key={icon}
          type="button"
          className="quiet"
          aria-label={t('data.toolOf', { tool: label, name: entry.name })}
          title={label}
          onClick={run}
        >
          <Icon name={icon} size={16} />
        </button>
      ))}
    </li>
  );
}

/** A plan file is opened; any other file is taken to the import sheet. */
function OpenFileButton({ disabled }: { readonly disabled: boolean }) {
  const app = useApp();
  const picker = useRef<HTMLInputElement>(null);
  const t = useWords();
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => picker.current?.click()}>
        <Icon name="open" /> {t('data.openFile')}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".gpkg"
        hidden
        data-testid="plan-input"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void takeFiles(app, [file]);
        }}
      />
    </>
  );
}
