import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';

/**
 * A claim's sentence cut round its quote. Where the quote lies outside the sentence (it should not), the quote stands
 * alone: what is marked is always the exact words.
 */
export function toQuoteParts(evidence: ClaimAnswer['evidence']): {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
} {
  if (evidence.start === null || evidence.sentenceStart === null)
    return { before: '', quote: evidence.exact, after: '' };
  const start = evidence.start - evidence.sentenceStart;
  const end = start + evidence.exact.length;
  const isInside = start >= 0 && evidence.sentence.slice(start, end) === evidence.exact;
  if (!isInside) return { before: '', quote: evidence.exact, after: '' };
  return {
    before: evidence.sentence.slice(0, start),
    quote: evidence.exact,
    after: evidence.sentence.slice(end),
  };
}
