import { useEffect, useId, useState } from 'react';
import { useWords } from './words';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** A number with its unit; what is typed counts once it is a number within the limits. */
export function NumberField({ label, value, unit, min, max, step = 1, onChange }: Props) {
  const id = useId();
  const t = useWords();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const typed = Number(text);
  const fits = text.trim() !== '' && typed >= min && typed <= max;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="with-unit">
        <input
          id={id}
          type="number"
          value={text}
          min={min}
          max={max}
          step={step}
          aria-invalid={!fits}
          onChange={({ target }) => {
            setText(target.value);
            const next = Number(target.value);
            if (target.value.trim() !== '' && next >= min && next <= max) onChange(next);
          }}
          onBlur={() => !fits && setText(String(value))}
        />
        <i>{unit}</i>
      </span>
      {!fits && (
        <small className="trouble" role="alert">
          {t('numberRange', { min, max, unit })}
        </small>
      )}
    </div>
  );
}
