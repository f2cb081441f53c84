import { describe, expect, it } from 'vitest';
import { toClaims } from '../../../graph-data/formats/dataset/to-claims.ts';
import type { IdentifiedWords } from '../../../graph-data/model/claim.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import type { Store } from '../../../server/store/store.ts';
import { sha256Hex } from '../../../server/store/sha256-hex.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { openTemporaryStore, STAMP } from './temporary-store.ts';

const dataset = parseSmallDataset();
const words = toClaims(dataset, sha256Hex).map(({ id, via, evidence }): IdentifiedWords => {
  const { exact, sentence, basis } = evidence;
  return { id, via, exact, sentence, basis };
});

async function openLoaded(): Promise<Store> {
  const store = await openTemporaryStore();
  await store.transact((transactor) => transactor.loadDataset(dataset, STAMP));
  return store;
}

const byId = (all: readonly IdentifiedWords[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function readAll(lots: AsyncIterable<Iterable<IdentifiedWords>>): Promise<IdentifiedWords[]> {
  const found: IdentifiedWords[] = [];
  for await (const lot of lots) found.push(...lot);
  return byId(found);
}

describe('the words of claims', () => {
  it('when all are read, then every claim comes once, with its own', async () => {
    const { reader } = await openLoaded();
    expect(words.length).toBeGreaterThan(1);
    expect(await readAll(reader.readClaimWords('all'))).toEqual(byId(words));
  });

  it('when some are looked up, then these come and no other, and ids that do not exist are passed over', async () => {
    const { reader } = await openLoaded();
    const wanted = words.slice(1);
    const ids = [...wanted.map(({ id }) => id), 'c0' as ClaimId];
    expect(await readAll(reader.readClaimWords(ids))).toEqual(byId(wanted));
    expect(await readAll(reader.readClaimWords([]))).toEqual([]);
  });

  it('when the store is empty, then there are none', async () => {
    const { reader } = await openTemporaryStore();
    expect(await readAll(reader.readClaimWords('all'))).toEqual([]);
  });
});
