import { relationTimesRequest, withoutDates } from '../../api/timeline-requests.ts';
import { networkRequest } from '../../api/requests.ts';
import type { Clock } from '../../../graph-data/model/lens.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import type { RelationTimes } from '../../../graph-data/contract/columns/decode-timeline.ts';
import type { Counts } from '../../../graph-data/network/lens/apply-lens.ts';
import type { NetworkGraph } from '../../../graph-data/network/graph.ts';
import { relationsWithin } from '../../../graph-data/network/timeline/relations-within.ts';
import { toLoadedNetwork } from '../../state/network-state.ts';
import type { StoreState } from '../../state/page-store.ts';
import type { PageServices } from '../page-context.ts';

/** Draws what some days leave of the network before the lens asks for them: from what is in the page, at once. */
export interface TimePreview {
  /** Fetches what is needed for the lens that is in force, where it is not here yet. */
  prepare(clock: Clock): void;
  /** Undefined, and nothing drawn, while that is on its way. Days count from 1970-01-01; null is open. */
  show(from: number | null, to: number | null): Counts | undefined;
  /** Draws the network of the lens again. */
  end(): void;
  dispose(): void;
}

interface Held<T> {
  readonly key: string;
  readonly value: T | null;
}

/** One for a page; it holds the network without dates, and the days of its relations. */
export function createTimePreview({
  store,
  ask,
  canvas,
}: Pick<PageServices, 'store' | 'ask' | 'canvas'>): TimePreview {
  const controller = new AbortController();
  let graph: Held<NetworkGraph> | undefined;
  let times: Held<RelationTimes> | undefined;

  const holdGraph = async (state: StoreState, key: string): Promise<void> => {
    const { page, network } = state;
    if (network.loaded !== null && isTimeless(state)) {
      graph = { key, value: network.loaded.graph };
      return;
    }
    if (graph?.key === key) return;
    graph = { key, value: null };
    const lens = withoutDates(page.lens);
    const answer = await ask(networkRequest(lens, page.expansions), controller.signal);
    if (graph.key === key) graph = { key, value: toLoadedNetwork(answer, lens).graph };
  };
  const holdTimes = async ({ page }: StoreState, key: string, clock: Clock): Promise<void> => {
    if (times?.key === key) return;
    times = { key, value: null };
    const answer = await ask(relationTimesRequest(page.lens, clock, page.expansions), controller.signal);
    if (times.key === key) times = { key, value: answer };
  };

  return {
    prepare(clock) {
      const state = store.getState();
      if (state.network.status !== 'ready' || state.page.comparison !== null) return;
      const key = toKey(state);
      // What fails is tried again with the next lens; until then the picture changes when the handle is let go.
      holdGraph(state, key).catch(() => (graph = undefined));
      holdTimes(state, `${key} ${clock}`, clock).catch(() => (times = undefined));
    },
    show(from, to) {
      const state = store.getState();
      const key = toKey(state);
      // Two views beside each other are another network, whose days are not here: it changes when the handle is let go.
      if (state.page.comparison !== null) return undefined;
      if (graph?.key !== key || graph.value === null || times?.value == null) return undefined;
      if (!times.key.startsWith(`${key} `)) return undefined;
      const drawn = graph.value;
      const { relations, columns } = times.value;
      const { isVisible, claims } = relationsWithin(columns, from, to);
      const left = new Set<string>();
      const actors = new Set<string>();
      let count = 0;
      isVisible.forEach((is, place) => {
        if (is === 0) return;
        const relation = relations[place] ?? '';
        left.add(relation);
        if (drawn.hasEdge(relation)) for (const actor of drawn.extremities(relation)) actors.add(actor);
        count += claims[place] ?? 0;
      });
      canvas.current?.setGraph(drawn, left);
      return { actors: actors.size, relations: left.size, claims: count };
    },
    end() {
      const { loaded } = store.getState().network;
      if (loaded !== null) canvas.current?.setGraph(loaded.graph);
    },
    dispose: () => controller.abort(),
  };
}

/** What the network without dates depends on. */
function toKey({ page, network }: StoreState): string {
  const { expansions, lens } = page;
  return JSON.stringify([toLensParameters(withoutDates(lens)), expansions, network.loaded?.meta.version]);
}

function isTimeless({ network: { loaded } }: StoreState): boolean {
  return loaded !== null && loaded.lens.from === null && loaded.lens.to === null;
}
