import { isComplete } from '../../state/comparison.ts';
import { toViewWords } from '../compare/view-words.ts';
import { toLensWords } from '../lens/lens-words.ts';
import { usePage, useVocabulary } from '../page-context.ts';

/** What a picture is of: the two views it compares, and its lens; each empty where there is none. */
export function useLensWords(): { readonly title: string; readonly lens: string } {
  const lens = usePage((state) => state.page.lens);
  const comparison = usePage((state) => state.page.comparison);
  const names = usePage((state) => state.names);
  const words = toLensWords(lens, names, useVocabulary());
  if (!isComplete(comparison)) return { title: '', lens: words };
  const { by, a, b } = comparison;
  return {
    title: `Compared: A ${toViewWords(by, a, names)}, B ${toViewWords(by, b, names)}`,
    lens: words,
  };
}
