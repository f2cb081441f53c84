import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';
import { toCountWords } from '../words/count-words.ts';

/** What goes with a document, and that it can come back. */
export function toRetractWords({
  claims,
  proposals,
}: Pick<DocumentSummaryAnswer, 'claims' | 'proposals'>): string {
  const parts = [
    ...(claims > 0 ? [toCountWords(claims, 'claim')] : []),
    ...(proposals > 0 ? [`${toCountWords(proposals, 'proposal')} waiting`] : []),
  ];
  if (parts.length === 0) return 'No claim goes with it. Undo brings it back.';
  const isOne = claims + proposals === 1;
  return `Its ${parts.join(' and ')} ${isOne ? 'goes' : 'go'} with it. Undo brings ${isOne ? 'both' : 'all of it'} back.`;
}
