import type { ShownWords } from '../lens/shown-words.ts';
import { toShownWords } from '../lens/shown-words.ts';
import { usePage, useVocabulary } from '../page-context.ts';

/** What the picture is of: the two views it compares, and its lens. */
export function useShownWords(): ShownWords {
  const lens = usePage((state) => state.page.lens);
  const comparison = usePage((state) => state.page.comparison);
  const names = usePage((state) => state.names);
  return toShownWords(lens, comparison, names, useVocabulary());
}
