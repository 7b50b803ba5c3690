import { useEffect, useId, useState } from 'react';
import type { EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import { useModelWords, useWords } from '../controls/words';

interface Props {
  readonly type: EntityType;
  readonly spec: FieldSpec;
  readonly value: unknown;
  /** Resolves to false when the value was refused. */
  readonly onChange: (value: unknown) => Promise<boolean>;
}

/** One field in the form that its kind asks for; nothing typed means nothing known. */
export function FieldInput({ type, spec, value, onChange }: Props) {
  const id = useId();
  const name = useModelWords();
  return (
    <div className="field">
      <label htmlFor={id}>{name(`${type}.${spec.name}.label`)}</label>
      {spec.kind === 'choice' || spec.kind === 'boolean' ? (
        <Choice id={id} type={type} spec={spec} value={value} onChange={onChange} />
      ) : (
        <Typed id={id} spec={spec} value={value} onChange={onChange} />
      )}
    </div>
  );
}

function Choice({ id, type, spec, value, onChange }: Props & { readonly id: string }) {
  const name = useModelWords();
  const t = useWords();
  const options: [string, string][] =
    spec.kind === 'boolean'
      ? [
          ['true', t('yes')],
          ['false', t('no')],
        ]
      : (spec.choices ?? []).map((code) => [code, name(`${type}.${spec.name}.${code}`)]);
  const change = (text: string): void => {
    const next = text === '' ? undefined : spec.kind === 'boolean' ? text === 'true' : text;
    void onChange(next);
  };
  return (
    <select id={id} value={value === undefined ? '' : String(value)} onChange={({ target }) => change(target.value)}>
      <option value="">{t('unknown')}</option>
      {options.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

const INPUT_TYPES: Readonly<Partial<Record<FieldSpec['kind'], string>>> = {
  number: 'number',
  integer: 'number',
  date: 'date',
  dateTime: 'datetime-local',
};

function Typed({ id, spec, value, onChange }: Omit<Props, 'type'> & { readonly id: string }) {
  const stored = value === undefined ? '' : String(value);
  const [text, setText] = useState(stored);
  useEffect(() => setText(stored), [stored]);
  const commit = async (): Promise<void> => {
    if (text === stored) return;
    const good = await onChange(typedValue(spec, text));
    if (!good) setText(stored);
  };
  return (
    <span className="with-unit">
      <input
        id={id}
        type={INPUT_TYPES[spec.kind] ?? 'text'}
        step={spec.kind === 'integer' || spec.kind === 'dateTime' ? 1 : 'any'}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => void commit()}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
          if (key === 'Escape') setText(stored);
        }}
      />
      {spec.unit && <i>{spec.unit}</i>}
    </span>
  );
}

function typedValue({ kind }: FieldSpec, text: string): unknown {
  if (text.trim() === '') return undefined;
  if (kind === 'number' || kind === 'integer') return Number(text);
  if (kind === 'dateTime') return text.length === 16 ? `${text}:00` : text.slice(0, 19);
  return text.trim();
}
