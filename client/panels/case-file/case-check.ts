import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type {
  CaseClaim,
  CaseFile,
  CaseItem,
  CaseMarks,
  CaseStep,
} from '../../../graph-data/formats/case-file/case-file.ts';
import { OTHER_TYPE } from '../../../graph-data/model/vocabulary.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toTypeWords } from '../words/relation-words.ts';
import { toCaseClaim } from './to-case-item.ts';

/** What the data here has of a claim: the claim, nothing, or no answer. */
export type FoundClaim = ClaimAnswer | 'unknown' | 'unreached';

/** By claim id; one that was not asked for yet is not there. */
export type FoundClaims = ReadonlyMap<string, FoundClaim>;

const PARTS: readonly (readonly [part: keyof CaseClaim, words: string])[] = [
  ['sentence', 'the sentence'],
  ['exact', 'the exact words'],
  ['speaker', 'the speaker'],
  ['via', 'who is quoted'],
  ['subject', 'the subject'],
  ['object', 'the object'],
  ['relation', 'the relation'],
  ['label', 'the label'],
  ['stance', 'the stance'],
  ['modality', 'the modality'],
  ['saidOn', 'when it was said'],
  ['happenedOn', 'when it happened'],
  ['status', 'the status'],
  ['basis', 'what the evidence is'],
  ['document', 'the document'],
];

/** Of a claim that is still being asked for: an export says it, the page waits. */
export const NOT_YET_WORDS = 'Not checked against this data yet';

/** "Not in this data", "Differs from this data: the sentence, the speaker"; empty where it is as the data here has it. */
export function toClaimMark(claim: CaseClaim, found: FoundClaim | undefined): string {
  if (found === undefined) return NOT_YET_WORDS;
  if (found === 'unreached') return 'Could not be checked against this data';
  if (found === 'unknown') return 'Not in this data';
  const here = toCaseClaim(found);
  return toDifference(PARTS.filter(([part]) => !isSame(claim[part], here[part])).map(([, words]) => words));
}

/**
 * The same of a step, by those of its claims that are here: it may name other actors than they do, or call what they say something
 * else than their type; a step of a path may read as one of their labels, as relations of no type do.
 */
export function toStepMark(
  { kind, claims }: CaseItem,
  step: CaseStep,
  found: FoundClaims,
  vocabulary: Vocabulary,
): string {
  if (step.claims.length === 0) return 'No sentence of it is here';
  const here = step.claims
    .map((place) => found.get(claims[place]?.id ?? ''))
    .filter((claim) => typeof claim === 'object');
  const differ = (test: (claim: ClaimAnswer) => boolean): boolean => here.some((claim) => !test(claim));
  const isMutual = ({ type }: ClaimAnswer): boolean => vocabulary.get(type)?.mutual === true;
  const isAmong = (actor: CaseStep['subject'], end: 'subject' | 'object', claim: ClaimAnswer): boolean =>
    isActor(actor, claim[end]) ||
    (isMutual(claim) && (isActor(actor, claim.subject) || isActor(actor, claim.object)));
  return toDifference([
    ...(differ((claim) => isAmong(step.subject, 'subject', claim)) ? ['the subject'] : []),
    ...(differ((claim) => isAmong(step.object, 'object', claim)) ? ['the object'] : []),
    ...(differ(
      ({ type }) =>
        step.words === toTypeWords(vocabulary, type, 'out') ||
        (kind === 'path' && (type === OTHER_TYPE || here.some(({ label }) => label === step.words))),
    )
      ? ['the relation']
      : []),
    ...(kind === 'claim' && differ(({ modality }) => step.modality === modality) ? ['the modality'] : []),
  ]);
}

/** Everything of a case file that is not as the data here has it. */
export function toCaseMarks(file: CaseFile, found: FoundClaims, vocabulary: Vocabulary): CaseMarks {
  const marks = new Map<CaseClaim | CaseStep, string>();
  for (const item of file.items) {
    for (const claim of item.claims) marks.set(claim, toClaimMark(claim, found.get(claim.id)));
    for (const step of item.steps) marks.set(step, toStepMark(item, step, found, vocabulary));
  }
  return new Map([...marks].filter(([, words]) => words !== ''));
}

function toDifference(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `Differs from this data: ${parts.join(', ')}`;
}

function isActor(one: CaseStep['subject'], other: CaseStep['subject']): boolean {
  return one.id === other.id && one.label === other.label;
}

/** Equal in all they hold, whatever the order of their fields. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [a, b] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return a.length === b.size && a.every(([name, value]) => b.has(name) && isSame(value, b.get(name)));
}
