import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { isSameLens } from '../../state/page-transitions.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toLensChips } from './lens-chips.ts';

/** A lens in words: "Said by Steve Witkoff · Positive"; empty where it leaves everything. */
export function toLensWords(lens: Lens, names: ReadonlyMap<string, string>, vocabulary: Vocabulary): string {
  if (isSameLens(lens, DEFAULT_LENS)) return '';
  return toLensChips(lens, names, vocabulary)
    .map(({ words }) => words)
    .join(' · ');
}
