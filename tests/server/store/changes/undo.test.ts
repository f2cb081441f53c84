import { describe, expect, it } from 'vitest';
import type { ActorId, ClaimId, DocumentId } from '../../../../graph-data/model/ids.ts';
import type { LedgerEntry } from '../../../../server/store/ledger-entries.ts';
import { ADDITION, BY_ADA, claimOf, openSmallStore, REPORT, ZENOBIA } from './small-store.ts';

const OTHER = { ...REPORT, id: 'other-report' as DocumentId, title: 'Another' };

async function openChanged() {
  const small = await openSmallStore();
  const start = small.state();
  const { claims } = await small.change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
  const [first = '' as ClaimId] = claims;
  return {
    ...small,
    start,
    first,
    undo: (seq?: number, withDependents = false) =>
      small.change((transactor) => transactor.undo({ seq, withDependents }, BY_ADA)),
    relabel: (label: string) =>
      small.change((transactor) => transactor.editClaim(first, { actors: [], values: { label } }, BY_ADA)),
    readStanding: async () =>
      (await small.store.reader.readLedger(100)).map(({ seq, undoable, undoneBy }: LedgerEntry) => [
        ...[seq, undoable, undoneBy],
      ]),
  };
}

describe('undo', () => {
  it('when later changes stand on an entry, then each is named; with them all are taken back in one entry', async () => {
    const { change, relabel, first, undo, start, state } = await openChanged();
    await relabel('one');
    await change((transactor) => transactor.decide([{ claim: first, status: 'accepted' }], BY_ADA));
    const claim = claimOf('on the quay', ['bo', 'trusts', 'cy-corp']);
    await change((transactor) => transactor.addClaim({ actors: [], claim }, BY_ADA));
    const before = state();

    await expect(undo(2)).rejects.toMatchObject({
      code: 'cannot-be-undone',
      errors: [5, 4, 3].map((seq) => ({
        pointer: '/body/seq',
        detail: expect.stringContaining(`entry ${seq} stands on it`) as string,
      })),
    });
    expect(state()).toBe(before);
    expect(await undo(2, true)).toMatchObject({ undone: [5, 4, 3, 2], seq: 6 });
    expect(state()).toBe(start);
    expect(await undo(6)).toMatchObject({ undone: [6] });
    expect(state()).toBe(before);
  });

  it('when an undo is taken back, then what it took back stands again, and can be taken back again', async () => {
    const { relabel, undo, state, readStanding } = await openChanged();
    await relabel('one');
    const edited = state();
    await undo(3);
    const plain = state();
    await undo(4);
    expect(state()).toBe(edited);
    expect(await readStanding()).toEqual([
      [5, true, null],
      [4, false, 5],
      [3, true, null],
      [2, true, null],
      [1, false, null],
    ]);
    await undo(5);
    expect(state()).toBe(plain);
    await undo(6);
    await undo(3);
    expect(state()).toBe(plain);
    expect((await readStanding()).find(([seq]) => seq === 3)).toEqual([3, false, 8]);
  });

  it('when none is named, then it is the last that stands: undos are passed over', async () => {
    const { relabel, undo, start, state } = await openChanged();
    await relabel('one');
    await relabel('two');
    expect(await undo()).toMatchObject({ undone: [4] });
    expect(await undo()).toMatchObject({ undone: [3] });
    expect(await undo()).toMatchObject({ undone: [2] });
    expect(state()).toBe(start);
    await expect(undo()).rejects.toMatchObject({ code: 'cannot-be-undone' });
  });

  it('when what would come back was changed in another way meanwhile, then that change stands in the way', async () => {
    const { relabel, undo, state } = await openChanged();
    await relabel('one');
    const one = state();
    await undo(3);
    await relabel('two');
    await expect(undo(4)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 5') as string }],
    });
    expect(await undo(4, true)).toMatchObject({ undone: [5, 4] });
    expect(state()).toBe(one);
  });

  it('when what it was made on is away, then the undo of that stands in the way', async () => {
    const { relabel, undo } = await openChanged();
    await relabel('one');
    await undo(3);
    await undo(2);
    await expect(undo(4)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 5') as string }],
    });
  });

  it('when another claim states the same by now, then it stands in the way of the one that would come back', async () => {
    const { change, first, undo } = await openChanged();
    const ana = 'ana-weiss' as ActorId;
    await change((transactor) =>
      transactor.editClaim(first, { actors: [], values: { object: ana } }, BY_ADA),
    );
    const twin = claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'bo']);
    await change((transactor) => transactor.addClaim({ actors: [], claim: twin }, BY_ADA));
    await expect(undo(3)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 4') as string }],
    });
  });

  it('when two claims that come back would state the same, then the later goes, and what stands below it stays', async () => {
    const { store, change, first, undo, state } = await openChanged();
    await change((transactor) =>
      transactor.editClaim(first, { actors: [], values: { object: 'ana-weiss' as ActorId } }, BY_ADA),
    );
    const twin = claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'bo']);
    await change((transactor) => transactor.addClaim({ actors: [], claim: twin }, BY_ADA));
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    const before = state();
    await expect(undo(3)).rejects.toMatchObject({
      errors: [5, 4].map((seq) => ({ detail: expect.stringContaining(`entry ${seq} `) as string })),
    });
    expect(state()).toBe(before);
    expect(await undo(3, true)).toMatchObject({ undone: [5, 4, 3] });
    expect(await store.reader.findClaimsOfDocument(REPORT.id)).toMatchObject([
      { id: first, object: 'bo' },
      { object: 'zenobia-quill' },
    ]);
    await undo(6);
    expect(state()).toBe(before);
  });

  it('when an edit was taken back and its words said anew, then the undo of the edit is in the way, not what added the claim', async () => {
    const { change, first, undo } = await openChanged();
    await change((transactor) =>
      transactor.editClaim(first, { actors: [], values: { object: 'ana-weiss' as ActorId } }, BY_ADA),
    );
    const twin = claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'bo']);
    await change((transactor) => transactor.addClaim({ actors: [], claim: twin }, BY_ADA));
    await undo(4);
    await undo(3);
    await expect(undo(5)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 6 ') as string }],
    });
    expect(await undo(5, true)).toMatchObject({ undone: [6, 5] });
  });

  it('when a document was retracted and brought back, then what was added to it meanwhile stands on its ingest, and no other', async () => {
    const { change, undo, start, state } = await openChanged();
    const claim = claimOf('on the quay', ['bo', 'trusts', 'cy-corp']);
    await change((transactor) => transactor.addClaim({ actors: [], claim }, BY_ADA));
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await undo(4);
    await expect(undo(2)).rejects.toMatchObject({
      code: 'cannot-be-undone',
      errors: [{ detail: expect.stringContaining('entry 3 ') as string }],
    });
    expect(await undo(2, true)).toMatchObject({ undone: [3, 2] });
    expect(state()).toBe(start);
  });

  it('when a claim would come back into a document that was taken back since, then the undo of the document is in the way', async () => {
    const { change, undo } = await openChanged();
    const claim = claimOf('on the quay', ['bo', 'trusts', 'cy-corp']);
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await undo(3);
    await change((transactor) => transactor.addClaim({ actors: [], claim }, BY_ADA));
    await undo(5);
    await undo(2);
    await expect(undo(6)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 7 ') as string }],
    });
  });

  it('when another document uses an actor that came with this one, then the actor stays, and goes with the last', async () => {
    const { store, change, undo, start, state } = await openChanged();
    const other = claimOf('on the quay', ['zenobia-quill', 'trusts', 'bo']);
    const addition = { ...ADDITION, actors: [], document: OTHER, likenesses: [] };
    await change((transactor) => transactor.addDocument({ ...addition, claims: [other] }, BY_ADA));
    await undo(2);
    const { actors } = await store.reader.readImportBasis();
    expect(actors.map(({ id }) => id)).toContain('zenobia-quill');
    await undo(3);
    expect(state()).toBe(start);
  });

  it('when somebody renamed an actor that would go, then that stands in the way; where it is used it stays renamed', async () => {
    const { store, change, undo } = await openChanged();
    await change((transactor) => transactor.editActor(ZENOBIA.id, { name: 'Z.' }, BY_ADA));
    await expect(undo(2)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 3') as string }],
    });
    const other = claimOf('on the quay', ['zenobia-quill', 'trusts', 'bo']);
    const addition = { ...ADDITION, actors: [], document: OTHER, likenesses: [] };
    await change((transactor) => transactor.addDocument({ ...addition, claims: [other] }, BY_ADA));
    await undo(2);
    const nameOf = async () =>
      (await store.reader.readImportBasis()).actors.find(({ id }) => id === ZENOBIA.id)?.name;
    expect(await nameOf()).toBe('Z.');
    await undo(3);
    expect(await nameOf()).toBe('Zenobia Quill');
    await undo(4);
    expect(await nameOf()).toBeUndefined();
  });

  it('when two merges would make a circle, then the later stands in the way of the earlier coming back', async () => {
    const { change, undo } = await openChanged();
    const [ana, cy] = ['ana-weiss' as ActorId, 'cy-corp' as ActorId];
    await change((transactor) => transactor.mergeActor(ana, cy, BY_ADA));
    await undo(3);
    await change((transactor) => transactor.mergeActor(cy, ana, BY_ADA));
    await expect(undo(4)).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('entry 5') as string }],
    });
  });

  it('when a document is retracted after its claims were decided on, then all comes back decided', async () => {
    const { change, first, undo, state } = await openChanged();
    await change((transactor) => transactor.decide([{ claim: first, status: 'accepted' }], BY_ADA));
    const before = state();
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await expect(undo(3)).rejects.toMatchObject({ code: 'cannot-be-undone' });
    await undo(4);
    expect(state()).toBe(before);
  });
});
