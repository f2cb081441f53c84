import { rmSync } from 'node:fs';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimAnswer, ClaimsAnswer } from '../../../graph-data/contract/answers.ts';
import type { LedgerAnswer } from '../../../graph-data/contract/imports.ts';
import { API_ROOT } from '../../../graph-data/contract/routes.ts';
import type { ClaimChange } from '../../../graph-data/contract/writes.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import type { ServedChanges } from '../../fixtures/serve-changes.ts';
import { AT, prepareDataDir, serveChanges } from '../../fixtures/serve-changes.ts';

let prepared: string;
let served: ServedChanges;
let text: string;
beforeAll(async () => {
  prepared = await prepareDataDir();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
beforeEach(async () => {
  served = await serveChanges(prepared);
  text = (await served.store.reader.findDocument('portrait-gift' as DocumentId))?.text ?? '';
});
afterEach(() => served.close());

const get = (path: string): request.Test => request(served.app).get(`${API_ROOT}${path}`);
const send = (method: 'post' | 'patch', path: string, body: unknown): request.Test =>
  request(served.app)[method](`${API_ROOT}${path}`).type('application/json').send(JSON.stringify(body));
const claims = async (query: string): Promise<ClaimAnswer[]> =>
  ((await get(`/claims?${query}`)).body as ClaimsAnswer).items;
const faultsOf = (response: request.Response): unknown[] =>
  (JSON.parse(response.text) as { errors: unknown[] }).errors;

/** A claim on the first 20 characters of a document, right but for what a test changes of it. */
const stated = (more: Record<string, unknown> = {}) => ({
  ...{
    subject: { id: 'vladimir-putin' },
    type: 'consults',
    object: { id: 'steve-witkoff' },
    label: 'talks to',
  },
  ...{ stance: 'neutral', document: 'portrait-gift', start: 0, end: 20, quote: text.slice(0, 20) },
  ...more,
});

describe('POST /claims', () => {
  it('when a stretch of a text is marked, then the claim stands, as its author’s, with actors that are new', async () => {
    const ada = { name: 'Ada Byron', kind: 'person' };
    const response = await send(
      'post',
      '/claims',
      stated({ object: ada, speaker: ada, via: [{ id: 'donald-trump' }] }),
    );
    const { claim, seq, version } = response.body as ClaimChange;
    expect([response.status, response.headers['location']]).toEqual([201, `${API_ROOT}/claims/${claim.id}`]);
    expect([seq, version]).toEqual([2, 2]);
    expect(claim).toMatchObject({
      ...{
        object: { id: 'ada-byron', label: 'Ada Byron' },
        speaker: { id: 'ada-byron' },
        via: [{ id: 'donald-trump' }],
      },
      ...{ status: 'accepted', method: 'curated', reviewedBy: 'operator', reviewedAt: AT },
      evidence: { start: 0, end: 20, exact: text.slice(0, 20) },
    });
    expect((await get(`/claims/${claim.id}`)).body).toEqual(claim);
    expect((await get('/actors/ada-byron')).body).toMatchObject({ claims: 1, spoken: 1 });
  });

  it.each<[number, string, RegExp, Record<string, unknown>]>([
    [422, '/body/subject', /no actor "nobody"/, { subject: { id: 'nobody' } }],
    [400, '/body/subject', /"id"|"name"/, { subject: 'vladimir-putin' }],
    [400, '/body/subject', /"id"|"name"/, { subject: { name: 'Ada' } }],
    [422, '/body/object', /another actor than the subject/, { object: { id: 'vladimir-putin' } }],
    [422, '/body/type', /no type "loves"/, { type: 'loves' }],
    [422, '/body/label', /at most 60/, { label: 'x'.repeat(61) }],
    [422, '/body/label', /at least 1/, { label: ' ' }],
    [422, '/body/stance', /positive, neutral, negative/, { stance: 'angry' }],
    [422, '/body/modality', /asserted/, { modality: 'maybe' }],
    [422, '/body/speaker', /no actor/, { speaker: { id: 'nobody' } }],
    [422, '/body/via/1', /no actor/, { via: [{ id: 'donald-trump' }, { id: 'nobody' }] }],
    [422, '/body/via', /at most 10/, { via: Array.from({ length: 11 }, () => ({ id: 'donald-trump' })) }],
    [400, '/body/saidOn', /EDTF/, { saidOn: 'yesterday' }],
    [400, '/body/happenedOn', /EDTF/, { happenedOn: '2025-13' }],
    [422, '/body/document', /no document "nothing"/, { document: 'nothing' }],
    [422, '/body/start', /at least 0/, { start: -1 }],
    [400, '/body/start', /expected int/, { start: 1.5 }],
    [422, '/body/end', /the text ends at/, { end: 9_999_999 }],
    [422, '/body/quote', /the words at 1 to 20 are/, { start: 1 }],
    [422, '/body/quote', /the words at/, { quote: 'other words' }],
    [422, '/body/quote', /at most 2000/, { quote: 'x'.repeat(2001) }],
    [422, '/body/status', /proposed, accepted, rejected/, { status: 'maybe' }],
    [400, '/body/certainty', /no such field/, { certainty: 1 }],
    [400, '/body/__proto__', /no such field/, JSON.parse('{"__proto__": 1}') as Record<string, unknown>],
  ])('when it is wrong, then %i names %s: %s', async (status, pointer, detail, wrong) => {
    const body = Object.hasOwn(wrong, '__proto__')
      ? JSON.stringify(stated()).replace('{', '{"__proto__":1,')
      : JSON.stringify(stated(wrong));
    const response = await request(served.app).post(`${API_ROOT}/claims`).type('application/json').send(body);
    expect(response.status).toBe(status);
    expect(faultsOf(response)).toContainEqual({ pointer, detail: expect.stringMatching(detail) as string });
    expect(await served.store.reader.version()).toBe(1);
  });

  it('when several fields are wrong, then each is named', async () => {
    const response = await send(
      'post',
      '/claims',
      stated({ subject: { id: 'x' }, object: { id: 'y' }, type: 'loves', quote: 'z' }),
    );
    expect(faultsOf(response)).toHaveLength(4);
  });

  it('when the same is stated already, then it is a conflict', async () => {
    await send('post', '/claims', stated());
    expect((await send('post', '/claims', stated({ label: 'also so' }))).status).toBe(409);
  });
});

describe('PATCH /claims/{id}', () => {
  it('when something is to be otherwise, then that is, its words and id stay, and undo brings it back', async () => {
    const [before] = await claims('subject=vladimir-putin&object=donald-trump&limit=1');
    const id = before?.id ?? '';
    const patch = {
      type: 'informs',
      label: 'tells',
      speaker: null,
      happenedOn: '2025-03',
      status: 'rejected',
    };
    const response = await send('patch', `/claims/${id}`, patch).set('If-Match', '"1"');
    const { claim } = response.body as ClaimChange;
    expect(claim).toMatchObject({ ...patch, id, evidence: before?.evidence, reviewedBy: 'operator' });
    await send('post', '/undo', { seq: 2 });
    expect((await get(`/claims/${id}`)).body).toEqual(before);
  });

  it('when it was changed after it was read, then it is a conflict; without a version the last word counts', async () => {
    const [claim] = await claims('limit=1');
    const path = `/claims/${claim?.id ?? ''}`;
    await send('patch', path, { label: 'first' }).set('If-Match', '"1"');
    const late = await send('patch', path, { label: 'second' }).set('If-Match', '"1"');
    expect([late.status, (JSON.parse(late.text) as { code: string }).code]).toEqual([409, 'conflict']);
    expect((await send('patch', path, { label: 'second' }).set('If-Match', '"2"')).status).toBe(200);
    expect((await send('patch', path, { label: 'third' })).body).toMatchObject({ claim: { label: 'third' } });
  });

  it.each<[number, string, Record<string, unknown>]>([
    [400, '/body', {}],
    [400, '/body/quote', { quote: 'other words' }],
    [400, '/body/document', { document: 'portrait-gift' }],
    [422, '/body/type', { type: 'loves' }],
    [422, '/body/subject', { subject: { id: 'nobody' } }],
    [422, '/body/status', { status: 'maybe' }],
    [400, '/body/saidOn', { saidOn: 5.5 }],
    [422, '/body/label', { label: '' }],
  ])('when it is wrong, then %i names %s', async (status, pointer, patch) => {
    const [claim] = await claims('limit=1');
    const response = await send('patch', `/claims/${claim?.id ?? ''}`, patch);
    expect(response.status).toBe(status);
    expect(faultsOf(response)).toContainEqual({ pointer, detail: expect.any(String) as string });
  });

  it('when both ends would be one actor, then it is refused', async () => {
    const [claim] = await claims('subject=vladimir-putin&limit=1');
    const response = await send('patch', `/claims/${claim?.id ?? ''}`, { object: { id: 'vladimir-putin' } });
    expect([response.status, faultsOf(response)]).toEqual([
      422,
      [{ pointer: '/body/object', detail: 'expected another actor than the subject' }],
    ]);
  });
});

describe('POST /decisions', () => {
  it('when many are decided on at once, then all have their status under one entry, and the log names each that has another', async () => {
    const some = (await claims('limit=3')).map(({ id }) => id);
    const decisions = some.map((claim, at) => ({ claim, status: at === 0 ? 'accepted' : 'rejected' }));
    const response = await send('post', '/decisions', { decisions });
    expect(response.body).toEqual({ changed: 2, unchanged: 1, seq: 2, version: 2 });
    expect((await claims('status=rejected')).map(({ id, reviewedBy }) => [id, reviewedBy]).sort()).toEqual(
      some
        .slice(1)
        .map((id) => [id, 'operator'])
        .sort(),
    );
    const again = await send('post', '/decisions', { decisions });
    expect(again.body).toEqual({ changed: 0, unchanged: 3, seq: null, version: 2 });

    const { text: log, headers } = await get('/review-log.csv');
    expect(headers['content-disposition']).toContain('onrecord-review-log.csv');
    const rows = log.replace(/\r\n$/, '').split('\r\n');
    expect(rows[0]).toBe('\uFEFFclaim,subject,type,object,decision,who,when,document,undoneBy');
    expect(rows.slice(1).map((row) => row.split(',').filter((_, at) => [0, 4, 5, 6].includes(at)))).toEqual(
      decisions.slice(1).map(({ claim, status }) => [claim, status, 'operator', AT]),
    );
    const { items } = (await get('/ledger')).body as LedgerAnswer;
    expect(items[0]).toMatchObject({
      kind: 'decide',
      summary: 'Decided on 2 claims: 2 rejected',
      undoable: true,
    });
  });

  it('when one of them is not there, then each that is not is named and none is changed', async () => {
    const [claim] = await claims('limit=1');
    const decisions = ['c0', claim?.id, 'c1'].map((id) => ({ claim: id, status: 'rejected' }));
    const response = await send('post', '/decisions', { decisions });
    expect(response.status).toBe(422);
    expect(faultsOf(response)).toHaveLength(2);
    expect(await claims('status=rejected')).toEqual([]);
  });

  it.each<[number, string, unknown]>([
    [400, '/body/decisions', {}],
    [422, '/body/decisions', { decisions: [] }],
    [
      422,
      '/body/decisions',
      { decisions: Array.from({ length: 501 }, () => ({ claim: 'c', status: 'accepted' })) },
    ],
    [422, '/body/decisions/0/status', { decisions: [{ claim: 'c', status: 'maybe' }] }],
    [400, '/body/decisions/0/claim', { decisions: [{ status: 'accepted' }] }],
    [400, '/body/decisions/0/why', { decisions: [{ claim: 'c', status: 'accepted', why: 'so' }] }],
    [400, '/body', [1, 2]],
    [400, '/body', null],
  ])('when it is wrong, then %i names %s', async (status, pointer, body) => {
    const response = await send('post', '/decisions', body);
    expect(response.status).toBe(status);
    expect(faultsOf(response)).toContainEqual({ pointer, detail: expect.any(String) as string });
  });
});

describe('POST /undo', () => {
  it('when later changes stand on the entry, then each is named, and all are taken back where that is asked', async () => {
    const { claim } = (await send('post', '/claims', stated())).body as ClaimChange;
    await send('patch', `/claims/${claim.id}`, { label: 'otherwise' });
    const refused = await send('post', '/undo', { seq: 2 });
    expect(refused.status).toBe(409);
    expect(faultsOf(refused)).toEqual([
      { pointer: '/body/seq', detail: expect.stringContaining('3') as string },
    ]);
    const both = await send('post', '/undo', { seq: 2, withDependents: true });
    expect(both.body).toMatchObject({ undone: [3, 2], seq: 4, changed: { claims: 1 }, version: 4 });
    expect((await get(`/claims/${claim.id}`)).status).toBe(404);
    expect((await send('post', '/undo', { seq: 4 })).body).toMatchObject({ undone: [4] });
    expect((await get(`/claims/${claim.id}`)).body).toMatchObject({ label: 'otherwise' });
  });
});

describe('changes of actors', () => {
  it('when one is renamed, then every answer has the name, and its id stays', async () => {
    const patch = { name: 'Vladimir V. Putin', aliases: ['Putin'], kind: 'organisation', wikidata: 'Q1' };
    const response = await send('patch', '/actors/vladimir-putin', patch);
    expect(response.body).toMatchObject({ changed: { actors: 1 }, seq: 2, version: 2 });
    expect((await get('/actors/vladimir-putin')).body).toMatchObject({
      ...{ label: 'Vladimir V. Putin', kind: 'organisation', aliases: ['Putin'], wikidata: 'Q1' },
    });
  });

  it.each<[number, string, unknown]>([
    [400, '/body', {}],
    [422, '/body/name', { name: ' ' }],
    [422, '/body/kind', { kind: 'robot' }],
    [422, '/body/aliases', { aliases: Array.from({ length: 201 }, (_, at) => `a${at}`) }],
    [422, '/body/aliases/0', { aliases: [''] }],
    [400, '/body/wikidata', { wikidata: 'Putin' }],
    [400, '/body/id', { id: 'putin' }],
  ])('when a patch is wrong, then %i names %s', async (status, pointer, patch) => {
    const response = await send('patch', '/actors/vladimir-putin', patch);
    expect(response.status).toBe(status);
    expect(faultsOf(response)).toContainEqual({ pointer, detail: expect.any(String) as string });
  });

  it('when two are merged, then the preview says what becomes of their relations, and so it becomes', async () => {
    const wish = { into: 'donald-trump' };
    const preview = await send('post', '/actors/steve-witkoff/merge', { ...wish, dryRun: true });
    const merged = await send('post', '/actors/steve-witkoff/merge', wish);
    expect(merged.body).toEqual({ ...(preview.body as object), seq: 2, version: 2 });
    const { relationsBefore, relationsAfter } = merged.body as {
      relationsBefore: number;
      relationsAfter: number;
    };
    expect(relationsAfter).toBeLessThan(relationsBefore);
    const relations = await get('/network?limit=500');
    const { edges } = relations.body as { edges: { source: string; target: string }[] };
    expect(
      edges.filter(({ source, target }) => source === 'donald-trump' || target === 'donald-trump'),
    ).toHaveLength(relationsAfter);
    for (const dryRun of [true, false])
      expect(
        (await send('post', '/actors/steve-witkoff/merge', { into: 'vladimir-putin', dryRun })).status,
      ).toBe(409);
  });
});
