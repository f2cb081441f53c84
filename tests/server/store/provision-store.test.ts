import { describe, expect, it } from 'vitest';
import type { DatasetSource } from '../../../server/store/store.ts';
import { decideProvision, provisionStore } from '../../../server/store/provision-store.ts';
import { editedFiles, parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { openTemporaryStore, readInput, STAMP } from './temporary-store.ts';

const load = (hash: string, source: DatasetSource) => ({ hash, source });

describe('what becomes of a dataset at the start', () => {
  it.each([
    ['the store is empty', 0, [], 'own', 'loaded'],
    ['the store is empty', 0, [], 'shipped', 'loaded'],
    ['the store holds it', 1, [load('new', 'own')], 'own', 'unchanged'],
    ['the store holds it', 1, [load('new', 'shipped')], 'shipped', 'unchanged'],
    ['the store holds it and changes of people', 5, [load('new', 'own')], 'own', 'unchanged'],
    ['the store holds another of the operator', 1, [load('old', 'own')], 'own', 'refused'],
    ['the store holds the shipped one', 1, [load('old', 'shipped')], 'own', 'refused'],
    ['the store held it before another', 2, [load('new', 'shipped'), load('old', 'shipped')], 'own', 'refused'],
    ['the store holds one of the operator', 1, [load('old', 'own')], 'shipped', 'kept'],
    ['the store holds an older shipped one', 1, [load('old', 'shipped')], 'shipped', 'replaced'],
    ['the store holds a shipped one that replaced another', 2, [load('older', 'shipped'), load('old', 'shipped')], 'shipped', 'replaced'],
    ['the store holds an older shipped one and changes of people', 2, [load('old', 'shipped')], 'shipped', 'kept'],
    ['the store holds changes of people alone', 1, [], 'own', 'refused'],
  ] as const)('when %s (%d entries, %j) and it is %s, then it is %s', (_what, entries, loads, source, decision) => {
    expect(decideProvision({ entries, loads }, 'new', source)).toBe(decision);
  }); // prettier-ignore

  it('when the same folder is given again, then the ledger does not grow', async () => {
    const store = await openTemporaryStore();
    const dataset = parseSmallDataset();
    expect(await provisionStore(store, dataset, STAMP)).toBe('loaded');
    expect(await provisionStore(store, dataset, STAMP)).toBe('unchanged');
    expect(await store.reader.version()).toBe(1);
  });

  it('when the program comes with a newer dataset, then it takes the older one’s place as a second entry', async () => {
    const store = await openTemporaryStore();
    const shipped = { ...STAMP, source: 'shipped' } as const;
    await provisionStore(store, parseSmallDataset(), shipped);
    const newer = parseSmallDataset(editedFiles('actors.yaml', 'name: Bo', 'name: Bob'));
    expect(await provisionStore(store, newer, shipped)).toBe('replaced');
    const input = await readInput(store.reader);
    expect(input.version).toBe(2);
    expect(input.actors.map(({ name }) => name)).toContain('Bob');
  });

  it('when an own dataset meets other data, then the start is refused in one sentence and nothing changes', async () => {
    const store = await openTemporaryStore();
    await provisionStore(store, parseSmallDataset(), { ...STAMP, source: 'shipped' });
    const own = parseSmallDataset(editedFiles('actors.yaml', 'name: Bo', 'name: Bob'));
    await expect(provisionStore(store, own, STAMP)).rejects.toMatchObject({
      code: 'other-dataset',
      message: expect.stringMatching(/^The store already holds other data.*\.$/) as string,
    });
    expect(await store.reader.version()).toBe(1);
  });
});
