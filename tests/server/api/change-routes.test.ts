import { cpSync, rmSync } from 'node:fs';
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ChangeOperation, ChangeRoute } from '../../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES } from '../../../graph-data/contract/change-routes.ts';
import type { ImportReport, LedgerAnswer } from '../../../graph-data/contract/imports.ts';
import { toOpenApi } from '../../../graph-data/contract/openapi.ts';
import { PROBLEMS, problemSchema } from '../../../graph-data/contract/problems.ts';
import { API_ROOT, COMMON_PROBLEMS } from '../../../graph-data/contract/routes.ts';
import { LARGEST_IMPORT } from '../../../graph-data/formats/csv/import-columns.ts';
import type { ProblemCode } from '../../../graph-data/model/errors.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import type { ContextHolder } from '../../../server/app/context-holder.ts';
import { openContext } from '../../../server/app/context-holder.ts';
import { readDatasetFolder, SHIPPED_DATASET } from '../../../server/app/dataset-folder.ts';
import { createStoreChanges } from '../../../server/app/store-changes.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { provisionStore } from '../../../server/store/provision-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { createTestApp, makeTemporaryFolder } from '../../fixtures/serve-dataset.ts';

const TABLE = 'subject,type,object,quote\nAda,befriends,Donald Trump,a friend\nBob,hums at,Ada,hums\n';
const AT = '2026-01-01T00:00:00.000Z';

let prepared: string;
let dataDir: string;
let store: Store;
let context: ContextHolder;
let app: Express;
beforeAll(async () => {
  prepared = makeTemporaryFolder();
  store = await openStore({ dataDir: prepared });
  const parsed = readDatasetFolder(SHIPPED_DATASET);
  if (parsed.ok) await provisionStore(store, parsed.dataset, { author: 'test', at: AT, source: 'shipped' });
  await (await openContext(store, '127.0.0.1', pino({ level: 'silent' }))).close(); // its layout is stored
  await store.close();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
beforeEach(async () => {
  dataDir = makeTemporaryFolder();
  cpSync(prepared, dataDir, { recursive: true });
  store = await openStore({ dataDir });
  context = await openContext(store, '127.0.0.1', pino({ level: 'silent' }));
  app = appOver(() => context.current);
});
afterEach(async () => {
  await context.close();
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function appOver(getContext: () => ViewContext | undefined, host = '127.0.0.1'): Express {
  return createTestApp(
    getContext,
    host,
    createStoreChanges(store, context, () => new Date(AT)),
  );
}

/** A call asked for rightly, up to what a test changes of it. */
function ask(operation: ChangeOperation, query = '', target = app): request.Test {
  const route: ChangeRoute = CHANGE_ROUTES[operation];
  const path = `${API_ROOT}${route.path}${query === '' ? '' : `?${query}`}`;
  if (operation === 'importTable') return request(target).post(path).type('text/csv').send(TABLE);
  if (operation === 'undo') return request(target).post(path).type('application/json').send('{}');
  return request(target).get(path);
}

const post = (path: string): request.Test => request(app).post(`${API_ROOT}${path}`);

async function provoke(operation: ChangeOperation, code: ProblemCode): Promise<request.Response> {
  const { path, method }: ChangeRoute = CHANGE_ROUTES[operation];
  switch (code) {
    case 'malformed-url':
      return ask(operation, 'q=%E0%A4%A');
    case 'unknown-parameter':
      return ask(operation, 'speakr=x');
    case 'malformed-parameter':
      return ask(operation, operation === 'importTable' ? 'map=nonsense' : 'limit=ten');
    case 'unknown-value':
      return ask(operation, 'format=xls');
    case 'out-of-bounds':
      return ask(operation, operation === 'importTable' ? `name=${'x'.repeat(201)}` : 'limit=0');
    case 'malformed-cursor':
      return ask(operation, 'cursor=WzEsMSwiMCJd');
    case 'malformed-body':
      return post(path)
        .type(operation === 'undo' ? 'application/json' : 'text/csv')
        .send(operation === 'undo' ? '{"seq":"last"}' : '');
    case 'unsupported-media-type':
      return post(path).type('application/x-www-form-urlencoded').send('a=b');
    case 'body-too-large':
      return post(path)
        .type(operation === 'undo' ? 'application/json' : 'text/csv')
        .send('x'.repeat(operation === 'undo' ? 20_000 : LARGEST_IMPORT + 1));
    case 'writes-refused':
      return ask(operation).set('Origin', 'http://attacker.example');
    case 'not-found':
      return post(path).type('application/json').send('{"seq":99}');
    case 'cannot-be-undone':
      return ask(operation);
    case 'not-acceptable-host':
      return ask(operation).set('Host', 'attacker.example');
    case 'method-not-allowed':
      return method === 'post' ? request(app).get(`${API_ROOT}${path}`) : post(path).send('{}');
    case 'uri-too-long':
      return ask(operation, `q=${'x'.repeat(9000)}`);
    case 'not-ready':
      return ask(
        operation,
        '',
        appOver(() => undefined),
      );
    case 'internal':
      return ask(
        operation,
        '',
        appOver(() => {
          throw new Error('the disk is gone: /secret/path');
        }),
      );
    case 'unreadable-document':
    case 'address-refused':
    case 'fetch-failed':
    case 'model-unavailable':
      throw new Error(`no change reads a document yet: ${code}`);
  }
}

const routes = Object.entries(CHANGE_ROUTES) as [ChangeOperation, ChangeRoute][];

describe.each(routes)('%s', (operation, route) => {
  it('when asked for rightly, then the answer is what the contract says', async () => {
    if (operation === 'undo') await ask('importTable');
    const response = await ask(operation);

    expect(response.status).toBe(200);
    if ('mediaType' in route.answer) {
      expect(response.headers['content-type']).toContain(route.answer.mediaType);
    } else {
      const schema = route.answer as z.ZodObject;
      expect(schema.strict().parse(response.body)).toEqual(response.body);
    }
  });

  it.each([...COMMON_PROBLEMS, ...route.problems])(
    'when provoked, then it answers the problem %s and changes nothing',
    async (code) => {
      const response = await provoke(operation, code);

      const problem = problemSchema.strict().parse(JSON.parse(response.text));
      expect(problem).toMatchObject({ code, status: PROBLEMS[code].status });
      expect(response.status).toBe(PROBLEMS[code].status);
      expect(response.text).not.toMatch(/\bat .*:\d+:\d+|secret/);
      expect(await store.reader.version()).toBe(1);
    },
  );

  it('when its problems are provoked, then these are the statuses its description documents', () => {
    const paths = toOpenApi('0')['paths'] as Record<string, Record<string, { responses: object }>>;
    const described = paths[`${API_ROOT}${route.path}`]?.[route.method]?.responses;
    const provoked = [...COMMON_PROBLEMS, ...route.problems].map((code) => String(PROBLEMS[code].status));

    expect(Object.keys(described ?? {}).sort()).toEqual([...new Set(['200', ...provoked])].sort());
  });
});

describe('who may change anything', () => {
  it.each([
    ['another site', { Origin: 'http://attacker.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['https where this is http', { Origin: 'https://localhost' }],
    ['a browser that says no origin but another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour of this site', { 'Sec-Fetch-Site': 'same-site' }],
  ] as const)('when %s asks, then it is refused', async (_who, headers) => {
    expect((await ask('importTable').set(headers)).status).toBe(403);
    expect((await ask('undo').set(headers)).status).toBe(403);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'when the body is %s, which a form of another site could send, then it is refused',
    async (type) => {
      expect((await post('/imports').set('Content-Type', type).send('a')).status).toBe(415);
    },
  );

  it('when the own page asks, or a program without Origin, then it is done', async () => {
    const own = await ask('importTable', 'dryRun=true').set({
      Host: 'localhost',
      Origin: 'http://localhost',
    });
    expect(own.status).toBe(200);
    expect((await ask('importTable', 'dryRun=true')).status).toBe(200);
  });

  it('when others reach the address, then nothing can be changed and the ledger gives no names', async () => {
    const open = appOver(() => context.current, '0.0.0.0');
    expect((await ask('importTable', '', open)).status).toBe(403);
    expect((await ask('undo', '', open)).status).toBe(403);
    const ledger = (await ask('getLedger', '', open)).body as LedgerAnswer;
    expect(ledger.items.map(({ author }) => author)).toEqual([null]);
  });

  it('when the server has no store to change, then every change is refused', async () => {
    const closed = createTestApp(() => context.current);
    expect((await ask('importTable', '', closed)).status).toBe(403);
  });
});

describe('a change', () => {
  it('when a table is imported, then the next answers hold it under a new version, and undo takes it away', async () => {
    const before = await request(app).get(`${API_ROOT}/network`);
    const report = (await ask('importTable', 'name=mine.csv')).body as ImportReport;
    expect(report).toMatchObject({ outcome: 'imported', file: 'mine.csv', seq: 2, version: 2 });

    const ada = await request(app).get(`${API_ROOT}/actors/ada`);
    expect(ada.body).toMatchObject({ label: 'Ada', claims: 2, meta: { version: 2 } });
    const document = await request(app).get(`${API_ROOT}/documents/mine-csv`);
    expect(document.body).toMatchObject({ hasText: false, text: null, spans: [], claims: 2 });

    const undone = await post('/undo').type('application/json').send('{"seq":2}');
    expect(undone.body).toMatchObject({ undone: 2, seq: 3, version: 3 });
    const after = await request(app).get(`${API_ROOT}/network`);
    const graphOf = ({ body }: request.Response) => {
      const { nodes, edges } = body as { nodes: { key: string }[]; edges: unknown };
      return { nodes: nodes.map(({ key }) => key), edges };
    };
    expect(graphOf(after)).toEqual(graphOf(before));
    const { items } = (await ask('getLedger')).body as LedgerAnswer;
    expect(items.map(({ summary, undoneBy }) => [summary, undoneBy])).toEqual([
      ['Took back entry 2: 2 claims, 2 actors, 1 document', null],
      ['Imported mine.csv: 2 claims, 2 actors, 1 document', 3],
      [expect.stringMatching(/^Loaded a dataset: \d+ claims/), null],
    ]);
  });

  it('when one is made, then actors stand where they stood until the new layout is there, then as a fresh start has them', async () => {
    const places = () => {
      const { network, positions } = context.current ?? { network: { actors: [] }, positions: [] };
      return new Map(
        network.actors.map(({ id }, at) => [id as string, [positions[at * 2], positions[at * 2 + 1]]]),
      );
    };
    const before = places();
    await ask('importTable');
    const meanwhile = places();
    for (const [id, place] of before) expect(meanwhile.get(id)).toEqual(place);
    expect(meanwhile.get('ada')?.every(Number.isFinite)).toBe(true);

    await expect.poll(() => store.reader.readLayout(2), { timeout: 20_000 }).toBeDefined();
    await expect.poll(() => places().get('ada'), { timeout: 20_000 }).not.toEqual(meanwhile.get('ada'));
    const fresh = await openContext(store, '127.0.0.1', pino({ level: 'silent' }));
    expect([...(fresh.current?.positions as Float64Array)]).toEqual([
      ...(context.current?.positions as Float64Array),
    ]);
  });

  it('when the ledger is paged, then each entry comes once', async () => {
    await ask('importTable');
    await ask('undo');
    const seqs: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: LedgerAnswer = (
        await ask('getLedger', `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      ).body as LedgerAnswer;
      seqs.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    }
    expect(seqs).toEqual([3, 2, 1]);
  });
});
