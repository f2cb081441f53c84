import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, ReviewState, Step } from '../../../../client/panels/review/review-state.ts';
import {
  REVIEW_FILTERS,
  countReview,
  findOfSentence,
  startReview,
  toQueue,
  withChanged,
  withClaims,
  withCurrent,
  withFilter,
  withMove,
  withoutLastStep,
  withoutSteps,
  withStep,
  withThreshold,
} from '../../../../client/panels/review/review-state.ts';
import type { ClaimAnswer } from '../../../../graph-data/contract/answers.ts';
import type { Status } from '../../../../graph-data/model/claim.ts';
import { toClaim } from '../claim-answer.ts';

function propose(id: string, certainty: number, more: Partial<ClaimAnswer> = {}): ClaimAnswer {
  return toClaim(id, 'a', 'informs', id, { status: 'proposed', certainty, ...more });
}

function at(start: number, sentenceStart = 0): Pick<ClaimAnswer, 'evidence'> {
  const { evidence } = propose('x', 1);
  return { evidence: { ...evidence, start, end: start + 5, sentenceStart } };
}

let steps = 0;
function toStep(decisions: readonly Decision[], claim = decisions[0]?.claim ?? null): Step {
  steps += 1;
  return { id: steps, decisions, isChange: false, words: 'decided', claim };
}

function decide(state: ReviewState, to: Status): ReviewState {
  const claim = state.claims.find(({ id }) => id === state.current);
  return claim ? withStep(state, toStep([{ claim: claim.id, from: claim.status, to }])) : state;
}

const ids = (claims: readonly ClaimAnswer[]): string[] => claims.map(({ id }) => id);

const FOUR = [propose('low', 0.2), propose('mid', 0.5), propose('high', 0.9), propose('top', 0.95)];

describe('the queue of a review', () => {
  it('when it starts, then the surest proposal is in front, and of equals the first in the text', () => {
    const state = startReview(
      [propose('b', 0.5, at(9)), propose('a', 0.5, at(3)), propose('c', 0.7, at(20))],
      0,
    );

    expect(ids(toQueue(state))).toEqual(['c', 'a', 'b']);
    expect(state.current).toBe('c');
  });

  it('when a proposal is decided on, then the next is in front at once', () => {
    const first = startReview(FOUR, 0);
    const second = decide(first, 'accepted');
    const third = decide(second, 'rejected');

    expect([first.current, second.current, third.current]).toEqual(['top', 'high', 'mid']);
    expect(countReview(third)).toEqual({ waiting: 2, accepted: 1, rejected: 1, all: 4, hidden: 0 });
  });

  it('when the last one is decided on, then the first that was passed over is in front, and in the end nothing', () => {
    let state = withMove(withMove(startReview(FOUR, 0), 1), 1); // past top and high
    state = decide(decide(state, 'rejected'), 'rejected');
    expect(state.current).toBe('top');
    state = decide(decide(state, 'accepted'), 'accepted');

    expect(state.current).toBeNull();
    expect(toQueue(state)).toEqual([]);
  });

  it('when moved beyond an end, then it stays at it', () => {
    const state = startReview(FOUR, 0);
    expect(withMove(state, -1).current).toBe('top');
    expect(withMove(state, 99).current).toBe('low');
  });

  it('when a decided claim is decided on again among all, then the queue goes on from it', () => {
    const all = withFilter(decide(startReview(FOUR, 0), 'accepted'), 'all');
    const back = decide(withCurrent(all, 'top'), 'rejected');

    expect(back.current).toBe('high');
    expect(countReview(back).rejected).toBe(1);
  });

  it('when a sentence is asked for, then its waiting proposals are, and none that the dial hides', () => {
    const state = startReview(
      [
        propose('one', 0.9, at(5)),
        propose('two', 0.8, at(9)),
        propose('done', 0.7, { ...at(9), status: 'accepted' }),
        propose('unsure', 0.1, at(7)),
        propose('elsewhere', 0.85, at(30, 25)),
      ],
      0.3,
    );
    expect(ids(findOfSentence(state))).toEqual(['one', 'two']);
  });
});

describe('taking back', () => {
  it('when the last decision is taken back, then its claim waits and is in front again', () => {
    const state = withoutLastStep(decide(decide(startReview(FOUR, 0), 'accepted'), 'rejected'));

    expect([state.current, state.steps.length]).toEqual(['high', 1]);
    expect(countReview(state)).toMatchObject({ waiting: 3, accepted: 1, rejected: 0 });
  });

  it('when the claim would be hidden by filter or dial, then they give way', () => {
    const accepted = withThreshold(withFilter(decide(startReview(FOUR, 0), 'accepted'), 'rejected'), 1);
    const state = withoutLastStep(accepted);

    expect([state.current, state.filter, state.threshold]).toEqual(['top', 'waiting', 0.95]);
  });

  it('when a whole sentence was accepted, then all of it comes back', () => {
    const start = startReview(FOUR, 0);
    const decisions = FOUR.map(({ id: claim }): Decision => ({ claim, from: 'proposed', to: 'accepted' }));
    const state = withoutLastStep(withStep(start, toStep(decisions, 'top')));

    expect({ ...state, steps: [] }).toEqual({ ...start, steps: [] });
  });

  it('when there is nothing to take back, then nothing changes', () => {
    const state = startReview(FOUR, 0);
    expect(withoutLastStep(state)).toBe(state);
  });

  it('when a step was refused, then its claims wait again, but not those decided otherwise since', () => {
    const one = decide(startReview(FOUR, 0), 'accepted');
    const two = decide(one, 'accepted');
    const changed = withStep(two, toStep([{ claim: 'high', from: 'accepted', to: 'rejected' }]));
    const state = withoutSteps(changed, changed.steps.slice(0, 2));

    expect(state.claims.map(({ id, status }) => [id, status])).toEqual([
      ['top', 'proposed'],
      ['high', 'rejected'],
      ['mid', 'proposed'],
      ['low', 'proposed'],
    ]);
    expect([state.current, state.steps.length]).toEqual(['mid', 1]);
  });
});

describe('the dial and the filter', () => {
  it('when the dial is turned up, then less sure proposals are hidden and counted; decided ones are not', () => {
    const state = withThreshold(decide(withCurrent(startReview(FOUR, 0), 'low'), 'accepted'), 0.6);

    expect(ids(toQueue(state))).toEqual(['top', 'high']);
    expect(countReview(state)).toEqual({ waiting: 2, accepted: 1, rejected: 0, all: 3, hidden: 1 });
  });

  it('when the claim in front is hidden, then one that is shown takes its place', () => {
    const state = withThreshold(withCurrent(startReview(FOUR, 0), 'low'), 0.6);
    expect(state.current).toBe('top');
  });

  it('when it is turned beyond its ends, then it stops there', () => {
    const state = startReview(FOUR, 0.5);
    expect([withThreshold(state, -1).threshold, withThreshold(state, 2).threshold]).toEqual([0, 1]);
  });

  it('when a link names a claim that the dial hides, then the dial lets it through', () => {
    const state = startReview(FOUR, 0.6, 'mid');
    expect([state.current, state.threshold]).toEqual(['mid', 0.5]);
  });

  it('when a link names a claim that is not there, then the surest is in front', () => {
    expect(startReview(FOUR, 0, 'gone').current).toBe('top');
  });
});

describe('claims read anew', () => {
  it('when others have changed them, then that is seen, and a decision on its way stays seen', () => {
    const state = decide(startReview(FOUR, 0), 'accepted');
    const anew = withClaims(
      state,
      FOUR.filter(({ id }) => id !== 'mid').map((claim) => ({ ...claim, label: 'new' })),
      new Map([['top', 'accepted']]),
    );

    expect(anew.claims.map(({ id, status, label }) => [id, status, label])).toEqual([
      ['top', 'accepted', 'new'],
      ['high', 'proposed', 'new'],
      ['low', 'proposed', 'new'],
    ]);
    expect(anew.current).toBe('high');
  });

  it('when the claim in front is gone, then the one behind it is in front', () => {
    const state = withCurrent(startReview(FOUR, 0), 'mid');
    expect(
      withClaims(
        state,
        FOUR.filter(({ id }) => id !== 'mid'),
        new Map(),
      ).current,
    ).toBe('low');
  });

  it('when a claim is changed or added, then it stands once, in its place', () => {
    const state = withChanged(withChanged(startReview(FOUR, 0), propose('mid', 0.99)), propose('own', 0.3));
    expect(ids(state.claims)).toEqual(['mid', 'top', 'high', 'own', 'low']);
  });
});

describe('any run of keys', () => {
  const key = fc.constantFrom('a', 'r', 'j', 'k', 'z', '[', ']', 'filter');
  const press = (state: ReviewState, pressed: string): ReviewState => {
    switch (pressed) {
      case 'a':
        return decide(state, 'accepted');
      case 'r':
        return decide(state, 'rejected');
      case 'j':
        return withMove(state, 1);
      case 'k':
        return withMove(state, -1);
      case 'z':
        return withoutLastStep(state);
      case '[':
        return withThreshold(state, state.threshold - 0.25);
      case ']':
        return withThreshold(state, state.threshold + 0.25);
      default:
        return withFilter(
          state,
          REVIEW_FILTERS[(REVIEW_FILTERS.indexOf(state.filter) + 1) % REVIEW_FILTERS.length] ?? 'all',
        );
    }
  };

  it('when pressed, then the claim in front is one of the queue, or the queue is empty', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        const state = keys.reduce(press, startReview(FOUR, 0.3));
        const queue = ids(toQueue(state));
        expect(state.current === null ? queue : [queue.includes(state.current)]).toEqual(
          state.current === null ? [] : [true],
        );
      }),
    );
  });

  it('when all of it is taken back, then every claim has the status it had', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        let state = keys.reduce(press, startReview(FOUR, 0.3));
        while (state.steps.length > 0) state = withoutLastStep(state);
        expect(state.claims).toEqual(startReview(FOUR, 0.3).claims);
      }),
    );
  });
});
