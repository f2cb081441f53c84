import { describe, expect, it } from 'vitest';
import type { ActorId, ClaimId, DocumentId } from '../../../../graph-data/model/ids.ts';
import { sha256Hex } from '../../../../server/store/sha256-hex.ts';
import type { ReviewedDecision, Store } from '../../../../server/store/store.ts';
import { lookInto } from '../store-state.ts';
import {
  ADDITION,
  BY_ADA,
  claimOf,
  openSmallStore,
  openWithReport,
  REPORT,
  REPORT_TEXT,
  ZENOBIA,
} from './small-store.ts';

const BO = 'bo' as ActorId;
const ANA = 'ana-weiss' as ActorId;
const CY = 'cy-corp' as ActorId;
const THE_BO = 'the-bo' as ActorId;
const BY_BEN = { author: 'ben', at: '2026-02-03T04:05:06.000Z' } as const;

async function readLog(store: Store): Promise<ReviewedDecision[]> {
  const log: ReviewedDecision[] = [];
  for await (const lot of store.reader.readReviewLog()) log.push(...lot);
  return log;
}

describe('adding a document', () => {
  it('when it is added, then it is here with claims, actors and questions, as one entry that is taken back exactly', async () => {
    const { store, change, state } = await openSmallStore();
    const start = state();
    const added = await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));

    expect(added).toMatchObject({ seq: 2, version: 2, counts: { claims: 2, actors: 1, documents: 1 } });
    expect(await store.reader.findClaimsOfDocument(REPORT.id)).toMatchObject([
      { id: added.claims[0], subject: 'zenobia-quill', status: 'proposed', reviewedBy: null },
      { id: added.claims[1], object: 'zenobia-quill', evidence: { exact: 'Bo trusts Zenobia Quill' } },
    ]);
    expect(await store.reader.searchClaims('quay', 5)).toEqual([added.claims[0]]);
    expect(await store.reader.searchDocuments('sister', 5)).toEqual([REPORT.id]);
    expect(await store.reader.findSameText(sha256Hex(REPORT_TEXT))).toMatchObject([{ id: REPORT.id }]);
    const question = { actor: ZENOBIA.id, other: ANA, document: REPORT.id, reason: 'both met Bo' };
    expect(await store.reader.readLikenesses(REPORT.id)).toEqual([question]);
    expect(await store.reader.readLikenesses('first' as DocumentId)).toEqual([]);
    expect(await store.reader.readLedger(1)).toMatchObject([
      { kind: 'ingest', author: 'ada', about: { document: 'The quay affair' }, undoable: true },
    ]);

    await change((transactor) => transactor.undo({ seq: 2 }, BY_BEN));
    expect(state()).toBe(start);
    expect(await store.reader.searchClaims('quay', 5)).toEqual([]);
  });

  it('when claims say the same twice, or an actor came meanwhile, then each is here once', async () => {
    const { store, change } = await openSmallStore();
    const again = {
      ...ADDITION,
      claims: [...ADDITION.claims, ...ADDITION.claims],
      actors: [ZENOBIA, ZENOBIA],
    };
    expect(await change((transactor) => transactor.addDocument(again, BY_ADA))).toMatchObject({
      counts: { claims: 2, actors: 1 },
    });
    const other = { ...ADDITION, document: { ...REPORT, id: 'other' as DocumentId } };
    expect(await change((transactor) => transactor.addDocument(other, BY_ADA))).toMatchObject({
      counts: { claims: 2, actors: 0 },
    });
    expect(await store.reader.readLikenesses()).toHaveLength(1);
  });

  it('when a document of its id is here, or a claim names nobody, then it is refused and nothing stays', async () => {
    const { change, state } = await openWithReport();
    const before = state();
    await expect(change((transactor) => transactor.addDocument(ADDITION, BY_ADA))).rejects.toMatchObject({
      code: 'conflict',
    });
    const unknown = {
      ...{ ...ADDITION, document: { ...REPORT, id: 'other' as DocumentId } },
      claims: [claimOf('met Bo', ['nobody', 'meets', 'bo'])],
    };
    await expect(change((transactor) => transactor.addDocument(unknown, BY_ADA))).rejects.toMatchObject({
      code: 'unknown-value',
      errors: [{ pointer: '/body/subject', detail: 'no actor nobody is here' }],
    });
    expect(state()).toBe(before);
  });

  it('when it is taken back and added again, then numbers are not given a second time', async () => {
    const { dataDir, change } = await openSmallStore();
    const readNumbers = (): unknown[] =>
      lookInto(dataDir, (database) =>
        database.prepare(`select number from claims where document = 'quay-report' order by number`).all(),
      ).map((row) => row['number']);
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    const first = readNumbers();
    await change((transactor) => transactor.undo({}, BY_ADA));
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    expect(first).toEqual([5, 6]);
    expect(readNumbers()).toEqual([7, 8]);
  });
});

describe('adding a claim', () => {
  const claim = claimOf('Bo on the quay', ['bo', 'meets', 'ana-weiss'], { status: 'accepted' });

  it('when it is not proposed, then its author has reviewed it', async () => {
    const { change } = await openWithReport();
    const added = await change((transactor) => transactor.addClaim({ actors: [], claim }, BY_BEN));
    expect(added).toMatchObject({
      seq: 3,
      claim: { status: 'accepted', reviewedBy: 'ben', reviewedAt: BY_BEN.at, origin: added.claim.id },
    });
  });

  it('when the same is stated already, then the other claim is named', async () => {
    const { change, claims } = await openWithReport();
    const same = claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'bo']);
    await expect(
      change((transactor) => transactor.addClaim({ actors: [], claim: same }, BY_BEN)),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(claims[0] ?? '?') as string,
    });
  });

  it('when a claim first written so says something else by now, then it is another claim with an id of its own', async () => {
    const { change, claims } = await openWithReport();
    const [first = '' as ClaimId] = claims;
    await change((transactor) =>
      transactor.editClaim(first, { actors: [], values: { object: ANA } }, BY_BEN),
    );
    const same = claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'bo']);
    const added = await change((transactor) => transactor.addClaim({ actors: [], claim: same }, BY_BEN));
    expect(added.claim.id).not.toBe(first);
    expect(added.claim).toMatchObject({ object: 'bo' });
  });

  it('when its document is not here, then it is refused', async () => {
    const { change } = await openSmallStore();
    await expect(
      change((transactor) => transactor.addClaim({ actors: [ZENOBIA], claim }, BY_BEN)),
    ).rejects.toMatchObject({ code: 'unknown-value', errors: [{ pointer: '/body/document' }] });
  });
});

describe('editing a claim', () => {
  it('when values change, then the id stays, the words stay, and it is found by its new label', async () => {
    const { store, change, claims, state } = await openWithReport();
    const before = state();
    const [id = '' as ClaimId] = claims;
    const edited = await change((transactor) =>
      transactor.editClaim(
        id,
        {
          actors: [{ ...ZENOBIA, id: 'newcomer' as ActorId, name: 'Newcomer' }],
          values: { subject: 'newcomer' as ActorId, label: 'greeted', saidOn: '2025', via: [BO] },
        },
        BY_BEN,
      ),
    );
    expect(edited.claim).toMatchObject({
      ...{ id, subject: 'newcomer', label: 'greeted', saidOn: '2025', via: ['bo'], status: 'proposed' },
      ...{ reviewedBy: null, evidence: { exact: 'Zenobia Quill met Bo' } },
    });
    expect(await store.reader.searchClaims('greeted', 5)).toEqual([id]);
    await change((transactor) => transactor.undo({}, BY_BEN));
    expect(state()).toBe(before);
  });

  it('when it is as it was, then there is no entry', async () => {
    const { change, claims } = await openWithReport();
    const [id = '' as ClaimId] = claims;
    expect(
      await change((transactor) =>
        transactor.editClaim(id, { actors: [], values: { label: 'met' } }, BY_BEN),
      ),
    ).toMatchObject({ seq: null, version: 2 });
  });

  it('when somebody changed it after it was read, then it is a conflict; another claim changed is none', async () => {
    const { change, claims } = await openWithReport();
    const [first = '' as ClaimId, second = '' as ClaimId] = claims;
    const edit = (id: ClaimId, label: string, ifVersion: number) =>
      change((transactor) => transactor.editClaim(id, { actors: [], values: { label }, ifVersion }, BY_BEN));
    await edit(first, 'one', 2);
    await edit(second, 'two', 2);
    await expect(edit(first, 'three', 2)).rejects.toMatchObject({ code: 'conflict' });
    await edit(first, 'three', 3);
  });

  it('when it would state what another states, names nobody, or is not here, then it is refused', async () => {
    const { change, claims } = await openWithReport();
    const twin = claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'ana-weiss']);
    const { claim } = await change((transactor) => transactor.addClaim({ actors: [], claim: twin }, BY_BEN));
    const edit = (id: string, object: ActorId) =>
      change((transactor) => transactor.editClaim(id as ClaimId, { actors: [], values: { object } }, BY_BEN));
    await expect(edit(claim.id, BO)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(claims[0] ?? '?') as string,
    });
    await expect(edit(claim.id, 'nobody' as ActorId)).rejects.toMatchObject({ code: 'unknown-value' });
    await expect(edit('c0', BO)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('when its status changes too, then that is a decision in the review log', async () => {
    const { store, change, claims } = await openWithReport();
    const [id = '' as ClaimId] = claims;
    const { claim } = await change((transactor) =>
      transactor.editClaim(id, { actors: [], values: { status: 'rejected', label: 'x' } }, BY_BEN),
    );
    expect(claim).toMatchObject({ status: 'rejected', reviewedBy: 'ben', reviewedAt: BY_BEN.at });
    expect(await readLog(store)).toMatchObject([{ claim: id, decision: 'rejected', author: 'ben' }]);
  });
});

describe('decisions', () => {
  it('when claims are decided, then each has status, who and when; what was so already is counted', async () => {
    const { store, change, claims } = await openWithReport();
    const [first = '' as ClaimId, second = '' as ClaimId] = claims;
    await change((transactor) => transactor.decide([{ claim: first, status: 'accepted' }], BY_BEN));
    const decided = await change((transactor) =>
      transactor.decide(
        [
          { claim: first, status: 'accepted' },
          { claim: second, status: 'rejected' },
        ],
        BY_ADA,
      ),
    );
    expect(decided).toMatchObject({ seq: 4, unchanged: 1, counts: { claims: 1 } });
    expect(await store.reader.getClaims([first, second])).toMatchObject([
      { status: 'accepted', reviewedBy: 'ben', reviewedAt: BY_BEN.at },
      { status: 'rejected', reviewedBy: 'ada', reviewedAt: BY_ADA.at },
    ]);
    const same = await change((transactor) =>
      transactor.decide([{ claim: first, status: 'accepted' }], BY_ADA),
    );
    expect(same).toMatchObject({ seq: null, unchanged: 1, version: 4 });
    await change((transactor) => transactor.decide([{ claim: first, status: 'proposed' }], BY_ADA));
    expect(await store.reader.getClaims([first])).toMatchObject([{ reviewedBy: null, reviewedAt: null }]);
  });

  it('when a claim is not here, then none is decided and each that is missing is named', async () => {
    const { change, claims, state } = await openWithReport();
    const before = state();
    const decisions = [claims[0] ?? '', 'c1', 'c2'].map((claim) => ({
      claim: claim as ClaimId,
      status: 'accepted' as const,
    }));
    await expect(change((transactor) => transactor.decide(decisions, BY_ADA))).rejects.toMatchObject({
      code: 'unknown-value',
      errors: [{ pointer: '/body/decisions/1/claim' }, { pointer: '/body/decisions/2/claim' }],
    });
    expect(state()).toBe(before);
  });

  it('when they are read one by one, then they come oldest first, with what was decided and which were taken back', async () => {
    const { store, change, claims } = await openWithReport();
    const [first = '' as ClaimId, second = '' as ClaimId] = claims;
    await change((transactor) => transactor.decide([{ claim: first, status: 'accepted' }], BY_BEN));
    await change((transactor) => transactor.decide([{ claim: second, status: 'rejected' }], BY_ADA));
    await change((transactor) => transactor.undo({ seq: 3 }, BY_ADA));
    expect(await readLog(store)).toEqual([
      {
        ...{ claim: first, subject: 'zenobia-quill', type: 'meets', object: 'bo', decision: 'accepted' },
        ...{ ...BY_BEN, document: REPORT.id, undoneBy: 5 },
      },
      {
        ...{ claim: second, subject: 'bo', type: 'trusts', object: 'zenobia-quill', decision: 'rejected' },
        ...{ ...BY_ADA, document: REPORT.id, undoneBy: null },
      },
    ]);
  });
});

describe('merging and splitting actors', () => {
  it('when one is merged, then no claim changes, those merged into it follow, and undo is exact', async () => {
    const { store, change, state } = await openWithReport();
    const before = state();
    const merged = await change((transactor) => transactor.mergeActor(BO, CY, BY_BEN));
    expect(merged).toMatchObject({ into: CY, counts: { claims: 0, actors: 2 } });
    const into = async () =>
      Object.fromEntries(
        (await store.reader.readImportBasis()).actors.map(({ id, mergedInto }) => [id, mergedInto]),
      );
    expect(await into()).toMatchObject({ bo: CY, 'the-bo': CY });
    expect(await store.reader.readLedger(1)).toMatchObject([{ about: { actors: ['Bo', 'Cy Corporation'] } }]);
    await change((transactor) => transactor.undo({}, BY_BEN));
    expect(state()).toBe(before);
  });

  it('when the other is merged itself, then the one it is read through is meant; a circle is refused', async () => {
    const { change } = await openWithReport();
    const merge = (id: ActorId, into: ActorId) =>
      change((transactor) => transactor.mergeActor(id, into, BY_BEN));
    expect(await merge(ANA, THE_BO)).toMatchObject({ into: BO });
    for (const [id, into] of [
      [BO, THE_BO],
      [BO, BO],
      [ANA, CY],
    ] as const)
      await expect(merge(id, into)).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge(ANA, 'nobody' as ActorId)).rejects.toMatchObject({ code: 'unknown-value' });
    await expect(merge('nobody' as ActorId, ANA)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('when a merged actor is split, then it stands by itself; one that does is refused', async () => {
    const { store, change } = await openSmallStore();
    await change((transactor) => transactor.splitActor(THE_BO, BY_BEN));
    const { actors } = await store.reader.readImportBasis();
    expect(actors.every(({ mergedInto }) => mergedInto === undefined)).toBe(true);
    await expect(change((transactor) => transactor.splitActor(THE_BO, BY_BEN))).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('when one that was merged with others in it is split, then they go with it', async () => {
    const { store, change, state } = await openSmallStore();
    const before = state();
    await change((transactor) => transactor.mergeActor(ANA, BO, BY_BEN));
    await change((transactor) => transactor.mergeActor(BO, CY, BY_BEN));
    await change((transactor) => transactor.splitActor(BO, BY_BEN));
    const { actors } = await store.reader.readImportBasis();
    expect(actors.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
      [ANA, BO],
      [BO, undefined],
      [CY, undefined],
      [THE_BO, BO],
    ]);
    await change((transactor) => transactor.undo({ seq: 2, withDependents: true }, BY_BEN));
    expect(state()).toBe(before);
  });

  it('when a question is answered by a merge or by "not the same", then it is asked no more, and never again', async () => {
    const { store, change } = await openWithReport();
    await change((transactor) => transactor.mergeActor(ZENOBIA.id, ANA, BY_BEN));
    expect(await store.reader.readLikenesses()).toEqual([]);
    await change((transactor) => transactor.undo({}, BY_BEN));
    expect(await store.reader.readLikenesses()).toHaveLength(1);
    await change((transactor) => transactor.markDistinct(ANA, ZENOBIA.id, BY_BEN));
    expect(await store.reader.readLikenesses()).toEqual([]);
    expect(await change((transactor) => transactor.markDistinct(ZENOBIA.id, ANA, BY_BEN))).toMatchObject({
      seq: null,
    });
    const other = { ...ADDITION, document: { ...REPORT, id: 'other' as DocumentId } };
    await change((transactor) => transactor.addDocument(other, BY_BEN));
    expect(await store.reader.readLikenesses()).toEqual([]);
  });
});

describe('editing an actor', () => {
  it('when name, kind, aliases and Wikidata id change, then aliases are told once and without the name', async () => {
    const { store, change, state } = await openSmallStore();
    const before = state();
    await change((transactor) =>
      transactor.editActor(
        ANA,
        { name: 'Ana White', kind: 'group', aliases: ['Ana', 'Ana White', 'Ana', 'A. W.'], wikidata: null },
        BY_BEN,
      ),
    );
    const { actors } = await store.reader.readImportBasis();
    expect(actors[0]).toEqual({ id: ANA, name: 'Ana White', kind: 'group', aliases: ['Ana', 'A. W.'] });
    expect(await store.reader.readLedger(1)).toMatchObject([
      { about: { actors: ['Ana Weiß', 'Ana White'] } },
    ]);
    await change((transactor) => transactor.undo({}, BY_BEN));
    expect(state()).toBe(before);
  });
});
