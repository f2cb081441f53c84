import { NO_SPEAKER } from '../../../graph-data/model/lens.ts';
import type { ComparedSide } from '../../../graph-data/network/compare/compared.ts';
import type { ComparedBy } from '../../state/comparison.ts';
import { OWN_VOICE_WORDS } from '../words/closed-words.ts';
import { toDateWords } from '../words/date-words.ts';

export const BY_WORDS: Readonly<Record<ComparedBy, { readonly one: string; readonly many: string }>> = {
  speaker: { one: 'speaker', many: 'Speakers' },
  publisher: { one: 'publisher', many: 'Publishers' },
  document: { one: 'document', many: 'Documents' },
  date: { one: 'date', many: 'Dates' },
};

/** The sides as they are shown: what divides first. */
export const SIDES_IN_ORDER: readonly ComparedSide[] = ['contradict', 'a', 'b', 'both'];

/** What is compared, in words; of speakers those names that are known. */
export function toViewWords(by: ComparedBy, value: string, names: ReadonlyMap<string, string>): string {
  if (by === 'publisher') return value;
  if (by === 'date') return value === '' ? '' : toDateWords(value);
  if (by === 'speaker' && value === NO_SPEAKER) return OWN_VOICE_WORDS;
  return (by === 'speaker' ? names.get(value) : undefined) ?? value.replaceAll('-', ' ');
}

/** "Only the Kremlin", "Both", "They contradict". */
export function toSideWords(side: ComparedSide, a: string, b: string): string {
  if (side === 'both') return 'Both';
  return side === 'contradict' ? 'They contradict' : `Only ${side === 'a' ? a : b}`;
}
