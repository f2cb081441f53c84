import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { placeNewcomers } from '../../graph-data/network/layout/place-newcomers.ts';
import type { Network } from '../../graph-data/network/network.ts';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import type { Store } from '../store/store.ts';
import { loadContext, storeLayout, toScope } from './load-context.ts';

/** What the server answers from at the moment, and how it comes to answer from what the store holds now. */
export interface ContextHolder {
  /** Undefined once it is closed. */
  readonly current: ViewContext | undefined;
  /**
   * After it, answers come from the store's present version. Where its layout is not stored yet, actors stand where they
   * stood and newcomers near their neighbours, until the layout has been computed beside.
   */
  reload(): Promise<void>;
  /** Gives up the layout that is being computed, and waits until a table of claims that is being kept is written. */
  close(): Promise<void>;
}

/**
 * Loads the first context, its layout computed where none is stored. Where its claims had to be read one by one, their table
 * is kept for the next start once other work has had its turn.
 */
export async function openContext(store: Store, host: string, log: Logger): Promise<ContextHolder> {
  const closed = new AbortController();
  let arranging: Promise<void> = Promise.resolve();
  const keep = async ({ version, claims }: Network): Promise<void> => {
    await nextTurn(); // whoever waits for the context goes on first
    try {
      await store.keepClaims(version, toScope(host), claims);
    } catch (error) {
      log.warn({ err: error }, 'the claims could not be kept for the next start, which will take longer');
    }
  };
  const onBuilt = (network: Network): void => {
    arranging = arranging.then(() => keep(network));
  };
  let current: ViewContext | undefined = await loadContext(store, host, { onBuilt });

  const isClosed = (): boolean => closed.signal.aborted;
  const isCurrent = ({ version }: Network): boolean => current?.network.version === version;
  const arrange = async ({ network }: ViewContext): Promise<void> => {
    // Another change may have come while this one waited for its turn.
    if (isClosed() || !isCurrent(network)) return;
    try {
      await storeLayout(store, network, closed.signal);
      const arranged = await loadContext(store, host);
      if (isCurrent(arranged.network)) current = arranged;
    } catch (error) {
      if (!isClosed()) log.error({ err: error }, 'the layout could not be computed');
    }
  };

  return {
    get current() {
      return current;
    },
    async reload() {
      const before = current;
      if (before === undefined) return;
      const next = await loadContext(store, host, {
        placeMeanwhile: (network) => placeLike(before, network),
        onBuilt,
      });
      if (isClosed()) return;
      current = next;
      arranging = arranging.then(() => arrange(next));
    },
    async close() {
      current = undefined;
      closed.abort(new Error('the server stops'));
      await arranging;
    },
  };
}

function placeLike({ network: before, positions }: ViewContext, network: Network): Float64Array {
  return placeNewcomers(
    network.actors.map(({ id }) => id),
    network.relations,
    (id) => {
      const index = before.actorIndex.get(id as never);
      if (index === undefined || before.actors[index]?.id !== id) return undefined;
      return [positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0];
    },
  );
}
