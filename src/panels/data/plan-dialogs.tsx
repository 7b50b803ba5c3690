import { type ReactNode, useState } from 'react';
import { newPlan, removePlan, renamePlan } from '../../commands/plan-file-commands';
import type { PlanEntry } from '../../worker/database/plan-shelf';
import { useApp, useAppState } from '../controls/app-context';
import { Dialog } from '../controls/dialog';
import { useWords } from '../controls/words';

const LONGEST_NAME = 60;

export function NewPlanDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const asOf = useAppState(({ plan }) => plan.plan?.info.asOf ?? '');
  const [name, setName] = useState('');
  const t = useWords();
  const create = (): void => {
    onClose();
    void newPlan(app, { id: crypto.randomUUID(), name: name.trim() || t('data.unnamed'), asOf });
  };
  return (
    <Question title={t('data.empty')} confirm={t('data.create')} onConfirm={create} onClose={onClose}>
      <NameField value={name} onChange={setName} />
    </Question>
  );
}

export function RenamePlanDialog({ entry, onClose }: { readonly entry: PlanEntry; readonly onClose: () => void }) {
  const app = useApp();
  const [name, setName] = useState(entry.name);
  const t = useWords();
  const rename = (): void => {
    onClose();
    if (name.trim() && name.trim() !== entry.name) void renamePlan(app, entry.key, name.trim());
  };
  return (
    <Question title={t('data.rename')} confirm={t('data.rename')} onConfirm={rename} onClose={onClose}>
      <NameField value={name} onChange={setName} />
    </Question>
  );
}

export function RemovePlanDialog({ entry, onClose }: { readonly entry: PlanEntry; readonly onClose: () => void }) {
  const app = useApp();
  const t = useWords();
  const remove = (): void => {
    onClose();
    void removePlan(app, entry.key);
  };
  return (
    <Question title={t('data.remove')} confirm={t('data.removeForGood')} onConfirm={remove} onClose={onClose}>
      <p>{t('data.removeWarning', { name: entry.name || t('data.unnamed') })}</p>
    </Question>
  );
}

function Question({
  title,
  confirm,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {children}
        <div className="buttons end">
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="primary">
            {confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function NameField({ value, onChange }: { readonly value: string; readonly onChange: (name: string) => void }) {
  const t = useWords();
  return (
    <div className="field">
      <label htmlFor="plan-name">{t('data.planName')}</label>
      <input id="plan-name" value={value} maxLength={LONGEST_NAME} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
