import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../client/api/problem-error.ts';
import { retractRequest } from '../../../client/api/changes.ts';
import { toFreshness } from '../../../client/state/freshness.ts';
import type { Send } from '../../../client/state/keep-changes.ts';
import { keepChanges } from '../../../client/state/keep-changes.ts';
import { toLoadedNetwork, withLoaded, withLoading } from '../../../client/state/network-state.ts';
import { changePage, createPageStore } from '../../../client/state/page-store.ts';
import { withReview, withSelection, withView } from '../../../client/state/page-transitions.ts';
import { toActorSelection } from '../../../client/state/selection.ts';
import type { ActorId, DocumentId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toNetworkAnswer } from './network-answer.ts';

const putin = toActorSelection('vladimir-putin' as ActorId);

/** A page at a version, whose network comes at `reload`ed versions when the test says so. */
function createPage(version = 7, query = '') {
  const store = createPageStore(query);
  const arrive = (next: number): void =>
    store.setState({ network: withLoaded(toLoadedNetwork(toNetworkAnswer(next), DEFAULT_LENS)) });
  arrive(version);
  let reloads = 0;
  const keeper = {
    reload: () => {
      reloads += 1;
      store.setState(({ network }) => ({ network: withLoading(network) }));
    },
    dispose: () => undefined,
  };
  const sent: { address: string; body: unknown }[] = [];
  let answer: () => Promise<unknown> = () => Promise.reject(new Error('nothing to answer'));
  const send: Send = (request) => {
    sent.push({ address: request.address, body: JSON.parse(request.body as string) as unknown });
    return answer() as Promise<never>;
  };
  const changes = keepChanges(store, keeper, send);
  return {
    store,
    changes,
    arrive,
    sent,
    reloads: () => reloads,
    answerWith: (next: () => Promise<unknown>) => {
      answer = next;
    },
    notices: () => store.getState().notices.map(({ text, action }) => [text, action?.words]),
  };
}

/** Timers of no length have run. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const refuse = (reasons: readonly string[]): Promise<never> =>
  Promise.reject(
    new ProblemError({
      title: 'This change cannot be taken back',
      detail: 'later entries stand on it',
      status: 409,
      pointers: reasons.map(() => '/body/seq'),
      reasons,
    }),
  );

describe('a change', () => {
  it('when it is made, then what is shown is asked for anew, and a notice offers the way back', async () => {
    const { changes, answerWith, notices, reloads, store } = createPage();
    answerWith(() => Promise.resolve({ changed: {}, seq: 8, version: 8 }));
    await changes.make(retractRequest('a-walk'), () => 'Retracted “A walk”');
    expect(reloads()).toBe(1);
    expect(notices()).toEqual([['Retracted “A walk”.', 'Undo']]);
    expect(store.getState().notices[0]?.action).toMatchObject({ kind: 'undo', seq: 8 });
  });

  it('when nothing had to change, then it is said, and there is nothing to take back', async () => {
    const { changes, answerWith, notices } = createPage();
    answerWith(() => Promise.resolve({ changed: {}, seq: null, version: 7 }));
    await changes.make(retractRequest('a-walk'), () => 'Retracted “A walk”');
    expect(notices()).toEqual([['Retracted “A walk”: nothing had to change.', undefined]]);
  });

  it('when it is taken back, then the notice offers to have it again, by taking the undo back', async () => {
    const { changes, answerWith, sent, store, notices } = createPage();
    answerWith(() => Promise.resolve({ undone: [8], seq: 9, changed: {}, version: 9 }));
    await changes.undo(8, 'Retracted “A walk”');
    expect(sent).toEqual([{ address: 'api/v1/undo', body: { seq: 8 } }]);
    expect(notices()).toEqual([['Taken back: Retracted “A walk”.', 'Redo']]);
    expect(store.getState().notices[0]?.action).toMatchObject({ kind: 'undo', seq: 9 });
  });

  it('when later entries stand on it, then the page asks, and takes all back where it is told to', async () => {
    const { changes, answerWith, sent, store } = createPage();
    answerWith(() => refuse(['entry 9', 'entry 10']));
    await changes.undo(8, 'Retracted “A walk”');
    expect(store.getState().blocked).toEqual({
      seq: 8,
      did: 'Retracted “A walk”',
      reasons: ['entry 9', 'entry 10'],
    });
    expect(store.getState().notices).toEqual([]);
    answerWith(() => Promise.resolve({ undone: [10, 9, 8], seq: 11, changed: {}, version: 11 }));
    await changes.undo(8, 'Retracted “A walk”', true);
    expect(sent.at(-1)?.body).toEqual({ seq: 8, withDependents: true });
    expect(store.getState().blocked).toBeNull();
  });

  it('when the last one cannot be taken back, then a notice says why', async () => {
    const { changes, answerWith, notices, sent } = createPage();
    answerWith(() => refuse(['nothing stands']));
    await changes.undo();
    expect(sent[0]?.body).toEqual({});
    expect(notices()).toEqual([['This change cannot be taken back: later entries stand on it.', undefined]]);
  });
});

describe('a version that was heard of', () => {
  it('when nothing is open, then it is shown; when something is, then it is offered', () => {
    const quiet = createPage();
    quiet.changes.announce(8);
    expect([quiet.reloads(), quiet.notices()]).toEqual([1, []]);

    const reading = createPage();
    changePage(reading.store, (page) => withSelection(page, putin));
    reading.changes.announce(8);
    expect([reading.reloads(), reading.notices()]).toEqual([0, [['The data has changed.', 'Show it']]]);
    reading.arrive(8);
    expect(reading.notices()).toEqual([]);
  });

  it('when it is of a change of this page, then nothing is offered', async () => {
    const { store, changes, answerWith, arrive, notices } = createPage();
    changePage(store, (page) => withSelection(page, putin));
    answerWith(() => {
      changes.announce(8); // the event comes before the answer
      return Promise.resolve({ changed: {}, seq: 8, version: 8 });
    });
    await changes.make(retractRequest('a-walk'), () => 'Retracted “A walk”');
    arrive(8);
    await settle();
    expect(notices()).toEqual([['Retracted “A walk”.', 'Undo']]);
  });

  it('when a review goes on, then it waits until the review is left', () => {
    const { store, changes, reloads } = createPage();
    changePage(store, (page) => withReview(page, 'a-walk' as DocumentId));
    changes.announce(8);
    expect(reloads()).toBe(0);
    changePage(store, (page) => withView(page, 'documents'));
    expect(reloads()).toBe(1);
  });

  it('when the answer is older all the same, then it is not asked for again and again', () => {
    const { changes, arrive, reloads } = createPage();
    changes.announce(8);
    arrive(7);
    expect(reloads()).toBe(1);
    changes.announce(9);
    expect(reloads()).toBe(2);
  });

  it('when nothing has arrived yet, or what is shown is as new, then nothing is done', () => {
    const { page, network } = createPage().store.getState();
    expect(toFreshness({ page, network }, 7, false)).toBe('fresh');
    expect(toFreshness({ page, network: withLoading(network) }, 8, false)).toBe('wait');
    expect(toFreshness({ page, network: { ...network, loaded: null } }, 8, false)).toBe('wait');
  });
});
