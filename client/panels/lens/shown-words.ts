import type { Lens } from '../../../graph-data/model/lens.ts';
import type { Comparison } from '../../state/comparison.ts';
import { isComplete, toCommonLens } from '../../state/comparison.ts';
import { isCutByLimit, isCutByRelations } from '../../state/network-state.ts';
import { toViewWords } from '../compare/view-words.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toLensWords } from './lens-words.ts';

/** What a network is of, in words. */
export interface ShownWords {
  /** The two views that are compared; null where it is one network. */
  readonly compared: { readonly a: string; readonly b: string } | null;
  /** The lens, of two views what of it holds for both; empty where there is none. */
  readonly lens: string;
}

/** What a network under this lens, or of these two views, is of; of speakers those names that are known. */
export function toShownWords(
  lens: Lens,
  comparison: Comparison | null,
  names: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): ShownWords {
  if (!isComplete(comparison)) return { compared: null, lens: toLensWords(lens, names, vocabulary) };
  const { by, a, b } = comparison;
  return {
    compared: { a: toViewWords(by, a, names), b: toViewWords(by, b, names) },
    lens: toLensWords(toCommonLens(lens, by), names, vocabulary),
  };
}

/** "Compared: the document’s own voice and Steve Witkoff. Lens: Positive." One that has neither says that it has no lens. */
export function toShownSentence({ compared, lens }: ShownWords, without: string): string {
  const sentences = [
    ...(compared === null ? [] : [`Compared: ${compared.a} and ${compared.b}.`]),
    ...(lens === '' ? [] : [`Lens: ${lens}.`]),
  ];
  return sentences.length === 0 ? without : sentences.join(' ');
}

/** Why not all of it is drawn, beyond what the lens leaves; empty where all of that is. */
export function toCutWords(cutBy: readonly string[]): string {
  if (isCutByLimit(cutBy)) return 'those with most claims are drawn';
  return isCutByRelations(cutBy) ? 'the strongest relations are drawn' : '';
}
