import { describe, expect, it } from 'vitest';
import type { ActorId, DocumentId } from '../../../../graph-data/model/ids.ts';
import { ADDITION, BY_ADA, openSmallStore, openWithReport, REPORT, ZENOBIA } from './small-store.ts';

const ANA = 'ana-weiss' as ActorId;

describe('retracting a document', () => {
  it('when it goes, then its claims, questions and the actors nothing else names go with it, and come back by undo', async () => {
    const { store, change, state } = await openWithReport();
    const before = state();
    const retracted = await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    expect(retracted).toMatchObject({ seq: 3, counts: { claims: 2, actors: 1, documents: 1 } });
    expect(await store.reader.findDocument(REPORT.id)).toBeUndefined();
    expect(await store.reader.searchClaims('quay', 5)).toEqual([]);
    const { actors } = await store.reader.readImportBasis();
    expect(actors.map(({ id }) => id)).toEqual(['ana-weiss', 'bo', 'cy-corp', 'the-bo']);
    await change((transactor) => transactor.undo({}, BY_ADA));
    expect(state()).toBe(before);
    await expect(
      change((transactor) => transactor.retractDocument('nothing' as DocumentId, BY_ADA)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('when two were found not to be one, then that stays while both do, and is not asked again; it goes with either', async () => {
    const { store, change, state } = await openWithReport();
    const other = { ...REPORT, id: 'other' as DocumentId };
    await change((transactor) => transactor.markDistinct(ZENOBIA.id, ANA, BY_ADA));
    await change((transactor) => transactor.addDocument({ ...ADDITION, document: other }, BY_ADA));
    const before = state();
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await change((transactor) => transactor.undo({}, BY_ADA));
    expect(state()).toBe(before);
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    expect(await store.reader.readLikenesses()).toEqual([]);
    for (const id of [REPORT.id, other.id])
      await change((transactor) => transactor.retractDocument(id, BY_ADA));
    expect((await store.reader.readImportBasis()).actors.map(({ id }) => id)).not.toContain(ZENOBIA.id);
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    expect(await store.reader.readLikenesses()).toHaveLength(1);
  });

  it('when somebody edited an actor that nothing else names, then it stays as it was edited; taken back, it goes', async () => {
    const { store, change } = await openWithReport();
    const read = async () =>
      (await store.reader.readImportBasis()).actors.find(({ id }) => id === ZENOBIA.id);
    await change((transactor) => transactor.editActor(ZENOBIA.id, { wikidata: 'Q1' }, BY_ADA));
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    expect(await read()).toMatchObject({ wikidata: 'Q1' });
    await change((transactor) => transactor.undo({ seq: 5 }, BY_ADA));
    await change((transactor) => transactor.undo({ seq: 4 }, BY_ADA));
    expect(await read()).toMatchObject({ wikidata: 'Q1' });
    await change((transactor) => transactor.undo({ seq: 3 }, BY_ADA));
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    expect(await read()).toBeUndefined();
  });

  it('when it came with the dataset, then it comes back under its number, origins and all', async () => {
    const { change, state } = await openSmallStore();
    const before = state();
    await change((transactor) => transactor.retractDocument('first' as DocumentId, BY_ADA));
    expect(state()).not.toBe(before);
    await change((transactor) => transactor.undo({}, BY_ADA));
    expect(state()).toBe(before);
  });
});
