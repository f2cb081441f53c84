import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../client/api/problem-error.ts';
import { findUnnamedActors, keepNamesKnown } from '../../../client/state/keep-names-known.ts';
import { withComparison } from '../../../client/state/compare-transitions.ts';
import type { Ask } from '../../../client/state/keep-network-loaded.ts';
import { keepNetworkLoaded } from '../../../client/state/keep-network-loaded.ts';
import { isCutByLimit } from '../../../client/state/network-state.ts';
import type { PageStore } from '../../../client/state/page-store.ts';
import { withExpansion } from '../../../client/state/expansions.ts';
import { changePage, createPageStore } from '../../../client/state/page-store.ts';
import { withLens } from '../../../client/state/page-transitions.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toNetworkAnswer } from './network-answer.ts';

interface Asked {
  readonly address: string;
  readonly signal: AbortSignal;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** An API that answers when the test says so. */
function createAsk(): { readonly ask: Ask; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const ask: Ask = ({ address }, signal) =>
    new Promise((resolve, reject) => {
      asked.push({ address, signal, answer: (value) => resolve(value as never), fail: reject });
    });
  return { ask, asked };
}

/** The address of the network under no lens. */
const PLAIN = 'api/v1/network.columns?relations=6000';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const toNegative = (store: PageStore): void =>
  changePage(store, (page) => withLens(page, { ...DEFAULT_LENS, stances: ['negative'] }));
const refuse = (pointer: string, status = 422): ProblemError =>
  new ProblemError({ title: 'Unknown', detail: null, status, pointers: [pointer], reasons: [''] });

describe('keepNetworkLoaded', () => {
  it('when two views are chosen, then the network of both is loaded; half a choice changes nothing', async () => {
    const store = createPageStore('');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    changePage(store, (page) => withComparison(page, { by: 'speaker', a: 'kremlin' }));
    expect(asked.map(({ address }) => address)).toEqual([PLAIN]);
    changePage(store, (page) => withComparison(page, { b: 'none' }));
    expect(asked[1]?.address).toBe('api/v1/compare.columns?by=speaker&a=kremlin&b=none&relations=6000');
    asked[1]?.answer({ ...toNetworkAnswer(), sides: ['a'] });
    await settle();
    expect([...(store.getState().network.loaded?.compared?.sides.values() ?? [])]).toEqual(['a']);
    changePage(store, (page) => withComparison(page, null));
    expect(asked[2]?.address).toBe(PLAIN);
  });

  it('when one of the two views is not there, then the comparison is left with a notice, and everything is loaded', async () => {
    const store = createPageStore('compare=speaker:kremlin:nobody');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    asked[0]?.fail(refuse('/query/b'));
    await settle();
    const { page, notices } = store.getState();
    expect(page.comparison).toBeNull();
    expect(notices.map(({ text }) => text).join()).toContain('compare=speaker:kremlin:nobody');
    expect(asked[1]?.address).toBe(PLAIN);
  });

  it('when the network arrives, then it is ready with its names', async () => {
    const store = createPageStore('');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    expect(store.getState().network.status).toBe('loading');
    asked[0]?.answer(toNetworkAnswer());
    await settle();
    const { network, names, notices } = store.getState();
    expect(network.status).toBe('ready');
    expect(network.loaded?.graph.order).toBe(2);
    expect(names.get('vladimir-putin')).toBe('Vladimir Putin');
    expect(notices).toEqual([]);
  });

  it('when the lens changes meanwhile, then the older request is aborted and its answer passed over', async () => {
    const store = createPageStore('');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    toNegative(store);
    expect(asked.map(({ address, signal }) => [address, signal.aborted])).toEqual([
      [PLAIN, true],
      [`${PLAIN}&stance=negative`, false],
    ]);
    asked[1]?.answer(toNetworkAnswer(8));
    asked[0]?.answer(toNetworkAnswer(7));
    await settle();
    expect(store.getState().network.loaded?.meta.version).toBe(8);
  });

  it('when the next one fails, then the last stays in view beside the problem, and reload asks again', async () => {
    const store = createPageStore('');
    const { ask, asked } = createAsk();
    const keeper = keepNetworkLoaded(store, ask);
    asked[0]?.answer(toNetworkAnswer());
    await settle();
    toNegative(store);
    asked[1]?.fail(refuse('', 503));
    await settle();
    const { status, loaded, problem } = store.getState().network;
    expect([status, loaded?.graph.order, problem?.status]).toEqual(['failed', 2, 503]);
    keeper.reload();
    expect(asked[2]?.address).toBe(`${PLAIN}&stance=negative`);
  });

  it('when the server does not know a part of the lens, then it is left out with a notice', async () => {
    const store = createPageStore('speaker=nobody&stance=negative');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    asked[0]?.fail(refuse('/query/speaker'));
    await settle();
    expect(asked[1]?.address).toBe(`${PLAIN}&stance=negative`);
    expect(store.getState().notices[0]?.text).toContain('speaker=nobody');
  });

  it('when neighbours are brought in, then the network is asked for with them, and without those it does not know', async () => {
    const store = createPageStore('expand=vladimir-putin.25');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    changePage(store, (page) => withExpansion(page, 'ghost' as ActorId));
    expect(asked.map(({ address }) => address)).toEqual([
      `${PLAIN}&expand=vladimir-putin.25`,
      `${PLAIN}&expand=vladimir-putin.25&expand=ghost.25`,
    ]);
    asked[1]?.fail(refuse('/query/expand'));
    await settle();
    expect(asked[2]?.address).toBe(PLAIN);
    expect(store.getState().notices[0]?.text).toContain('expand=ghost.25');
  });

  it('when the link was made at another version, then a notice says so, once', async () => {
    const store = createPageStore('actor=vladimir-putin&v=3');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    asked[0]?.answer(toNetworkAnswer(7));
    await settle();
    expect(store.getState().notices.map(({ id }) => id)).toEqual(['version']);
    expect(store.getState().linkVersion).toBeNull();
  });

  it('when the link was made at this version, then nothing is said', async () => {
    const store = createPageStore('actor=vladimir-putin&v=7');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    asked[0]?.answer(toNetworkAnswer(7));
    await settle();
    expect(store.getState().notices).toEqual([]);
  });
});

describe('isCutByLimit', () => {
  it('when only the lens cuts, then it is not the limit', () => {
    expect(isCutByLimit(['stance=negative', 'publisher=limit=1'])).toBe(false);
    expect(isCutByLimit(['stance=negative', 'limit=2000'])).toBe(true);
    expect(isCutByLimit(['by=speaker', 'actors=2000'])).toBe(true); // as two views say it
  });
});

describe('the clock of dates that are compared', () => {
  it('when it is changed, then the two are asked for on it; of anything else it is no condition without dates', async () => {
    const store = createPageStore('compare=date:2024:2025');
    const { ask, asked } = createAsk();
    keepNetworkLoaded(store, ask);
    const toHappened = (): void =>
      changePage(store, (page) => withLens(page, { ...page.lens, clock: 'happened' }));
    toHappened();
    await settle();
    expect(asked.map(({ address }) => address.includes('clock=happened'))).toEqual([false, true]);

    const plain = createPageStore('');
    const other = createAsk();
    keepNetworkLoaded(plain, other.ask);
    changePage(plain, (page) => withLens(page, { ...page.lens, clock: 'happened' }));
    await settle();
    expect(other.asked.map(({ address }) => address)).toEqual([PLAIN]);
    expect(plain.getState().page.lens.clock).toBe('happened');
  });
});

describe('keepNamesKnown', () => {
  it('when two speakers are compared by a link, then their names are wanted, and the own voice is nobody', () => {
    const store = createPageStore('compare=speaker:kremlin:none');
    expect(findUnnamedActors(store.getState())).toEqual(['kremlin']);
  });

  it('when a speaker is not among the actors shown, then its name is asked for, once', async () => {
    const store = createPageStore('speaker=steve-witkoff&speaker=none');
    const { ask, asked } = createAsk();
    keepNamesKnown(store, ask);
    keepNetworkLoaded(store, ask);
    asked[0]?.answer(toNetworkAnswer());
    await settle();
    expect(asked.slice(1).map(({ address }) => address)).toEqual(['api/v1/actors/steve-witkoff']);
    asked[1]?.answer({ label: 'Steve Witkoff' });
    await settle();
    expect(store.getState().names.get('steve-witkoff')).toBe('Steve Witkoff');
    expect(findUnnamedActors(store.getState())).toEqual([]);
  });

  it('when there is no such actor, then nothing breaks and it is not asked for again', async () => {
    const store = createPageStore('pair=ghost..vladimir-putin');
    const { ask, asked } = createAsk();
    keepNamesKnown(store, ask);
    keepNetworkLoaded(store, ask);
    asked[0]?.answer(toNetworkAnswer(7, { speakers: [null] }));
    await settle();
    asked[1]?.fail(refuse('/path/id', 404));
    await settle();
    store.setState(({ page }) => ({ page: { ...page, tab: 'table' } }));
    expect(asked.length).toBe(2);
    expect(findUnnamedActors(store.getState())).toEqual(['ghost']);
  });
});
