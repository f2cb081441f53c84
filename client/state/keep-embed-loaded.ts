import type { NetworkAnswer } from '../../graph-data/contract/answers.ts';
import { DEFAULT_LENS } from '../../graph-data/model/lens.ts';
import type { PageProblem } from '../api/problem-error.ts';
import { actorRequest } from '../api/requests.ts';
import type { Ask, NetworkKeeper } from './keep-network-loaded.ts';
import { keepNetworkLoaded } from './keep-network-loaded.ts';
import { isLensParameter } from './lens-parameters.ts';
import { withFailure } from './network-state.ts';
import type { PageStore } from './page-store.ts';
import type { Selection } from './selection.ts';

/** Beside the lens, what a picture is of: without it the picture is another. */
const OF_PICTURE = new Set(['actor', 'pair', 'relation', 'compare', 'expand']);

/**
 * Loads the network of a picture in somebody's page, whole or not at all: where the address asks for something that cannot be
 * read or that the data does not hold, the network's problem says so, and nothing is shown in its place.
 * @param faults the parts of the address that were not understood, as `name=value`
 */
export function keepEmbedLoaded(store: PageStore, ask: Ask, faults: readonly string[]): NetworkKeeper {
  const ofPicture = faults.filter((fault) => {
    const name = fault.split('=')[0] ?? '';
    return OF_PICTURE.has(name) || isLensParameter(name);
  });
  if (ofPicture.length > 0) {
    store.setState(({ network }) => ({ network: withFailure(network, toProblem(ofPicture)) }));
    return { reload: () => undefined, dispose: () => undefined };
  }
  return keepNetworkLoaded(store, ask, async ({ nodes }: NetworkAnswer, signal) => {
    const drawn = new Set(nodes.map(({ key }) => key));
    const hidden = toActors(store.getState().page.selection).filter((id) => !drawn.has(id));
    await Promise.all(hidden.map((id) => ask(actorRequest(id, DEFAULT_LENS), signal)));
  });
}

function toProblem(faults: readonly string[]): PageProblem {
  const title = 'A part of the address is not understood';
  return { title, detail: faults.join(', '), status: 400, pointers: [], reasons: [] };
}

function toActors(selection: Selection) {
  if (selection.kind === 'none') return [];
  return selection.kind === 'actor' ? [selection.actor] : [selection.a, selection.b];
}
