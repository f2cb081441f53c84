import { rmSync } from 'node:fs';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerAnswer } from '../../../graph-data/contract/imports.ts';
import { API_ROOT } from '../../../graph-data/contract/routes.ts';
import type { Role } from '../../../graph-data/contract/writes.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { hashToken } from '../../../server/api/access.ts';
import type { ServedChanges } from '../../fixtures/serve-changes.ts';
import { prepareDataDir, serveChanges } from '../../fixtures/serve-changes.ts';

const PUBLIC = '0.0.0.0';
const TOKENS: Readonly<Record<Role, string>> = {
  reader: 'a-token-of-a-reader',
  editor: 'a-token-of-an-editor',
  admin: 'a-token-of-an-admin',
};
const tokens = (Object.keys(TOKENS) as Role[]).map((role) => ({
  name: `the ${role}`,
  role,
  hash: hashToken(TOKENS[role]),
}));

let prepared: string;
let served: ServedChanges;
let proposed: string;
let open: Express;
beforeAll(async () => {
  prepared = await prepareDataDir();
  served = await serveChanges(prepared);
  const network = served.contexts.find('all')?.network;
  proposed = network === undefined ? '' : getClaimId(network, 0);
  await post(served.app, '/decisions', { decisions: [{ claim: proposed, status: 'proposed' }] });
  open = served.appWith({ tokens }, PUBLIC);
});
afterAll(async () => {
  await served.close();
  rmSync(prepared, { recursive: true, force: true });
});

const post = (app: Express, path: string, body: unknown): request.Test =>
  request(app).post(`${API_ROOT}${path}`).type('application/json').send(JSON.stringify(body));
const get = (app: Express, path: string, role?: Role): request.Test => {
  const test = request(app).get(path.startsWith('/metrics') ? path : `${API_ROOT}${path}`);
  return role === undefined ? test : test.set('Authorization', `Bearer ${TOKENS[role]}`);
};
const session = async (app: Express, role?: Role): Promise<unknown> =>
  (await get(app, '/session', role)).body;

describe('who asks', () => {
  it('when it is a loopback address, then it is the operator, whatever token is sent', async () => {
    const own = { name: 'operator', role: 'admin', canWrite: true, model: null, threshold: 0.25 };
    expect(await session(served.app)).toEqual(own);
    expect(await session(served.app, 'reader')).toEqual(own);
  });

  it.each(Object.keys(TOKENS) as Role[])(
    'when a token of the role %s is sent, then its bearer has it',
    async (role) => {
      expect(await session(open, role)).toMatchObject({
        name: `the ${role}`,
        role,
        canWrite: role !== 'reader',
      });
    },
  );

  it('when nothing is sent, then it is the public, and so it is where a proxy has a header of its own', async () => {
    const nobody = { name: null, role: 'reader', canWrite: false };
    expect(await session(open)).toMatchObject(nobody);
    const basic = await request(open).get(`${API_ROOT}/session`).set('Authorization', 'Basic YTpi');
    expect(basic.body).toMatchObject(nobody);
    const without = await get(served.appWith({}, PUBLIC), '/session', 'admin');
    expect(without.body).toMatchObject(nobody);
  });

  it.each([
    ['another', 'Bearer a-token-of-nobody-here'],
    ['one cut short', 'Bearer a-token-of-an-admi'],
    ['one in other letters', 'Bearer A-TOKEN-OF-AN-ADMIN'],
    ['its hash', `Bearer ${Buffer.from(hashToken(TOKENS.admin)).toString('hex')}`],
  ])('when the token is %s, then it is refused, also for what the public may read', async (_what, header) => {
    const response = await request(open).get(`${API_ROOT}/network`).set('Authorization', header);
    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(response.text).not.toContain(header.slice(7));
  });

  it('when the token stands in the address, then it is no parameter', async () => {
    expect((await get(open, `/session?token=${TOKENS.admin}`)).status).toBe(400);
  });
});

describe('what is seen where others reach the server', () => {
  it('when nobody has signed in, then only accepted claims are there, without who reviewed them', async () => {
    await post(served.app, '/decisions', { decisions: [{ claim: proposed, status: 'accepted' }] });
    const own = await get(served.app, `/claims/${proposed}`);
    expect(own.body).toMatchObject({ reviewedBy: 'operator', reviewedAt: '2026-01-01T00:00:00.000Z' });
    expect((await get(open, `/claims/${proposed}`)).body).toMatchObject({ reviewedBy: null });
    await post(served.app, '/decisions', { decisions: [{ claim: proposed, status: 'proposed' }] });
    expect((await get(open, `/claims/${proposed}`)).status).toBe(404);
    expect((await get(open, '/claims?status=proposed')).body).toMatchObject({ items: [] });
  });

  it('when a reader has signed in, then all statuses, texts and names are there, and nothing is mixed up between the two', async () => {
    for (const role of ['reader', undefined, 'reader'] as const) {
      const claims = (await get(open, '/claims?status=proposed', role)).body as { items: { id: string }[] };
      expect(claims.items.map(({ id }) => id)).toEqual(role === undefined ? [] : [proposed]);
      const ledger = (await get(open, '/ledger', role)).body as LedgerAnswer;
      expect(new Set(ledger.items.map(({ author }) => author))).toEqual(
        new Set(role === undefined ? [null] : ['operator', 'test']),
      );
    }
    expect((await get(open, '/session')).headers['vary']).toMatch(/Authorization/);
  });

  it('when jobs, the review log or counts are asked for, then only by who may', async () => {
    for (const [path, needed] of [
      ['/jobs', 'editor'],
      ['/review-log.csv', 'editor'],
      ['/metrics', 'reader'],
    ] as const) {
      expect([path, (await get(open, path)).status]).toEqual([path, 401]);
      expect([path, (await get(open, path, 'admin')).status]).toEqual([path, 200]);
      expect([path, (await get(open, path, 'reader')).status]).toEqual([
        path,
        needed === 'reader' ? 200 : 403,
      ]);
    }
  });
});

describe('who may change anything', () => {
  const decision = () => ({ decisions: [{ claim: proposed, status: 'proposed' }] });

  it.each([
    ['another site', { Origin: 'http://attacker.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['https where this is http', { Origin: 'https://localhost' }],
    ['a browser that says no origin but another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour of this site', { 'Sec-Fetch-Site': 'same-site' }],
  ] as const)('when %s asks, then it is refused', async (_who, headers) => {
    expect((await post(served.app, '/decisions', decision()).set(headers)).status).toBe(403);
    expect((await post(served.app, '/undo', {}).set(headers)).status).toBe(403);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'when the body is %s, which a form of another site could send, then changes of claims are refused',
    async (type) => {
      const asked = request(served.app).post(`${API_ROOT}/decisions`).set('Content-Type', type).send('a');
      expect((await asked).status).toBe(415);
    },
  );

  it('when a form of another site sends a report, then it is refused by its Origin', async () => {
    const asked = request(served.app).post(`${API_ROOT}/documents`).type('text/plain').send('Ada met Bob.');
    expect((await asked.set('Origin', 'http://attacker.example')).status).toBe(403);
  });

  it('when the own page asks, or a program without Origin, then it is done; behind a proxy the page speaks https', async () => {
    const own = post(served.app, '/decisions', decision()).set({
      Host: 'localhost',
      Origin: 'http://localhost',
    });
    expect((await own).status).toBe(200);
    const proxied = post(open, '/decisions', decision())
      .set({ Host: 'claims.example', Origin: 'https://claims.example' })
      .set('Authorization', `Bearer ${TOKENS.editor}`);
    expect((await proxied).status).toBe(200);
  });

  it('when others reach the address, then changes take a token of an editor, and bear its name', async () => {
    expect((await post(open, '/decisions', decision())).status).toBe(401);
    const asReader = post(open, '/decisions', decision()).set('Authorization', `Bearer ${TOKENS.reader}`);
    expect((await asReader).status).toBe(403);
    const accepted = { decisions: [{ claim: proposed, status: 'accepted' }] };
    const asEditor = post(open, '/decisions', accepted).set('Authorization', `Bearer ${TOKENS.editor}`);
    expect((await asEditor).body).toMatchObject({ changed: 1 });
    expect((await get(served.app, `/claims/${proposed}`)).body).toMatchObject({ reviewedBy: 'the editor' });
    await post(served.app, '/undo', {});
  });

  it('when there are no tokens, then nothing can be changed there', async () => {
    expect((await post(served.appWith({}, PUBLIC), '/decisions', decision())).status).toBe(403);
  });
});

describe('a server for reading only', () => {
  const readOnly = () => served.appWith({ readOnly: true, tokens });

  it('when something is to be changed, then it is refused, with a token too', async () => {
    for (const role of ['admin', undefined] as const) {
      const asked = post(readOnly(), '/undo', {});
      if (role !== undefined) void asked.set('Authorization', `Bearer ${TOKENS[role]}`);
      const response = await asked;
      expect([response.status, (JSON.parse(response.text) as { code: string }).code]).toEqual([
        403,
        'writes-refused',
      ]);
    }
  });

  it('when it is on a loopback address, then whoever asks is the public all the same', async () => {
    expect(await session(readOnly())).toMatchObject({ name: null, role: 'reader', canWrite: false });
    expect(await session(readOnly(), 'admin')).toMatchObject({ name: 'the admin', canWrite: false });
    expect((await get(readOnly(), '/claims?status=proposed')).body).toMatchObject({ items: [] });
  });

  it('when a page of another site reads, then it may; elsewhere it may not', async () => {
    const path = `${API_ROOT}/actors?limit=1`;
    const allowed = await request(readOnly()).get(path).set('Origin', 'http://other.example');
    expect(allowed.headers['access-control-allow-origin']).toBe('*');
    const written = await post(readOnly(), '/undo', {});
    expect(written.headers).not.toHaveProperty('access-control-allow-origin');
    for (const app of [served.app, open]) {
      const refused = await request(app).get(path).set('Origin', 'http://other.example');
      if (app === served.app) expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
      expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('the counts for Prometheus', () => {
  it('when requests were answered, then they are counted by status, beside claims and version', async () => {
    const app = served.appWith({});
    await get(app, '/session');
    await get(app, '/nothing');
    const { text, headers } = await get(app, '/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain(
      'onrecord_requests_total{status="200"} 1\nonrecord_requests_total{status="404"} 1\n',
    );
    expect(text).toMatch(/^onrecord_claims 81$/m);
    expect(text).toMatch(/^onrecord_dataset_version \d+$/m);
  });
});
