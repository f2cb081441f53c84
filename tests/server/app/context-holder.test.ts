import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadContext } from '../../../server/app/load-context.ts';
import type { HolderOptions } from '../../../server/app/context-holder.ts';
import { openContext } from '../../../server/app/context-holder.ts';
import type { ClaimScope } from '../../../server/store/kept-claims.ts';
import type { Store } from '../../../server/store/store.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { makeTemporaryFolder, openTemporaryStore, STAMP } from '../store/temporary-store.ts';

const LOG = pino({ level: 'silent' });
const NEVER_MS = 2 ** 30;

async function openLoaded() {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  const load = () => store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
  await load();
  /** The network of one more start, and whether its claims had to be read one by one. */
  const startAgain = async (scope: ClaimScope) => {
    let isBuilt = false;
    const { network } = await loadContext(store, scope, { onBuilt: () => void (isBuilt = true) });
    return { network, isBuilt };
  };
  return { store, dataDir, load, startAgain };
}

const open = (store: Store, options: Partial<HolderOptions> = {}) =>
  openContext(store, {
    ...{ scopes: ['all'] as const, log: LOG, keepAfterMs: NEVER_MS, arrangeAfterMs: NEVER_MS },
    ...options,
  });

describe('a context that is opened', () => {
  it('when it is closed, then the next start opens the same network without reading the claims', async () => {
    const { store, startAgain } = await openLoaded();
    const first = await startAgain('all');
    expect(first.isBuilt).toBe(true);
    await (await open(store)).close();
    const next = await startAgain('all');
    expect(next.isBuilt).toBe(false);
    expect(next.network).toStrictEqual(first.network);
    expect((await startAgain('accepted')).isBuilt).toBe(true);
  });

  it('when changes follow each other, then the claims are kept once they pause, or at the end', async () => {
    const { store, load, startAgain } = await openLoaded();
    const holder = await open(store);
    await holder.serve(await load());
    await holder.serve(await load());
    expect(await startAgain('all')).toMatchObject({ isBuilt: true, network: { version: 3 } });
    await holder.close();
    expect(await startAgain('all')).toMatchObject({ isBuilt: false, network: { version: 3 } });

    const quick = await open(store, { keepAfterMs: 0 });
    await quick.serve(await load());
    await expect.poll(async () => (await startAgain('all')).isBuilt).toBe(false);
    await quick.close();
  });

  it('when the claims cannot be kept, then it answers all the same', async () => {
    const { store, dataDir, startAgain } = await openLoaded();
    const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
    database.exec(
      `create trigger full before insert on claim_columns begin select raise(abort, 'disk full'); end`,
    );
    database.close();
    const holder = await open(store);
    expect(holder.find('all')?.network.claims.length).toBeGreaterThan(0);
    await holder.close();
    expect((await startAgain('all')).isBuilt).toBe(true);
  });
});

describe('a context that is served anew', () => {
  /** Counts how often the claims are read. */
  function counting(store: Store): { readonly counted: Store; readonly reads: () => number } {
    let reads = 0;
    const reader = new Proxy(store.reader, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'readNetwork') reads += 1;
        return (...args: unknown[]): unknown => Reflect.apply(value, target, args) as unknown;
      },
    });
    return { counted: { ...store, reader }, reads: () => reads };
  }

  it('when many wait at once, then each is answered from its own version or a later one, by two loadings at most', async () => {
    const { store, load } = await openLoaded();
    const versions: number[] = [];
    const { counted, reads } = counting(store);
    const holder = await open(counted, { onVersion: (version) => versions.push(version) });
    const before = reads();
    const served = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const version = await load();
        await holder.serve(version);
        return [version, holder.find('all')?.network.version ?? 0] as const;
      }),
    );
    for (const [version, seen] of served) expect(seen).toBeGreaterThanOrEqual(version);
    expect(holder.find('all')?.network.version).toBe(21);
    expect(reads() - before).toBeLessThan(20);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(21);
    await holder.close();
  });

  it('when the version is served already, then nothing is read', async () => {
    const { store } = await openLoaded();
    const { counted, reads } = counting(store);
    const holder = await open(counted);
    const before = reads();
    await holder.serve(1);
    expect(reads()).toBe(before);
    await holder.close();
  });

  it('when two audiences are served, then each has its claims, of the same version and at the same places', async () => {
    const { store, load } = await openLoaded();
    const holder = await open(store, { scopes: ['all', 'accepted'] });
    await holder.serve(await load());
    const [all, accepted] = [holder.find('all'), holder.find('accepted')];
    expect(accepted?.network.version).toBe(all?.network.version);
    expect([...(accepted?.positions as Float64Array)]).toEqual([...(all?.positions as Float64Array)]);
    await holder.close();
    expect([holder.find('all'), holder.find('accepted')]).toEqual([undefined, undefined]);
    await holder.serve(99);
  });
});
