import { LONGEST_LABEL } from '../../../graph-data/model/claim.ts';
import type { RelationType } from '../../../graph-data/model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';
import type { Proposal } from '../engine/extract-claims.ts';
import type { ActorRegister } from './actor-register.ts';
import type { AnsweredClaim } from './answer-schema.ts';
import { LONGEST_QUOTED } from './answer-schema.ts';
import type { DroppedTally, DropReason } from './dropped-tally.ts';
import { DROP_REASONS } from './dropped-tally.ts';
import { findPlaces, isWholeWords } from './find-places.ts';
import type { Answer } from './read-answer.ts';
import { toLine } from './to-line.ts';

/** No claim of a model is surer: how sure it says it is has not been measured. */
export const SUREST = 0.9;
const UNSURE = 0.5;
const LONGEST_REASON = 200;

/** What claims are held against. */
export interface Ground {
  /** NFC. */
  readonly text: string;
  readonly register: ActorRegister;
  readonly types: readonly RelationType[];
}

/**
 * The claims that the text bears out, surest first, then in the order of the text, each once: the quote stands in it letter for
 * letter at one place, subject, object and speaker by a name, and all else is of the closed lists. The rest goes to the tally.
 * What the text does not decide (that the quote means the claim) is for the reviewer.
 */
export function verifyClaims(answers: readonly Answer[], ground: Ground, tally: DroppedTally): Proposal[] {
  const types = new Map(ground.types.map((type) => [type.id as string, type]));
  const kept = new Map<string, Proposal>();
  for (const [index, { claims }] of answers.entries())
    for (const claim of claims) {
      const type = types.get(claim.type);
      const proposal = type === undefined ? DROP_REASONS.unknownType : toProposal(claim, type, index, ground);
      if (typeof proposal === 'string') {
        tally.drop(proposal, `${claim.subject} ${claim.type} ${claim.object}: ${claim.quote}`);
        continue;
      }
      const key = toKey(proposal, type?.mutual ?? false);
      const other = kept.get(key);
      if (other !== undefined) tally.drop(DROP_REASONS.repeated, ground.text.slice(other.start, other.end));
      if (other === undefined || other.certainty < proposal.certainty) kept.set(key, proposal);
    }
  return [...kept]
    .sort(
      ([a, x], [b, y]) => y.certainty - x.certainty || x.start - y.start || x.end - y.end || (a < b ? -1 : 1),
    )
    .map(([, proposal]) => proposal);
}

function toProposal(
  claim: AnsweredClaim,
  { id: type }: RelationType,
  answer: number,
  { text, register }: Ground,
): Proposal | DropReason {
  const { stance, modality, certainty } = claim;
  if (!isOneOf(STANCES, stance) || !isOneOf(MODALITIES, modality)) return DROP_REASONS.unknownStance;
  const label = toLine(claim.label);
  if (label === '' || label.length > LONGEST_LABEL) return DROP_REASONS.badLabel;
  const place = findQuote(text, claim.quote);
  if (typeof place === 'string') return place;
  const subject = register.find(claim.subject, answer);
  const object = register.find(claim.object, answer);
  if (subject === undefined || object === undefined) return DROP_REASONS.actorAbsent;
  if (subject === object) return DROP_REASONS.sameActor;
  const speaker = claim.speaker.trim() === '' ? null : register.find(claim.speaker, answer);
  if (speaker === undefined) return DROP_REASONS.speakerAbsent;
  const reason = typeof claim.reason === 'string' ? toLine(claim.reason, LONGEST_REASON) : '';
  return {
    subject,
    object,
    type,
    label,
    stance,
    modality,
    speaker,
    via: [],
    ...place,
    certainty:
      typeof certainty === 'number' && certainty >= 0 && certainty <= 1
        ? Math.min(SUREST, Math.round(certainty * 100) / 100)
        : UNSURE,
    reason: reason === '' ? 'a language model, without a reason' : `a language model: ${reason}`,
  };
}

const isOneOf = (values: readonly string[], value: string): boolean => values.includes(value);

/** The one place of a quote in the text, or what is wrong with it. */
function findQuote(text: string, said: string): { start: number; end: number } | DropReason {
  const quote = said.normalize('NFC').trim();
  if (quote.length > LONGEST_QUOTED || quote.includes('\n')) return DROP_REASONS.quoteTooLong;
  const [start, second] = findPlaces(text, quote, 2);
  if (start === undefined || !/[\p{L}\p{N}]/u.test(quote)) return DROP_REASONS.quoteAbsent;
  if (second !== undefined) return DROP_REASONS.quoteTwice;
  const end = start + quote.length;
  return isWholeWords(text, start, end) ? { start, end } : DROP_REASONS.quoteAbsent;
}

/** Equal for claims that say the same at the same place; what holds both ways says the same either way. */
function toKey({ subject, object, type, speaker, start, end }: Proposal, isMutual: boolean): string {
  const pair = isMutual && object < subject ? [object, subject] : [subject, object];
  return JSON.stringify([start, end, type, ...pair, speaker]);
}
