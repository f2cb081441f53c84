import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { placeNewcomers } from '../../graph-data/network/layout/place-newcomers.ts';
import type { Network } from '../../graph-data/network/network.ts';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import type { ClaimScope } from '../store/kept-claims.ts';
import type { Store } from '../store/store.ts';
import { loadContext, storeLayout } from './load-context.ts';
import { Pause } from './pause.ts';

/** A table of claims is kept anew once nothing has changed for so long: of a large store it has 23 MB. */
const KEEP_AFTER_MS = 30_000;
/** A layout is computed once nothing has changed for so long: who decides claim by claim is not to wait for one each time. */
const ARRANGE_AFTER_MS = 1000;

/** What the server answers from at the moment, and how it comes to answer from what the store holds now. */
export interface ContextHolder {
  /** Undefined once it is closed, and for a scope that is not served. */
  find(scope: ClaimScope): ViewContext | undefined;
  /**
   * After it, answers come from this version of the dataset or a later one. Whoever waits at once is served by one loading.
   * Where the layout is not stored yet, actors stand where they stood and newcomers near their neighbours, until it has been
   * computed beside.
   */
  serve(version: number): Promise<void>;
  /** Gives up the layout that is being computed, and waits until a table of claims that is to be kept is written. */
  close(): Promise<void>;
}

export interface HolderOptions {
  /** The claims that are answered from, for one audience or for two; the table of the first is kept for the next start. */
  readonly scopes: readonly [ClaimScope, ...ClaimScope[]];
  readonly log: Logger;
  /** Called when answers come from another version than before. */
  readonly onVersion?: ((version: number) => void) | undefined;
  readonly keepAfterMs?: number | undefined;
  readonly arrangeAfterMs?: number | undefined;
}

type Contexts = ReadonlyMap<ClaimScope, ViewContext>;

/**
 * Loads the first contexts, their layout computed where none is stored. Where claims had to be read one by one, their table
 * is kept for the next start once other work has had its turn.
 */
export async function openContext(store: Store, options: HolderOptions): Promise<ContextHolder> {
  const { scopes, log, onVersion, keepAfterMs = KEEP_AFTER_MS, arrangeAfterMs = ARRANGE_AFTER_MS } = options;
  const closed = new AbortController();
  const isClosed = (): boolean => closed.signal.aborted;
  let contexts: Contexts = new Map();
  /** What is done beside answering, one after the other. */
  let work: Promise<void> = Promise.resolve();
  let unkept: Network | undefined;

  const load = async (placeMeanwhile?: (network: Network) => Float64Array): Promise<Contexts> => {
    const loaded = new Map<ClaimScope, ViewContext>();
    for (const scope of scopes) {
      const onBuilt = (network: Network): void => {
        if (scope === scopes[0]) unkept = network;
      };
      const earlier = scope === 'all' ? contexts.get(scope)?.network : undefined;
      loaded.set(scope, await loadContext(store, scope, { placeMeanwhile, onBuilt, earlier }));
    }
    return loaded;
  };
  const keep = async (): Promise<void> => {
    const network = unkept;
    unkept = undefined;
    if (network === undefined) return;
    await nextTurn(); // whoever waits for the context goes on first
    try {
      await store.keepClaims(network.version, scopes[0], network.claims);
    } catch (error) {
      log.warn({ err: error }, 'the claims could not be kept for the next start, which will take longer');
    }
  };
  const arrange = async (): Promise<void> => {
    const [context] = contexts.values();
    if (context === undefined || isClosed()) return;
    const { version } = context.network;
    try {
      if ((await store.reader.readLayout(version)) === undefined)
        await storeLayout(store, context.network, closed.signal);
      const arranged = await load();
      // Another change may have come meanwhile: it has a layout of its own to come.
      if (!isClosed() && versionOf(arranged) === versionOf(contexts)) contexts = arranged;
    } catch (error) {
      if (!isClosed()) log.error({ err: error }, 'the layout could not be computed');
    }
  };
  const keepLater = new Pause(keepAfterMs, () => void (work = work.then(keep)));
  const arrangeLater = new Pause(arrangeAfterMs, () => void (work = work.then(arrange)));

  const reload = async (): Promise<void> => {
    const before = contexts.get(scopes[0]);
    if (before === undefined || isClosed()) return;
    const next = await load((network) => placeLike(before, network));
    if (isClosed()) return;
    contexts = next;
    keepLater.ask();
    arrangeLater.ask();
    onVersion?.(versionOf(next));
  };
  let running: Promise<void> | undefined;
  const reloadOnce = (): Promise<void> =>
    (running ??= reload().finally(() => {
      running = undefined;
    }));

  contexts = await load();
  work = keep();
  return {
    find: (scope) => contexts.get(scope),
    async serve(version) {
      // A loading that began before the change was made may not have seen it.
      while (!isClosed() && versionOf(contexts) < version) await reloadOnce();
    },
    async close() {
      contexts = new Map();
      closed.abort(new Error('the server stops'));
      keepLater.end();
      await work;
    },
  };
}

/** Of those loaded, the one that is furthest behind. */
function versionOf(contexts: Contexts): number {
  return Math.min(...[...contexts.values()].map(({ network }) => network.version));
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
