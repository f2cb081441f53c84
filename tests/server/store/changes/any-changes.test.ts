import '../../../fixtures/seeded-properties.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationIdOf } from '../../../../graph-data/model/ids.ts';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import { findOrigins } from '../../../../graph-data/network/origins/origins.ts';
import type { LedgerEntry } from '../../../../server/store/ledger-entries.ts';
import type { Store } from '../../../../server/store/store.ts';
import { parseSmallDataset } from '../../../graph-data/formats/dataset/small-dataset.ts';
import { hashReplay, hashStoreState } from '../store-state.ts';
import { makeTemporaryFolder, openTemporaryStore, STAMP } from '../temporary-store.ts';
import type { AnyChange } from './arbitrary-changes.ts';
import { anyChange, doChange } from './arbitrary-changes.ts';

const dataset = parseSmallDataset();

async function openSmall(): Promise<{ store: Store; dataDir: string; start: string }> {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  await store.transact((transactor) => transactor.loadDataset(dataset, STAMP));
  return { store, dataDir, start: hashStoreState(dataDir) };
}

/** Does changes one after the other; those that do not fit what is there are left out. */
async function doAll(store: Store, changes: readonly AnyChange[]): Promise<void> {
  for (const [index, change] of changes.entries()) {
    try {
      await store.transact((transactor) => doChange(transactor, change, `2026-01-01T00:00:${index}Z`));
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
    }
  }
}

/** The entries that can be taken back and are no undos, oldest first. */
async function findStanding(store: Store): Promise<LedgerEntry[]> {
  const entries = await store.reader.readLedger(1000);
  return entries.filter(({ undoable, kind }) => undoable && kind !== 'undo').reverse();
}

/** The origins that all claims of the store would be given at once. */
async function expectRightOrigins(store: Store): Promise<void> {
  const { vocabulary } = await store.reader.readImportBasis();
  const ids = await store.reader.readNetwork(({ claims }) =>
    [...claims].map(({ id, origin }) => ({ id, origin })),
  );
  const claims = await store.reader.getClaims(ids.map(({ id }) => id));
  const origins = findOrigins(
    claims
      .filter(({ evidence }) => evidence.basis !== 'row')
      .map(({ id, subject, type, object, speaker, evidence }) => ({
        id,
        key: `${relationIdOf(subject, type, object, vocabulary.byId.get(type)?.mutual === true)} ${speaker ?? ''}`,
        sentence: evidence.sentence,
      })),
  );
  for (const { id, origin } of ids) expect(origin).toBe(origins.get(id) ?? id);
}

const changes = fc.array(anyChange, { minLength: 12, maxLength: 24 });
const order = fc.infiniteStream(fc.nat());

describe('any changes of a store', () => {
  it('when all are taken back in any order, then the store is as it was before them', async () => {
    await fc.assert(
      fc.asyncProperty(changes, order, async (all, picks) => {
        const { store, dataDir, start } = await openSmall();
        await doAll(store, all);
        for (;;) {
          const standing = await findStanding(store);
          const pick = picks.next().value as number;
          const seq = standing[pick % standing.length]?.seq;
          if (seq === undefined) break;
          const withDependents = pick % 3 === 0 || standing.length === 1;
          try {
            await store.transact((transactor) => transactor.undo({ seq, withDependents }, STAMP));
          } catch (error) {
            if (withDependents || !(error instanceof OnrecordError)) throw error;
            expect(error.code).toBe('cannot-be-undone');
          }
        }
        expect(hashStoreState(dataDir)).toBe(start);
        await store.close();
      }),
      { numRuns: 30 },
    );
  });

  it('when the ledger is replayed on the same dataset, then it gives the same store; origins are as of all claims at once', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const { store, dataDir } = await openSmall();
        await doAll(store, all);
        await expectRightOrigins(store);
        await store.close();
        expect(await hashReplay(dataDir, dataset)).toBe(hashStoreState(dataDir));
      }),
      { numRuns: 12 },
    );
  });

  it('when any entry is taken back with what stands on it, and then the undo, then the store is as before both', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(), async (all, pick) => {
        const { store, dataDir } = await openSmall();
        await doAll(store, all);
        const before = hashStoreState(dataDir);
        const entries = (await store.reader.readLedger(1000)).filter(({ undoable }) => undoable);
        const seq = entries[pick % entries.length]?.seq;
        if (seq === undefined) return;
        const undo = (request: { seq: number; withDependents?: boolean }) =>
          store.transact((transactor) => transactor.undo(request, STAMP));
        const { seq: undone } = await undo({ seq, withDependents: true });
        await undo({ seq: undone });
        expect(hashStoreState(dataDir)).toBe(before);
        const { seq: again } = await undo({ seq, withDependents: true });
        await undo({ seq: again });
        expect(hashStoreState(dataDir)).toBe(before);
        await store.close();
      }),
      { numRuns: 16 },
    );
  });

  it('when something is purged, then a replay gives the same store still, and what can be taken back can be', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(), async (all, pick) => {
        const { store, dataDir } = await openSmall();
        await doAll(store, all);
        const { actors, documents } = await store.reader.readImportBasis();
        const kind = pick % 2 === 0 ? 'actor' : 'document';
        const { id = '' } = (kind === 'actor' ? actors : documents)[pick % 5] ?? {};
        try {
          await store.purge({ kind, id, reason: 'r' }, STAMP);
        } catch (error) {
          if (!(error instanceof OnrecordError)) throw error;
        }
        expect(await hashReplay(dataDir, dataset)).toBe(hashStoreState(dataDir));
        for (const { seq } of (await findStanding(store)).reverse()) {
          try {
            await store.transact((transactor) => transactor.undo({ seq, withDependents: true }, STAMP));
          } catch (error) {
            if (!(error instanceof OnrecordError)) throw error;
          }
        }
        expect(await hashReplay(dataDir, dataset)).toBe(hashStoreState(dataDir));
        await store.close();
      }),
      { numRuns: 12 },
    );
  });
});
