import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { Status } from '../../../graph-data/model/claim.ts';

export const REVIEW_FILTERS = ['waiting', 'accepted', 'rejected', 'all'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

/** The status a claim had, and the one it was given. */
export interface Decision {
  readonly claim: string;
  readonly from: Status;
  readonly to: Status;
}

/** What the reviewer did here in one go, and can take back in one go. */
export interface Step {
  /** Unlike that of any other step of this session. */
  readonly id: number;
  /** The statuses it gave. */
  readonly decisions: readonly Decision[];
  /** It changed more than statuses: an edit, a merge, a claim added. Taken back, the claims must be read anew. */
  readonly isChange: boolean;
  /** What it did, as a past participle: "accepted", "edited". */
  readonly words: string;
  /** The claim it was done at. */
  readonly claim: string | null;
}

/** The claims of one document under review. */
export interface ReviewState {
  /** All of them, most certain first, then as they stand in the text. */
  readonly claims: readonly ClaimAnswer[];
  /** The claim in front: always one of the queue; null where that is empty. */
  readonly current: string | null;
  readonly filter: ReviewFilter;
  /** Proposals less certain are hidden. 0 to 1. */
  readonly threshold: number;
  /** The reviewer's own, oldest first. */
  readonly steps: readonly Step[];
}

/** The start of a review: the surest waiting proposal is in front, or the claim asked for where there is one. */
export function startReview(
  claims: readonly ClaimAnswer[],
  threshold: number,
  wanted: string | null = null,
): ReviewState {
  const state = settle({
    claims: claims.toSorted(compareClaims),
    current: null,
    filter: 'waiting',
    threshold,
    steps: [],
  });
  return wanted === null ? state : withCurrent(state, wanted);
}

/** The claims that the filter and the dial show, in the order they are reviewed. */
export function toQueue({ claims, filter, threshold }: ReviewState): readonly ClaimAnswer[] {
  return claims.filter((claim) => isShown(claim, filter, threshold));
}

/** How many claims each filter shows, and how many proposals the dial hides. */
export function countReview({
  claims,
  threshold,
}: ReviewState): Readonly<Record<ReviewFilter | 'hidden', number>> {
  const count = (filter: ReviewFilter): number =>
    claims.filter((claim) => isShown(claim, filter, threshold)).length;
  const all = count('all');
  return {
    waiting: count('waiting'),
    accepted: count('accepted'),
    rejected: count('rejected'),
    all,
    hidden: claims.length - all,
  };
}

/** The claim in front; undefined at the end of the queue. */
export function findCurrent({ claims, current }: ReviewState): ClaimAnswer | undefined {
  return claims.find(({ id }) => id === current);
}

/** The waiting proposals of the sentence the claim in front stands in, itself among them. */
export function findOfSentence(state: ReviewState): readonly ClaimAnswer[] {
  const current = findCurrent(state);
  if (current === undefined) return [];
  const { sentence, sentenceStart } = current.evidence;
  return state.claims.filter(
    (claim) =>
      isShown(claim, 'waiting', state.threshold) &&
      claim.evidence.sentenceStart === sentenceStart &&
      claim.evidence.sentence === sentence,
  );
}

/**
 * Gives claims another status, as a step of its own. Whatever leaves the queue by it, the next claim of the queue is in
 * front; after the last one, the first of those that were passed over.
 */
export function withStep(state: ReviewState, step: Step): ReviewState {
  const next = { ...state, claims: withStatuses(state.claims, step.decisions, 'to') };
  const front = step.decisions.some(({ claim }) => claim === state.current)
    ? toCurrentAfter(toQueue(state), toQueue(next), state.current)
    : state.current;
  return settle({ ...next, current: front, steps: [...state.steps, step] }, toQueue(state));
}

/** Takes the last step out of the list; of a decision the claims have their status back, and its claim is in front. */
export function withoutLastStep(state: ReviewState): ReviewState {
  const step = state.steps.at(-1);
  if (step === undefined) return state;
  const claims = withStatuses(state.claims, step.decisions, 'from');
  const back = { ...state, claims, steps: state.steps.slice(0, -1) };
  return step.claim === null ? settle(back) : withCurrent(back, step.claim);
}

/**
 * Takes back steps that were not kept, whichever they are: claims that still have the status they were given have their
 * earlier one again. The claim in front stays so where it can.
 */
export function withoutSteps(state: ReviewState, failed: readonly Step[]): ReviewState {
  const ids = new Set(failed.map(({ id }) => id));
  const standing = state.steps.filter(({ id }) => ids.has(id));
  const statuses = new Map(state.claims.map(({ id, status }) => [id, status]));
  const decisions = standing
    .flatMap((step) => step.decisions)
    .filter(({ claim, to }) => statuses.get(claim) === to);
  return settle({
    ...state,
    claims: withStatuses(state.claims, decisions, 'from'),
    steps: state.steps.filter(({ id }) => !ids.has(id)),
  });
}

/** Another claim of the queue in front, so many places on or back; at the ends it stays. */
export function withMove(state: ReviewState, by: number): ReviewState {
  const queue = toQueue(state);
  const at = queue.findIndex(({ id }) => id === state.current);
  const to = at < 0 ? 0 : Math.min(Math.max(0, at + by), queue.length - 1);
  return { ...state, current: queue[to]?.id ?? null };
}

/** Puts a claim in front. Where filter or dial would hide it, they give way; an unknown one changes nothing. */
export function withCurrent(state: ReviewState, id: string): ReviewState {
  const claim = state.claims.find((other) => other.id === id);
  if (claim === undefined) return settle(state);
  const threshold =
    claim.status === 'proposed' ? Math.min(state.threshold, claim.certainty) : state.threshold;
  const isKept = isShown(claim, state.filter, threshold);
  const filter = isKept ? state.filter : claim.status === 'proposed' ? 'waiting' : 'all';
  return { ...state, threshold, filter, current: id };
}

export function withFilter(state: ReviewState, filter: ReviewFilter): ReviewState {
  return settle({ ...state, filter }, toQueue(state));
}

/** Turns the dial: more proposals or surer ones. */
export function withThreshold(state: ReviewState, threshold: number): ReviewState {
  return settle({ ...state, threshold: Math.min(1, Math.max(0, threshold)) }, toQueue(state));
}

/** The claims as they are now; those with a decision on its way have its status. Steps stay. */
export function withClaims(
  state: ReviewState,
  claims: readonly ClaimAnswer[],
  onTheirWay: ReadonlyMap<string, Status>,
): ReviewState {
  const ordered = claims
    .map((claim) => ({ ...claim, status: onTheirWay.get(claim.id) ?? claim.status }))
    .toSorted(compareClaims);
  return settle({ ...state, claims: ordered }, toQueue(state));
}

/** Puts a changed claim in place of itself, or adds a new one. Its place in the queue may be another. */
export function withChanged(state: ReviewState, claim: ClaimAnswer): ReviewState {
  const others = state.claims.filter(({ id }) => id !== claim.id);
  return settle({ ...state, claims: [...others, claim].toSorted(compareClaims) }, toQueue(state));
}

function isShown({ status, certainty }: ClaimAnswer, filter: ReviewFilter, threshold: number): boolean {
  if (status === 'proposed') return (filter === 'waiting' || filter === 'all') && certainty >= threshold;
  return filter === 'all' || filter === status;
}

function compareClaims(one: ClaimAnswer, other: ClaimAnswer): number {
  return (
    other.certainty - one.certainty ||
    (one.evidence.start ?? 0) - (other.evidence.start ?? 0) ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

function withStatuses(
  claims: readonly ClaimAnswer[],
  decisions: readonly Decision[],
  which: 'from' | 'to',
): readonly ClaimAnswer[] {
  const given = new Map(decisions.map((decision) => [decision.claim, decision[which]]));
  return claims.map((claim) => {
    const status = given.get(claim.id);
    return status === undefined ? claim : { ...claim, status };
  });
}

/** Keeps a claim of the queue in front: the one that is, or else the next of those that stood behind it. */
function settle(state: ReviewState, before: readonly ClaimAnswer[] = []): ReviewState {
  const queue = toQueue(state);
  if (queue.some(({ id }) => id === state.current)) return state;
  return { ...state, current: toCurrentAfter(before, queue, state.current) };
}

/** The first of those behind `left` in the queue as it was that is still in it; else the first there is. */
function toCurrentAfter(
  before: readonly ClaimAnswer[],
  queue: readonly ClaimAnswer[],
  left: string | null,
): string | null {
  const still = new Set(queue.map(({ id }) => id));
  const at = before.findIndex(({ id }) => id === left);
  const behind = before.slice(at + 1).find(({ id }) => still.has(id));
  if (behind !== undefined) return behind.id;
  return still.has(left ?? '') ? left : (queue[0]?.id ?? null);
}
