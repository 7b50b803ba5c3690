import { useId, useState } from 'react';
import { useWords } from '../controls/words';
import { parseThresholds } from './parse-thresholds';

interface Props {
  readonly value: readonly number[];
  readonly onChange: (thresholds: readonly number[]) => void;
}

/** Several limits in one line; what is typed counts once all of it is numbers. */
export function ThresholdsField({ value, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const t = useWords();
  const text = typed ?? value.join(', ');
  return (
    <div className="field">
      <label htmlFor={id}>{t('response.thresholds')}</label>
      <input
        id={id}
        value={text}
        aria-invalid={parseThresholds(text) === null}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = parseThresholds(target.value);
          if (next) onChange(next);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
