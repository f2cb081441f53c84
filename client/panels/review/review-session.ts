import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { ActorRef, ClaimAnswer, DocumentDetail } from '../../../graph-data/contract/answers.ts';
import type {
  ClaimChange,
  ClaimPatch,
  LikenessesAnswer,
  MergeAnswer,
} from '../../../graph-data/contract/writes.ts';
import type { Status } from '../../../graph-data/model/claim.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import type { ChangeRequest, ClaimWish } from '../../api/changes.ts';
import { addClaimRequest, claimPatchRequest, distinctRequest, mergeRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import type { Send } from '../../state/keep-changes.ts';
import type { Ask } from '../../state/keep-network-loaded.ts';
import { toCountWords } from '../words/count-words.ts';
import { loadReview } from './load-review.ts';
import type { ReviewFilter, ReviewState, Step } from './review-state.ts';
import {
  findCurrent,
  findOfSentence,
  startReview,
  withChanged,
  withClaims,
  withCurrent,
  withFilter,
  withMove,
  withoutLastStep,
  withoutSteps,
  withStep,
  withThreshold,
} from './review-state.ts';
import type { Changed } from './review-writer.ts';
import { createReviewWriter } from './review-writer.ts';

export type Likeness = LikenessesAnswer['items'][number];

/** A review as the screen has it. */
export interface SessionState {
  /** Null until it has come. */
  readonly document: DocumentDetail | null;
  readonly review: ReviewState;
  /** Open questions whether two actors are one. */
  readonly likenesses: readonly Likeness[];
  /** What was done last, for those who cannot see it. */
  readonly said: string;
  /** Why the document is not here, or why the last change was not kept. */
  readonly problem: PageProblem | null;
  /** Decisions that did not reach the server, and can be sent again. */
  readonly unsent: readonly Step[];
  /** Changes not kept yet. */
  readonly waiting: number;
  /** The data's version as far as it is known here. */
  readonly version: number;
}

/** What a reviewer can do. Decisions show at once and are sent behind the reviewer's back; the others answer when they are kept. */
export interface ReviewSession {
  readonly store: StoreApi<SessionState>;
  /** Reads everything anew. */
  load(): Promise<void>;
  decide(to: Status): void;
  acceptSentence(): void;
  flip(): void;
  undo(): void;
  move(by: number): void;
  choose(claim: string): void;
  filter(filter: ReviewFilter): void;
  turnDial(threshold: number): void;
  /** Rejects with a problem where it was not kept. */
  edit(claim: ClaimAnswer, patch: ClaimPatch): Promise<void>;
  add(body: ClaimWish): Promise<void>;
  previewMerge(actor: string, into: string): Promise<MergeAnswer>;
  merge(actor: ActorRef, into: string): Promise<void>;
  distinguish(likeness: Likeness): Promise<void>;
  sendAgain(): void;
  dismiss(): void;
  /** Resolves when everything done so far was sent and answered. */
  settle(): Promise<void>;
}

interface SessionServices {
  readonly ask: Ask;
  readonly send: Send;
}

const EMPTY: SessionState = {
  document: null,
  review: startReview([], 0),
  likenesses: [],
  said: '',
  problem: null,
  unsent: [],
  waiting: 0,
  version: 0,
};

const DONE_WORDS: Readonly<Record<Status, string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  proposed: 'Put back',
};

/** A review of a document that has not been read yet: `load` reads it. `wanted` is the claim to begin with. */
export function createReviewSession(
  id: DocumentId,
  { ask, send }: SessionServices,
  wanted: string | null = null,
): ReviewSession {
  const store = createStore<SessionState>()(() => EMPTY);
  /** The data's version at which a claim was read last, and that of all others. */
  const versions = new Map<string, number>();
  let versionOfAll = 0;
  let lastStep = 0;
  const { signal } = new AbortController(); // what is under way ends by itself; the screen may be gone by then

  const change = (transition: (review: ReviewState) => ReviewState, said?: string): void =>
    store.setState(({ review, said: before }) => ({ review: transition(review), said: said ?? before }));
  const toStep = (words: string, made: Partial<Step> = {}): Step => {
    lastStep += 1;
    return { id: lastStep, decisions: [], isChange: false, words, claim: null, ...made };
  };
  const fail = (problem: PageProblem, unsent: readonly Step[] = []): void =>
    store.setState((state) => ({ problem, unsent: [...state.unsent, ...unsent], said: '' }));

  const writer = createReviewWriter(send, {
    onWaiting: (waiting) => store.setState({ waiting }),
    onKept: (claims, version) => {
      for (const claim of claims) versions.set(claim, version);
      store.setState({ version });
    },
    onRefused: (steps, problem) => {
      change((review) => withoutSteps(review, steps));
      const count = toCountWords(
        steps.reduce((sum, { decisions }) => sum + decisions.length, 0),
        'decision',
      );
      const mayHelp = problem.status === 0 || problem.status === 429 || problem.status >= 500;
      fail(toRefusal(`Not kept, and back in the queue: ${count}`, problem), mayHelp ? steps : []);
      if (!mayHelp) void load();
    },
    onUndone: () => void load(),
    onUndoRefused: (step, problem) => {
      fail(toRefusal(`What was ${step.words} cannot be taken back`, problem));
      void load();
    },
  });

  const load = (): Promise<void> =>
    writer.inTurn(async () => {
      try {
        const { document, claims, version, likenesses, threshold } = await loadReview(ask, id, signal);
        versions.clear();
        versionOfAll = version;
        store.setState(({ document: before, review }) => ({
          document,
          likenesses,
          version,
          review:
            before === null
              ? startReview(claims, threshold, wanted)
              : withClaims(review, claims, writer.toStatuses()),
        }));
      } catch (error) {
        const problem = toPageProblem(error);
        const wasHere = store.getState().document !== null;
        if (problem.status !== 404) fail(problem);
        else store.setState({ document: null, problem: wasHere ? RETRACTED : problem });
      }
    });
  /** Makes a change that shows only when it is kept. */
  const make = async <T extends Changed>(step: Step, request: () => ChangeRequest<T>): Promise<T> => {
    const answer = await writer.change(step, request);
    store.setState({ problem: null, version: answer.version });
    return answer;
  };
  /** A claim as the server has it now; a decision on its way stays seen. */
  const put = (claim: ClaimAnswer, version: number, step?: Step): void => {
    versions.set(claim.id, version);
    const status = writer.toStatuses().get(claim.id) ?? claim.status;
    change((review) =>
      withChanged(step === undefined ? review : withStep(review, step), { ...claim, status }),
    );
  };
  const patch = (claim: ClaimAnswer, wish: ClaimPatch) => (): ChangeRequest<ClaimChange> =>
    claimPatchRequest(claim.id, wish, versions.get(claim.id) ?? versionOfAll);

  const decideOn = (claims: readonly ClaimAnswer[], to: Status, words: string): void => {
    const decisions = claims.map(({ id: claim, status }) => ({ claim, from: status, to }));
    const { current } = store.getState().review;
    const step = toStep(words.toLowerCase(), { decisions, claim: current });
    change((review) => withStep(review, step), `${words}.`);
    writer.decide(step);
  };

  return {
    store,
    load,
    decide: (to) => {
      const claim = findCurrent(store.getState().review);
      if (claim === undefined) return;
      if (claim.status === to) change((review) => withMove(review, 1), `It was ${to} already.`);
      else decideOn([claim], to, DONE_WORDS[to]);
    },
    acceptSentence: () => {
      const claims = findOfSentence(store.getState().review);
      if (claims.length > 0) decideOn(claims, 'accepted', `Accepted ${toCountWords(claims.length, 'claim')}`);
    },
    flip: () => {
      const claim = findCurrent(store.getState().review);
      if (claim === undefined) return;
      const { subject, object } = claim;
      const step = toStep('flipped', { isChange: true, claim: claim.id });
      change(
        (review) => withStep(withChanged(review, { ...claim, subject: object, object: subject }), step),
        'Flipped.',
      );
      make(step, patch(claim, { subject: { id: object.id }, object: { id: subject.id } })).then(
        (answer) => put(answer.claim, answer.version),
        (error: unknown) => {
          change((review) => withoutSteps(review, [step]));
          fail(toRefusal('The direction was not kept', toPageProblem(error)));
          void load();
        },
      );
    },
    undo: () => {
      const step = store.getState().review.steps.at(-1);
      if (step === undefined) {
        store.setState({ said: 'Nothing of yours is left to take back.' });
        return;
      }
      change(withoutLastStep, `Taken back: ${step.words}.`);
      writer.undo(step);
    },
    move: (by) => {
      const before = store.getState().review.current;
      change((review) => withMove(review, by), '');
      if (store.getState().review.current === before)
        store.setState({ said: by > 0 ? 'This is the last one.' : 'This is the first one.' });
    },
    choose: (claim) => change((review) => withCurrent(review, claim), ''),
    filter: (filter) => change((review) => withFilter(review, filter), ''),
    turnDial: (threshold) => change((review) => withThreshold(review, threshold), ''),
    edit: async (claim, wish) => {
      const { status = claim.status } = wish;
      const decisions = status === claim.status ? [] : [{ claim: claim.id, from: claim.status, to: status }];
      const step = toStep('edited', { isChange: true, claim: claim.id, decisions });
      try {
        const { claim: changed, version } = await make(step, patch(claim, wish));
        put(changed, version, step);
      } catch (error) {
        void load();
        throw error;
      }
      store.setState({ said: status === claim.status ? 'Edited.' : `Edited and ${status}.` });
    },
    add: async (body) => {
      const step = toStep('added', { isChange: true });
      const { claim, version } = await make(step, () => addClaimRequest(body));
      put(claim, version, step);
      store.setState({ said: 'Added.' });
    },
    previewMerge: (actor, into) => send(mergeRequest(actor, into, { dryRun: true }), signal),
    merge: async (actor, into) => {
      const step = toStep('merged', { isChange: true, claim: store.getState().review.current });
      const { actor: stays } = await make(step, () => mergeRequest(actor.id, into, { dryRun: false }));
      change((review) => withStep(review, step), `${actor.label} is ${stays.label} from now on.`);
      await load();
    },
    distinguish: async ({ actor, other }) => {
      const step = toStep('told apart', { isChange: true, claim: store.getState().review.current });
      await make(step, () => distinctRequest(actor.id, other.id));
      store.setState(({ likenesses }) => ({
        likenesses: likenesses.filter((open) => open.actor.id !== actor.id || open.other.id !== other.id),
      }));
      change((review) => withStep(review, step), `${actor.label} and ${other.label} are two.`);
    },
    sendAgain: () => {
      const { unsent, review } = store.getState();
      const last = new Map(unsent.flatMap((step) => step.decisions).map(({ claim, to }) => [claim, to]));
      store.setState({ unsent: [], problem: null });
      const decisions = review.claims.flatMap(({ id: claim, status }) => {
        const to = last.get(claim);
        return to === undefined || to === status ? [] : [{ claim, from: status, to }];
      });
      if (decisions.length === 0) return;
      const step = toStep('decided', { decisions, claim: decisions[0]?.claim ?? null });
      change((before) => withStep(before, step), 'Sent again.');
      writer.decide(step);
    },
    dismiss: () => store.setState({ problem: null, unsent: [] }),
    settle: () => writer.inTurn(() => Promise.resolve()),
  };
}

const RETRACTED: PageProblem = {
  title: 'This document is no longer here',
  detail: 'It was retracted meanwhile, and its claims with it. Undoing that brings back both, as they were.',
  status: 404,
  pointers: [],
  reasons: [],
};

/** What was refused in words of this screen, then the server's own. */
function toRefusal(title: string, problem: PageProblem): PageProblem {
  const why =
    problem.status === 409 && problem.detail === null
      ? 'It was changed by someone else meanwhile.'
      : (problem.detail ?? problem.title);
  return { ...problem, title, detail: [...new Set([why, ...problem.reasons])].filter(Boolean).join('; ') };
}
