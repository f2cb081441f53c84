import { LONGEST_LABEL, LONGEST_QUOTE } from '../../../graph-data/model/claim.ts';
import type { RelationTypeId } from '../../../graph-data/model/ids.ts';
import type { Modality, Stance, Vocabulary } from '../../../graph-data/model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';
import type { Proposal } from '../engine/extract-claims.ts';

/** A proposal that the text and the vocabulary bear out. */
export interface CheckedProposal extends Proposal {
  readonly type: RelationTypeId;
  readonly stance: Stance;
  readonly modality: Modality;
}

export interface CheckedProposals {
  readonly kept: readonly CheckedProposal[];
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
}

/** Proposals of a document; the surest are kept. */
export const MOST_PROPOSALS = 1000;

/**
 * Holds proposals against the text and the vocabulary: what has no words at its offsets, or says what no claim can say, is
 * dropped and counted. Surest first, at most {@link MOST_PROPOSALS}.
 */
export function checkProposals(
  text: string,
  proposals: readonly Proposal[],
  { byId }: Vocabulary,
): CheckedProposals {
  const counts = new Map<string, number>();
  const drop = (reason: string): void => void counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const kept: CheckedProposal[] = [];
  for (const proposal of proposals.toSorted((a, b) => b.certainty - a.certainty || a.start - b.start)) {
    const fault = findFault(text, proposal, byId);
    if (fault !== undefined) drop(fault);
    else if (kept.length === MOST_PROPOSALS) drop(`a document has at most ${MOST_PROPOSALS} proposals`);
    else kept.push(proposal as CheckedProposal);
  }
  return { kept, dropped: [...counts].map(([reason, count]) => ({ reason, count })) };
}

function findFault(text: string, proposal: Proposal, types: Vocabulary['byId']): string | undefined {
  const { start, end, type, stance, modality, label, certainty, subject, object } = proposal;
  const hasPlace =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
  if (!hasPlace || text.slice(start, end).trim() === '') return 'there are no words at its place in the text';
  if (end - start > LONGEST_QUOTE) return `its words are more than ${LONGEST_QUOTE} characters`;
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) return 'its place cuts a character in two';
  if (!types.has(type as RelationTypeId)) return 'its type is not one of the vocabulary';
  const isKnown = STANCES.includes(stance as Stance) && MODALITIES.includes(modality as Modality);
  if (!isKnown) return 'its stance or modality is not one of those there are';
  if (label.trim() === '' || label.length > LONGEST_LABEL)
    return `its label has none or more than ${LONGEST_LABEL} characters`;
  if (!(certainty >= 0 && certainty <= 1)) return 'its certainty is no number from 0 to 1';
  return subject === object ? 'both its ends are one actor' : undefined;
}

/** True where a place in a text stands between the two halves of a character. */
function cutsCharacter(text: string, place: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') && /[\uD800-\uDBFF]/.test(text[place - 1] ?? '');
}
