import '../../fixtures/seeded-properties.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../graph-data/model/claim.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { loadContext } from '../../../server/app/load-context.ts';
import type { Store } from '../../../server/store/store.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { anyChange, doChange } from '../store/changes/arbitrary-changes.ts';
import { openTemporaryStore, STAMP } from '../store/temporary-store.ts';

async function openLoaded(): Promise<Store> {
  const store = await openTemporaryStore();
  await store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
  return store;
}

const load = (store: Store, earlier?: Awaited<ReturnType<typeof loadContext>>) =>
  loadContext(store, 'all', { earlier: earlier?.network, placeMeanwhile: () => new Float64Array(0) });

describe('a context loaded after another', () => {
  it('when claims were decided and the decision taken back, then the table of before is gone on with', async () => {
    const store = await openLoaded();
    const first = await load(store);
    const claim = getClaimId(first.network, 0);
    const decide = (status: Status) =>
      store.transact((transactor) => transactor.decide([{ claim, status }], STAMP));

    await decide('rejected');
    const second = await load(store, first);
    expect(second.network.claims.ids).toBe(first.network.claims.ids); // not read again
    expect(second.network).toStrictEqual((await load(store)).network);
    expect(second.network.claims.status[0]).not.toBe(first.network.claims.status[0]);

    await store.transact((transactor) => transactor.undo({ withDependents: false }, STAMP));
    const third = await load(store, second);
    expect(third.network.claims.ids).toBe(first.network.claims.ids);
    expect(third.network.claims.status[0]).toBe(first.network.claims.status[0]);
    await store.close();
  });

  it('when anything was changed, then it is as one that was loaded alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 5, maxLength: 15 }), async (changes) => {
        const store = await openLoaded();
        let earlier = await load(store);
        for (const [index, change] of changes.entries()) {
          try {
            await store.transact((transactor) => doChange(transactor, change, `2026-01-01T00:00:${index}Z`));
          } catch (error) {
            if (!(error instanceof OnrecordError)) throw error;
          }
          const alone = await load(store);
          const after = await load(store, earlier);
          expect(after.network).toStrictEqual(alone.network);
          if (index % 2 === 0) earlier = after; // else more than one change lies between
        }
        await store.close();
      }),
      { numRuns: 12 },
    );
  });
});
