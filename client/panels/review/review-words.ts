import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toSpeakerWords, toTypeWords } from '../words/relation-words.ts';

/** The lowest certainty each word stands for, highest first. */
const CERTAINTY_WORDS = [
  [0.9, 'almost certain'],
  [0.7, 'likely'],
  [0.5, 'more likely than not'],
  [0.3, 'doubtful'],
  [0, 'unlikely'],
] as const;

/** How sure the engine is, in words: of proposals at 0.8 about eight in ten are right. */
export function toCertaintyWords(certainty: number): string {
  return CERTAINTY_WORDS.find(([least]) => certainty >= least)?.[1] ?? 'unlikely';
}

/** A certainty as it is written: two places after the point. */
export function toCertaintyNumber(certainty: number): string {
  return certainty.toFixed(2);
}

/** "Vladimir Putin befriends Donald Trump". */
export function toTripleWords(
  vocabulary: Vocabulary,
  { subject, type, object }: Pick<ClaimAnswer, 'subject' | 'type' | 'object'>,
): string {
  return `${subject.label} ${toTypeWords(vocabulary, type, 'out')} ${object.label}`;
}

/** A claim as a screen reader hears it when it comes to the front. */
export function toSpokenWords(vocabulary: Vocabulary, claim: ClaimAnswer): string {
  const modality = claim.modality === 'asserted' ? '' : `, ${claim.modality}`;
  return (
    `${toTripleWords(vocabulary, claim)}${modality}. ${toSpeakerWords(claim.speaker, claim.via)}: ` +
    `“${claim.evidence.exact}”. ${toCertaintyWords(claim.certainty)}, ${toCertaintyNumber(claim.certainty)}`
  );
}
