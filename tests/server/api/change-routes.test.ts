import { rmSync } from 'node:fs';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ChangeOperation, ChangeRoute } from '../../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES, LARGEST_FILE } from '../../../graph-data/contract/change-routes.ts';
import type { ImportReport, LedgerAnswer } from '../../../graph-data/contract/imports.ts';
import { toOpenApi } from '../../../graph-data/contract/openapi.ts';
import { PROBLEMS, problemSchema } from '../../../graph-data/contract/problems.ts';
import { API_ROOT, COMMON_PROBLEMS } from '../../../graph-data/contract/routes.ts';
import { LARGEST_IMPORT } from '../../../graph-data/formats/csv/import-columns.ts';
import type { ProblemCode } from '../../../graph-data/model/errors.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { hashToken } from '../../../server/api/access.ts';
import { OPEN_LIMITS } from '../../../server/api/rate-limits.ts';
import type { ServedChanges } from '../../fixtures/serve-changes.ts';
import { prepareDataDir, serveChanges } from '../../fixtures/serve-changes.ts';

const TABLE = 'subject,type,object,quote\nAda,befriends,Donald Trump,a friend\nBob,hums at,Ada,hums\n';
const PUBLIC = '0.0.0.0';
const READER = 'a-token-of-a-reader';

let prepared: string;
let served: ServedChanges;
/** Of the text of the document that claims are added to. */
let firstLetter: string;
beforeAll(async () => {
  prepared = await prepareDataDir();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
beforeEach(async () => {
  served = await serveChanges(prepared);
  firstLetter =
    (await served.store.reader.findDocument('portrait-gift' as DocumentId))?.text?.slice(0, 1) ?? '';
});
afterEach(() => served.close());

/** A claim of the shipped dataset. */
function claimId(row = 0): string {
  const network = served.contexts.find('all')?.network;
  if (network === undefined) throw new Error('expected a network');
  return getClaimId(network, row);
}

const STATED = {
  ...{ subject: { id: 'vladimir-putin' }, type: 'consults', object: { name: 'Ada', kind: 'person' } },
  ...{ label: 'talks to', stance: 'neutral', document: 'portrait-gift', start: 0, end: 1 },
};

/** A body that is right, by operation; the first words of the document stand where a quote is needed. */
function bodyOf(operation: ChangeOperation): unknown {
  switch (operation) {
    case 'addDocument':
      return { text: 'Ada met Bob.' };
    case 'addClaim':
      return { ...STATED, quote: firstLetter };
    case 'editClaim':
      return { label: 'said otherwise' };
    case 'decideClaims':
      return { decisions: [{ claim: claimId(), status: 'rejected' }] };
    case 'editActor':
      return { aliases: ['Vova'] };
    case 'mergeActor':
      return { into: 'donald-trump' };
    case 'markDistinct':
      return { from: 'donald-trump' };
    default:
      return {};
  }
}

function pathOf(operation: ChangeOperation, id?: string): string {
  const ids: Partial<Record<ChangeOperation, string>> = {
    getJob: 'job-1',
    cancelJob: 'job-1',
    retractDocument: 'portrait-gift',
    editClaim: claimId(),
    editActor: 'vladimir-putin',
    mergeActor: 'steve-witkoff',
    splitActor: 'steve-witkoff',
    markDistinct: 'steve-witkoff',
  };
  return `${API_ROOT}${CHANGE_ROUTES[operation].path.replace('{id}', id ?? ids[operation] ?? '')}`;
}

interface Asking {
  readonly query?: string;
  readonly target?: Express;
  readonly id?: string;
  readonly body?: unknown;
}

/** A call asked for rightly, up to what a test changes of it. */
function ask(operation: ChangeOperation, asking: Asking = {}): request.Test {
  const { query = '', target = served.app, id } = asking;
  const route: ChangeRoute = CHANGE_ROUTES[operation];
  const path = `${pathOf(operation, id)}${query === '' ? '' : `?${query}`}`;
  const test = request(target)[route.method](path);
  // A stream of events ends by itself only for a reader who wants no more than its head.
  if (operation === 'streamEvents') return request(target).head(path);
  if (route.body === undefined) return test;
  if (operation === 'importTable') return test.type('text/csv').send(TABLE);
  const body = 'body' in asking ? asking.body : bodyOf(operation);
  return test.type('application/json').send(typeof body === 'string' ? body : JSON.stringify(body));
}

/** What a call needs to have happened before. */
async function arrange(operation: ChangeOperation): Promise<void> {
  if (operation === 'undo') await ask('importTable');
  if (operation === 'getJob' || operation === 'cancelJob') await ask('addDocument');
  if (operation === 'splitActor') await ask('mergeActor');
}

const FAULTY: Partial<Record<ProblemCode, Partial<Record<ChangeOperation, Asking>>>> = {
  'unknown-value': {
    importTable: { query: 'format=xls' },
    addDocument: { body: { text: 'x', engine: 'robot' } },
    addClaim: { body: { ...STATED, quote: 'x', type: 'loves' } },
    editClaim: { body: { status: 'maybe' } },
    decideClaims: { body: { decisions: [{ claim: 'c0', status: 'rejected' }] } },
    editActor: { body: { kind: 'robot' } },
    mergeActor: { body: { into: 'nobody' } },
    markDistinct: { body: { from: 'nobody' } },
    listLikenesses: { query: 'document=nothing' },
  },
  'out-of-bounds': {
    importTable: { query: `name=${'x'.repeat(201)}` },
    addDocument: { body: { text: 'x', title: 'x'.repeat(501) } },
    addClaim: { body: { ...STATED, quote: 'x', start: -1 } },
    editClaim: { body: { label: 'x'.repeat(61) } },
    decideClaims: { body: { decisions: [] } },
    undo: { body: { seq: 0 } },
    getLedger: { query: 'limit=0' },
    editActor: { body: { name: 'x'.repeat(201) } },
    mergeActor: { body: { into: '' } },
    markDistinct: { body: { from: '' } },
    listLikenesses: { query: `document=${'x'.repeat(201)}` },
  },
  'not-found': { undo: { body: { seq: 99 } } },
};

async function provoke(operation: ChangeOperation, code: ProblemCode): Promise<request.Response> {
  const { method, body }: ChangeRoute = CHANGE_ROUTES[operation];
  const isTable = operation === 'importTable';
  const type = isTable ? 'text/csv' : 'application/json';
  const write = (text: string): request.Test => {
    const test =
      method === 'patch'
        ? request(served.app).patch(pathOf(operation))
        : request(served.app).post(pathOf(operation));
    return test.type(type).send(text);
  };
  switch (code) {
    case 'malformed-url':
      return ask(operation, { query: 'q=%E0%A4%A' });
    case 'unknown-parameter':
      return ask(operation, { query: 'speakr=x' });
    case 'unauthorised':
      return ask(operation, { target: forOthers() }).set('Authorization', 'Bearer not-a-token-of-anyone');
    case 'forbidden':
      return ask(operation, { target: forOthers() }).set('Authorization', `Bearer ${READER}`);
    case 'malformed-parameter':
      if (method === 'get') return ask(operation, { query: 'limit=ten' });
      if (method === 'patch') return ask(operation).set('If-Match', 'now');
      return ask(operation).set('Idempotency-Key', 'x'.repeat(201));
    case 'unknown-value':
    case 'out-of-bounds':
      return ask(operation, FAULTY[code]?.[operation]);
    case 'not-found':
      return ask(operation, FAULTY[code]?.[operation] ?? { id: 'no-such-thing' });
    case 'malformed-cursor':
      return ask(operation, { query: 'cursor=WzEsMSwiMCJd' });
    case 'malformed-body':
      return write(isTable ? '' : '{"seq":');
    case 'unsupported-media-type':
      return write('a=b').type('application/x-www-form-urlencoded');
    case 'body-too-large':
      if (operation === 'addDocument') return write('x'.repeat(LARGEST_FILE + 1)).type('text/plain');
      return write(' '.repeat(isTable ? LARGEST_IMPORT + 1 : (body?.largest ?? 0) + 1));
    case 'writes-refused':
      return ask(operation).set('Origin', 'http://attacker.example');
    case 'too-many-requests': {
      const limits = { ...OPEN_LIMITS, writes: 1, streams: 0 };
      const target = served.appWith({ limits });
      if (method !== 'get') await request(target)[method](pathOf(operation)).type('text/html').send('no');
      return ask(operation, { target });
    }
    case 'idempotency-mismatch': {
      await arrange(operation);
      await ask(operation).set('Idempotency-Key', 'k1');
      return ask(operation, { query: 'another=1' }).set('Idempotency-Key', 'k1');
    }
    case 'conflict':
      return provokeConflict(operation);
    case 'cannot-be-undone':
      return ask(operation);
    case 'not-acceptable-host':
      return ask(operation).set('Host', 'attacker.example');
    case 'method-not-allowed':
      return request(served.app).put(pathOf(operation)).send('{}');
    case 'uri-too-long':
      return ask(operation, { query: `q=${'x'.repeat(9000)}` });
    case 'not-ready':
      return ask(operation, { target: served.appWith({ getContext: () => undefined }) });
    case 'internal':
      return ask(operation, { target: served.appWith({ getContext: fail }) });
    default:
      throw new Error(`no change has the problem ${code}`);
  }
}

async function provokeConflict(operation: ChangeOperation): Promise<request.Response> {
  switch (operation) {
    case 'addClaim': {
      const body = { ...STATED, quote: firstLetter, object: { id: 'steve-witkoff' } };
      await ask(operation, { body });
      return ask(operation, { body });
    }
    case 'editClaim':
      await ask(operation);
      return ask(operation).set('If-Match', '"1"');
    case 'splitActor':
      return ask(operation);
    default:
      return ask(operation, { body: sameOf(operation) });
  }
}

/** The actor itself, as the other one. */
function sameOf(operation: ChangeOperation): unknown {
  return operation === 'mergeActor' ? { into: 'steve-witkoff' } : { from: 'steve-witkoff' };
}

function fail(): never {
  throw new Error('the disk is gone: /secret/path');
}

/** A server that others reach, on which one reader may sign in. */
function forOthers(): Express {
  return served.appWith({ tokens: [{ name: 'Rita', role: 'reader', hash: hashToken(READER) }] }, PUBLIC);
}

const routes = Object.entries(CHANGE_ROUTES) as [ChangeOperation, ChangeRoute][];
/** After these the dataset is another on the way to the problem. */
const CHANGED_BEFORE = new Set<ProblemCode>(['idempotency-mismatch', 'conflict']);

describe.each(routes)('%s', (operation, route) => {
  it('when asked for rightly, then the answer is what the contract says', async () => {
    await arrange(operation);
    const response = await ask(operation);

    expect(response.status).toBe(route.status ?? 200);
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

      expect(response.status).toBe(PROBLEMS[code].status);
      if (operation !== 'streamEvents') {
        const problem = problemSchema.strict().parse(JSON.parse(response.text));
        expect(problem).toMatchObject({ code, status: PROBLEMS[code].status });
        expect(response.text).not.toMatch(/\bat .*:\d+:\d+|secret/);
      }
      if (code === 'too-many-requests') expect(response.headers['retry-after']).toMatch(/^\d+$/);
      if (code === 'unauthorised') expect(response.headers['www-authenticate']).toBe('Bearer');
      if (!CHANGED_BEFORE.has(code)) expect(await served.store.reader.version()).toBe(1);
    },
  );

  it('when its problems are provoked, then these are the statuses its description documents', () => {
    const paths = toOpenApi('0')['paths'] as Record<string, Record<string, { responses: object }>>;
    const described = paths[`${API_ROOT}${route.path}`]?.[route.method]?.responses;
    const provoked = [...COMMON_PROBLEMS, ...route.problems].map((code) => String(PROBLEMS[code].status));

    expect(Object.keys(described ?? {}).sort()).toEqual(
      [...new Set([String(route.status ?? 200), ...provoked])].sort(),
    );
  });
});

describe('a table that is imported', () => {
  it('when the next answers are asked for, then they hold it under a new version, and undo takes it away', async () => {
    const before = await request(served.app).get(`${API_ROOT}/network`);
    const report = (await ask('importTable', { query: 'name=mine.csv' })).body as ImportReport;
    expect(report).toMatchObject({ outcome: 'imported', file: 'mine.csv', seq: 2, version: 2 });

    const ada = await request(served.app).get(`${API_ROOT}/actors/ada`);
    expect(ada.body).toMatchObject({ label: 'Ada', claims: 2, meta: { version: 2 } });
    const document = await request(served.app).get(`${API_ROOT}/documents/mine-csv`);
    expect(document.body).toMatchObject({ hasText: false, text: null, spans: [], claims: 2 });

    const undone = await ask('undo', { body: { seq: 2 } });
    expect(undone.body).toMatchObject({ undone: [2], seq: 3, version: 3 });
    const after = await request(served.app).get(`${API_ROOT}/network`);
    const graphOf = ({ body }: request.Response) => {
      const { nodes, edges } = body as { nodes: { key: string }[]; edges: unknown };
      return { nodes: nodes.map(({ key }) => key), edges };
    };
    expect(graphOf(after)).toEqual(graphOf(before));
    const { items } = (await ask('getLedger')).body as LedgerAnswer;
    expect(items.map(({ summary, undoneBy, undoable }) => [summary, undoneBy, undoable])).toEqual([
      ['Took back entry 2: 2 claims, 2 actors, 1 document', null, true],
      ['Imported mine.csv: 2 claims, 2 actors, 1 document', 3, false],
      [expect.stringMatching(/^Loaded a dataset: \d+ claims/), null, false],
    ]);
  });

  it('when it is, then actors stand where they stood until the new layout is there, then as a fresh start has them', async () => {
    const places = () => {
      const { network, positions } = served.contexts.find('all') ?? {
        network: { actors: [] },
        positions: [],
      };
      return new Map(
        network.actors.map(({ id }, at) => [id as string, [positions[at * 2], positions[at * 2 + 1]]]),
      );
    };
    const before = places();
    await ask('importTable');
    const meanwhile = places();
    for (const [id, place] of before) expect(meanwhile.get(id)).toEqual(place);
    expect(meanwhile.get('ada')?.every(Number.isFinite)).toBe(true);

    await expect.poll(() => served.store.reader.readLayout(2), { timeout: 20_000 }).toBeDefined();
    await expect.poll(() => places().get('ada'), { timeout: 20_000 }).not.toEqual(meanwhile.get('ada'));
  });

  it('when the ledger is paged, then each entry comes once', async () => {
    await ask('importTable');
    await ask('undo');
    const seqs: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await ask('getLedger', { query })).body as LedgerAnswer;
      seqs.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    }
    expect(seqs).toEqual([3, 2, 1]);
  });
});
