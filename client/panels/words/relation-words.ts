import type { ActorRef, RelationTypeRow } from '../../../graph-data/contract/answers.ts';
import { OWN_VOICE_WORDS } from './closed-words.ts';
import { toNumberWords } from './count-words.ts';

export type Vocabulary = ReadonlyMap<string, RelationTypeRow>;

/** A type read in a direction: `out` "leads", `in` "led by", `both` as it is. An unknown type reads as its id. */
export function toTypeWords(vocabulary: Vocabulary, type: string, direction: 'in' | 'out' | 'both'): string {
  const row = vocabulary.get(type);
  if (row === undefined) return type.replaceAll('-', ' ');
  return direction === 'in' ? row.inverse : row.label;
}

/** Whose word it is: "Steve Witkoff, quoting Vladimir Putin"; nobody's is the document's own voice. */
export function toSpeakerWords(
  speaker: Pick<ActorRef, 'label'> | null,
  via: readonly Pick<ActorRef, 'label'>[] = [],
): string {
  const names = [speaker?.label ?? OWN_VOICE_WORDS, ...via.map(({ label }) => label)];
  return names.join(', quoting ');
}

/**
 * The speakers of a relation as one phrase: at most three names, then how many more.
 * @param count of all, where not all are named
 */
export function toSpeakersWords(labels: readonly (string | null)[], count = labels.length): string {
  const shown = labels.slice(0, 3).map((label) => label ?? OWN_VOICE_WORDS);
  return count > shown.length ? `${shown.join(', ')} and ${count - shown.length} more` : shown.join(', ');
}

/** How many relations of a neighbour are not named beside those that are: "and 3 more"; undefined when all are. */
export function toMoreRelationsWords(shown: number, all: number): string | undefined {
  return all > shown ? `and ${toNumberWords(all - shown)} more` : undefined;
}

/** An arrow for the eye; screen readers get the words round it. */
export function toArrow(direction: 'in' | 'out' | 'both'): string {
  return direction === 'in' ? '←' : direction === 'out' ? '→' : '↔';
}
