import { useTranslation } from 'react-i18next';
import type { Issue } from '../../base/issue';
import { sentence } from '../../text/speak';
import { useAppState } from './app-context';
import { type Format, formatFor } from './format';

/** Words of the interface in the language in use. */
export function useWords() {
  return useTranslation('app').t;
}

/** Names of record types, fields and codes. */
export function useModelWords(): (path: string) => string {
  const { t } = useTranslation('model');
  return (path) => t(path as never) as string;
}

export function useSentence(): (issue: Issue) => string {
  const language = useAppState(({ view }) => view.language);
  return (issue) => sentence(issue, language);
}

export function useFormat(): Format {
  return formatFor(useAppState(({ view }) => view.language));
}
