import { translateWord } from '../../commands/import-choices';
import { folded } from '../../io/mapping/names';
import { ENTITY_SPECS } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import type { ImportLayer } from '../../store/state';
import { useApp } from '../controls/app-context';
import { useFormat, useModelWords, useWords } from '../controls/words';

interface Word {
  readonly field: string;
  readonly word: string;
  /** Rows with it; null once it is translated. */
  readonly count: number | null;
  /** '' leaves the field empty; null is not decided. */
  readonly code: string | null;
}

/** Words in columns of codes that nobody knows: what each stands for is the user's to say. */
export function UnknownWords({ layer }: { readonly layer: ImportLayer }) {
  const t = useWords();
  const words = wordsOf(layer);
  if (words.length === 0) return null;
  return (
    <section className="unknown-words">
      <h3>{t('import.words.title')}</h3>
      <p className="hint">{t('import.words.hint')}</p>
      <ul>
        {words.map((word) => (
          <WordLine key={`${word.field} ${word.word}`} layer={layer} word={word} />
        ))}
      </ul>
    </section>
  );
}

function WordLine({ layer, word: { field, word, count, code } }: { readonly layer: ImportLayer; readonly word: Word }) {
  const app = useApp();
  const t = useWords();
  const name = useModelWords();
  const format = useFormat();
  const { entity } = layer.choices;
  const specs: readonly FieldSpec[] = ENTITY_SPECS[entity].fields;
  const spec = specs.find((each) => each.name === field);
  const codes = spec?.kind === 'boolean' ? ['true', 'false'] : (spec?.choices ?? []);
  const codeName = (each: string): string =>
    spec?.kind === 'boolean' ? t(each === 'true' ? 'yes' : 'no') : name(`${entity}.${field}.${each}`);
  return (
    <li>
      <span>
        {name(`${entity}.${field}.label`)} <b>{word}</b>
        {count !== null && <small> {t('import.words.rows', { count, text: format.count(count) })}</small>}
      </span>
      <select
        value={code ?? '?'}
        onChange={({ target }) => translateWord(app, field, word, target.value === '?' ? null : target.value)}
        aria-label={t('import.words.label', { word })}
      >
        <option value="?">{t('import.words.open')}</option>
        {codes.map((each) => (
          <option key={each} value={each}>
            {codeName(each)}
          </option>
        ))}
        <option value="">{t('import.words.empty')}</option>
      </select>
    </li>
  );
}

function wordsOf({ choices, check }: ImportLayer): Word[] {
  const translated = choices.mapping.flatMap(({ field, reading }) =>
    Object.entries(reading?.words ?? {}).map(([word, code]): Word => ({ field, word, count: null, code })),
  );
  const known = new Set(translated.map(({ field, word }) => `${field} ${word}`));
  const open = (check?.unknown ?? []).filter(({ field, word }) => !known.has(`${field} ${folded(word)}`));
  return [...translated, ...open.map((word): Word => ({ ...word, code: null }))];
}
