import { rmSync } from 'node:fs';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimsAnswer } from '../../../graph-data/contract/answers.ts';
import { LARGEST_FILE } from '../../../graph-data/contract/change-routes.ts';
import { API_ROOT } from '../../../graph-data/contract/routes.ts';
import type { Job, LikenessesAnswer } from '../../../graph-data/contract/writes.ts';
import { LARGEST_DOCUMENT } from '../../../server/extract/reading/read-document-bytes.ts';
import type { ServedChanges } from '../../fixtures/serve-changes.ts';
import { prepareDataDir, serveChanges } from '../../fixtures/serve-changes.ts';

const REPORT =
  'Talks in Oslo\n\nPresident of Norway Anna Berg condemned Chile on Monday. Ms Berg thanked Vladimir Putin for his help.\n';

let prepared: string;
let served: ServedChanges;
beforeAll(async () => {
  prepared = await prepareDataDir();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
beforeEach(async () => {
  served = await serveChanges(prepared, { readsDocuments: true });
});
afterEach(() => served.close());

const get = (path: string): request.Test => request(served.app).get(`${API_ROOT}${path}`);
const post = (path: string, body: unknown): request.Test =>
  request(served.app).post(`${API_ROOT}${path}`).type('application/json').send(JSON.stringify(body));

/** The job when it has ended. */
async function ended({ body }: request.Response): Promise<Job> {
  const { id } = body as Job;
  const read = async (): Promise<Job> => (await get(`/jobs/${id}`)).body as Job;
  await expect.poll(async () => (await read()).stage, { timeout: 60_000, interval: 20 }).toBe('ended');
  return read();
}

describe('POST /documents', () => {
  it('when the largest body is compared with what is read, then they are one', () => {
    expect(LARGEST_FILE).toBe(LARGEST_DOCUMENT);
  });

  it('when a text is sent, then it becomes a job, and at its end the next answers hold its proposals', async () => {
    const response = await post('/documents', {
      text: REPORT,
      publisher: 'The Courier',
      publishedAt: '2026-01',
    });
    expect(response.status).toBe(202);
    expect(response.headers['location']).toBe(`${API_ROOT}/jobs/${(response.body as Job).id}`);

    const job = await ended(response);
    expect(job).toMatchObject({
      state: 'done',
      result: { outcome: 'added', title: 'Talks in Oslo', version: 2 },
    });
    const id = job.result?.document ?? '';
    expect((await get(`/documents/${id}`)).body).toMatchObject({
      ...{ publisher: 'The Courier', publishedAt: '2026-01', claims: 0, proposals: job.result?.proposals },
    });
    const found = await get(`/claims?document=${id}&status=proposed&order=certainty&limit=500`);
    const claims = (found.body as ClaimsAnswer).items;
    expect(claims).toHaveLength(job.result?.proposals ?? 0);
    expect(claims.map(({ type }) => type)).toContain('leads');
    for (const { evidence, method, status } of claims) {
      expect(REPORT.slice(evidence.start ?? -1, evidence.end ?? -1)).toBe(evidence.exact);
      expect([method, status]).toEqual(['rules@0.0.0-test', 'proposed']);
    }
    const certainties = claims.map(({ certainty }) => certainty);
    expect(certainties).toEqual(certainties.toSorted((a, b) => b - a));
    // Whoever is known is not added again.
    expect((await get('/actors?q=vladimir putin')).body).toMatchObject({ items: [{ id: 'vladimir-putin' }] });
  });

  it('when bytes of a page are sent with a name, then its words are read and not its scripts', async () => {
    const page =
      '<title>Talks</title><script>Norway attacked Chile</script><p>President Anna Berg thanked Chile on Monday.</p>';
    const response = await request(served.app)
      .post(`${API_ROOT}/documents?name=talks.html&licence=CC0`)
      .type('text/html; charset=utf-8')
      .send(page);
    const job = await ended(response);
    const body: unknown = (await get(`/documents/${job.result?.document ?? ''}`)).body;
    expect(body).toMatchObject({ title: 'talks', licence: 'CC0', publisher: 'publisher not given' });
    expect((body as { text: string }).text).not.toContain('attacked');
  });

  it.each([
    [{ text: '\u0000\u0001\u0002\u0003' }, 'unreadable-document'],
    [{ url: 'http://127.0.0.1:1/' }, 'address-refused'],
    [{ url: 'http://169.254.169.254/latest/meta-data' }, 'address-refused'],
  ])('when %j cannot be read, then the job says so and nothing is kept', async (body, code) => {
    const job = await ended(await post('/documents', body));
    expect(job).toMatchObject({ state: 'failed', problem: { code } });
    expect(await served.store.reader.version()).toBe(1);
  });

  it.each<[number, string, RegExp, Record<string, unknown>]>([
    [400, '/body', /a text or an address/, {}],
    [400, '/body/text', /expected string/, { text: 5 }],
    [422, '/body/text', /at least 1/, { text: '' }],
    [400, '/body/url', /http or https/, { url: 'file:///etc/passwd' }],
    [422, '/body/url', /at most 2000/, { url: `https://example.org/${'x'.repeat(2000)}` }],
    [422, '/body/title', /at least 1/, { text: 'x', title: ' ' }],
    [422, '/body/publisher', /at most 200/, { text: 'x', publisher: 'x'.repeat(201) }],
    [400, '/body/author', /expected string/, { text: 'x', author: [] }],
    [422, '/body/name', /at least 1/, { text: 'x', name: '' }],
    [400, '/body/publishedAt', /EDTF/, { text: 'x', publishedAt: 'yesterday' }],
    [400, '/body/publishedAt', /EDTF/, { text: 'x', publishedAt: {} }],
    [400, '/body/licence', /expected string/, { text: 'x', licence: null }],
    [422, '/body/engine', /rules, llm/, { text: 'x', engine: 'robot' }],
    [422, '/body/engine', /no language model/, { text: 'x', engine: 'llm' }],
    [400, '/body/colour', /no such field/, { text: 'x', colour: 'red' }],
  ])('when the body is at fault then %i names %s: %s', async (status, pointer, detail, body) => {
    const response = await post('/documents', body);
    expect(response.status).toBe(status);
    expect((JSON.parse(response.text) as { errors: unknown[] }).errors).toContainEqual({
      pointer,
      detail: expect.stringMatching(detail) as string,
    });
    expect(served.jobs.list()).toEqual([]);
  });

  it('when a large text is read, then others are answered meanwhile, and it can be cancelled, leaving nothing', async () => {
    const large =
      'President Anna Berg of Norway met Bob Lund in Oslo and thanked Chile for its help.\n'.repeat(20_000);
    const response = await post('/documents', { text: large, title: 'Large' });
    const { id } = response.body as Job;
    await expect.poll(() => served.jobs.find(id)?.stage, { timeout: 60_000, interval: 5 }).toBe('extracting');
    for (let count = 0; count < 20; count += 1) expect((await get('/session')).status).toBe(200);
    expect(served.jobs.find(id)?.state).toBe('running');

    expect((await post(`/jobs/${id}/cancel`, {})).body).toMatchObject({ state: 'cancelled', stage: 'ended' });
    const next = await ended(await post('/documents', { text: REPORT }));
    expect(next).toMatchObject({ state: 'done', result: { outcome: 'added', version: 2 } });
    expect((await get('/documents/large')).status).toBe(404);
  });

  it('when the same request comes again under its key, then it is the same job', async () => {
    const send = () => post('/documents', { text: REPORT }).set('Idempotency-Key', 'one');
    const [first, again] = [await send(), await send()];
    expect([again.status, (again.body as Job).id]).toEqual([202, (first.body as Job).id]);
    await ended(first);
    expect(served.jobs.list()).toHaveLength(1);
  });

  it('when a document is retracted, then its claims and actors go, and come back by undo', async () => {
    const { result } = await ended(await post('/documents', { text: REPORT }));
    const before = (await get('/claims?status=proposed&limit=500')).body as ClaimsAnswer;
    const gone = await post(`/documents/${result?.document ?? ''}/retract`, {});
    expect(gone.body).toMatchObject({
      changed: { documents: 1, claims: result?.proposals },
      seq: 3,
      version: 3,
    });
    expect((await get('/claims?status=proposed')).body).toMatchObject({ items: [] });
    expect((await get('/actors/anna-berg')).status).toBe(404);
    await post('/undo', {});
    const after = (await get('/claims?status=proposed&limit=500')).body as ClaimsAnswer;
    expect(after.items).toEqual(before.items);
  });

  it('when an actor may be one that is here, then it is asked, and answered by merging or by telling apart', async () => {
    const text =
      'News\n\nPresident of Norway Anna Berg condemned Chile. Steven Witcoff accused Anna Berg of lying.\n';
    const { result } = await ended(await post('/documents', { text }));
    const open = async () => ((await get('/likenesses')).body as LikenessesAnswer).items;
    const [question] = await open();
    expect(question).toMatchObject({
      ...{ other: { id: 'steve-witkoff' }, document: result?.document },
      reason: expect.stringMatching(/nearly the same name/) as string,
    });
    const id = question?.actor.id ?? '';

    const preview = await post(`/actors/${id}/merge`, { into: 'steve-witkoff', dryRun: true });
    expect(preview.body).toMatchObject({ actor: { id: 'steve-witkoff' }, seq: null, version: 2 });
    expect(await open()).toHaveLength(1);
    const merged = await post(`/actors/${id}/merge`, { into: 'steve-witkoff' });
    expect(merged.body).toMatchObject({ actor: { id: 'steve-witkoff' }, seq: 3, version: 3 });
    expect(await open()).toEqual([]);
    expect((await get('/actors/steve-witkoff')).body).toMatchObject({ merged: [{ id }] });
    await post(`/actors/${id}/split`, {});
    expect(await open()).toHaveLength(1);
    await post(`/actors/${id}/distinct`, { from: 'steve-witkoff' });
    expect(await open()).toEqual([]);
    expect((await get(`/likenesses?document=${result?.document ?? ''}`)).body).toEqual({ items: [] });
  });
});
