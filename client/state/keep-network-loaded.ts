import type { NetworkAnswer } from '../../graph-data/contract/answers.ts';
import type { ApiRequest } from '../api/api-request.ts';
import { toPageProblem } from '../api/problem-error.ts';
import { comparedNetworkRequest } from '../api/question-requests.ts';
import { networkRequest } from '../api/requests.ts';
import { toExpansionText } from '../../graph-data/network/expansion.ts';
import { withComparison } from './compare-transitions.ts';
import type { Comparison } from './comparison.ts';
import { isComplete, isSameComparison, toComparisonText } from './comparison.ts';
import { isSameExpansions } from './expansions.ts';
import { withoutFaultyParts } from './faulty-lens.ts';
import { toLoadedNetwork, withFailure, withLoaded, withLoading } from './network-state.ts';
import { toFaultNotice, toVersionNotice, withNotice } from './notices.ts';
import type { PageState } from './page-state.ts';
import type { PageStore } from './page-store.ts';
import { changePage } from './page-store.ts';
import { isSameLens, withLens } from './page-transitions.ts';

export type Ask = <T>(request: ApiRequest<T>, signal: AbortSignal) => Promise<T>;

export interface NetworkKeeper {
  /** Asks again, also under the same lens. */
  reload(): void;
  dispose(): void;
}

/**
 * Loads the network whenever the lens, what is compared or what is brought in changes; an older request is aborted. Parts of the lens, and
 * expansions, that the server does not know are left out with a notice. The first answer is compared with the version the link names.
 * @param requireWhole throws where an answer is not all that was asked for; where it is given nothing is left out, and what the
 * server does not know is the network's problem
 */
export function keepNetworkLoaded(
  store: PageStore,
  ask: Ask,
  requireWhole?: (answer: NetworkAnswer, signal: AbortSignal) => Promise<void>,
): NetworkKeeper {
  let running: AbortController | undefined;
  const load = async (): Promise<void> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { lens, expansions } = store.getState().page;
    const comparison = findCompared(store.getState().page);
    store.setState(({ network }) => ({ network: withLoading(network) }));
    try {
      const request =
        comparison === null ? networkRequest(lens, expansions) : comparedNetworkRequest(lens, comparison);
      const answer = await ask<NetworkAnswer>(request, controller.signal);
      await requireWhole?.(answer, controller.signal);
      if (!controller.signal.aborted) receive(answer, comparison);
    } catch (error) {
      if (!controller.signal.aborted) fail(error);
    }
  };
  const receive = (answer: NetworkAnswer, comparison: Comparison | null): void => {
    const { page, linkVersion, notices, names } = store.getState();
    const loaded = toLoadedNetwork(answer, page.lens, comparison);
    const notice = toVersionNotice(linkVersion, loaded.meta.version);
    store.setState({
      network: withLoaded(loaded),
      names: new Map([
        ...names,
        ...answer.nodes.map(({ key, attributes }) => [key, attributes.label] as const),
      ]),
      notices: notice ? withNotice(notices, notice) : notices,
      linkVersion: null,
    });
  };
  const fail = (error: unknown): void => {
    const problem = toPageProblem(error);
    const isRefused = requireWhole === undefined && (problem.status === 400 || problem.status === 422);
    if (isRefused && problem.pointers.includes('/query/expand')) {
      const notice = toFaultNotice(
        store.getState().page.expansions.map((step) => `expand=${toExpansionText(step)}`),
      );
      if (notice) store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
      changePage(store, (page) => ({ ...page, expansions: [] }));
      return;
    }
    const { comparison } = store.getState().page;
    if (
      isRefused &&
      comparison !== null &&
      ['/query/a', '/query/b'].some((at) => problem.pointers.includes(at))
    ) {
      const notice = toFaultNotice([`compare=${toComparisonText(comparison)}`]);
      if (notice) store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
      changePage(store, (page) => withComparison(page, null));
      return;
    }
    const mended = isRefused ? withoutFaultyParts(store.getState().page.lens, problem.pointers) : undefined;
    if (mended === undefined) {
      store.setState(({ network }) => ({ network: withFailure(network, problem) }));
      return;
    }
    const notice = toFaultNotice(mended.dropped, 'lens');
    if (notice) store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
    changePage(store, (page) => withLens(page, mended.lens));
  };
  const unsubscribe = store.subscribe((state, previous) => {
    const isSame =
      isSameLens(state.page.lens, previous.page.lens) &&
      isSameExpansions(state.page.expansions, previous.page.expansions) &&
      isSameComparison(findCompared(state.page), findCompared(previous.page)) &&
      (findCompared(state.page)?.by !== 'date' || state.page.lens.clock === previous.page.lens.clock);
    if (!isSame) void load();
  });
  void load();
  return {
    reload: () => void load(),
    dispose: () => {
      unsubscribe();
      running?.abort();
    },
  };
}

/** The two views that the network is to be of; null where it is of everything. */
function findCompared({ comparison }: PageState): Comparison | null {
  return isComplete(comparison) ? comparison : null;
}
