import type { ActorId } from '../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../graph-data/model/lens.ts';
import { actorRequest } from '../api/requests.ts';
import type { Ask } from './keep-network-loaded.ts';
import type { PageStore, StoreState } from './page-store.ts';

/** Most names asked for one by one: of more speakers that are not drawn, as large networks have, none is. */
const MOST_ASKED = 50;

/**
 * The actors the page has to name that no network brought: under a lens a speaker or the selection itself may be left
 * out. `none` is no actor.
 */
export function findUnnamedActors({ page, network, names }: StoreState): ActorId[] {
  const wanted = new Set<string>(page.lens.speakers);
  if (page.selection.kind === 'actor') wanted.add(page.selection.actor);
  if (page.selection.kind === 'pair') wanted.add(page.selection.a).add(page.selection.b);
  const speaking = new Set<string>();
  network.loaded?.graph.forEachEdge((_edge, { speakers }) => {
    for (const speaker of speakers) if (speaker !== null && !names.has(speaker)) speaking.add(speaker);
  });
  if (speaking.size <= MOST_ASKED) for (const speaker of speaking) wanted.add(speaker);
  if (page.comparison?.by === 'speaker') wanted.add(page.comparison.a).add(page.comparison.b);
  wanted.delete('none');
  wanted.delete('');
  return [...wanted].filter((id) => !names.has(id)) as ActorId[];
}

/** Asks for the names that are missing once a network has arrived; an actor that does not exist keeps its id. */
export function keepNamesKnown(store: PageStore, ask: Ask): () => void {
  const controller = new AbortController();
  const asked = new Set<ActorId>();
  const askFor = async (id: ActorId): Promise<void> => {
    const { label } = await ask(actorRequest(id, DEFAULT_LENS), controller.signal);
    store.setState(({ names }) => ({ names: new Map([...names, [id, label]]) }));
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.network.status !== 'ready') return;
    if (state.network === before.network && state.page === before.page) return;
    const missing = findUnnamedActors(state).filter((id) => !asked.has(id));
    for (const id of missing.slice(0, MOST_ASKED)) {
      asked.add(id);
      askFor(id).catch(() => undefined); // the id in words then stands for the name
    }
  });
  return () => {
    unsubscribe();
    controller.abort();
  };
}
