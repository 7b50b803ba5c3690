import type { ExpressionSpecification, FormattedSpecification } from 'maplibre-gl';
import type { LanguageId } from '../../store/state';

type Text = ExpressionSpecification | FormattedSpecification;

/** One line: Chinese in a Chinese interface; in an English one English where there is a name in it. */
export function lineName(
  language: LanguageId,
  chinese: readonly string[],
  english: readonly string[],
): ExpressionSpecification {
  return firstOf(language === 'zh-CN' ? chinese : [...english, ...chinese]);
}

/** Chinese first, and in an English interface the English name below, where there is another one. */
export function placeName(language: LanguageId, chinese: readonly string[], english: readonly string[]): Text {
  if (language === 'zh-CN') return firstOf(chinese);
  const [first, second] = [firstOf(chinese), firstOf(english)];
  return [
    'case',
    ['any', ['==', second, ''], ['==', first, second]],
    first,
    ['concat', first, '\n', second],
  ] as ExpressionSpecification;
}

function firstOf(properties: readonly string[]): ExpressionSpecification {
  return ['coalesce', ...properties.map((name) => ['get', name]), ''] as unknown as ExpressionSpecification;
}
