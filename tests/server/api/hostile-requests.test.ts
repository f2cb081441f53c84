import { rmSync } from 'node:fs';
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerAnswer } from '../../../graph-data/contract/imports.ts';
import { API_ROOT } from '../../../graph-data/contract/routes.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { hashToken } from '../../../server/api/access.ts';
import { LOCAL_LIMITS } from '../../../server/api/rate-limits.ts';
import type { ServedChanges } from '../../fixtures/serve-changes.ts';
import { prepareDataDir, serveChanges } from '../../fixtures/serve-changes.ts';

let prepared: string;
let served: ServedChanges;
beforeAll(async () => {
  prepared = await prepareDataDir();
  served = await serveChanges(prepared);
});
afterAll(async () => {
  await served.close();
  rmSync(prepared, { recursive: true, force: true });
});

const send = (app: Express, method: 'post' | 'patch', path: string, body: string): request.Test =>
  request(app)[method](`${API_ROOT}${path}`).type('application/json').send(body);

describe('hostile requests', () => {
  it('when an address to be fetched is padded, then it is counted as one all the same', async () => {
    const app = served.appWith({ limits: { ...LOCAL_LIMITS, fetches: 1 } });
    const body = JSON.stringify({ url: 'http://192.0.2.1/' });
    const statuses = [];
    for (const padding of [0, 25_000, 250_000])
      statuses.push((await send(app, 'post', '/documents', body + ' '.repeat(padding))).status);
    expect(statuses).toEqual([202, 429, 429]);
  });

  it.each([
    ['a control character', 'a\u001b[31mb'],
    ['a line end', 'a\nb'],
    ['half a character', 'a\ud800b'],
    ['nothing that is seen', '\u200b'],
  ])('when a name, label or title holds %s, then it is refused with its place', async (_what, text) => {
    const network = served.contexts.find('all')?.network;
    const claim = network === undefined ? '' : getClaimId(network, 0);
    const actor = network?.actors[0]?.id ?? '';
    for (const [method, path, body, pointer] of [
      ['patch', `/actors/${actor}`, { name: text }, '/body/name'],
      ['patch', `/actors/${actor}`, { aliases: [text] }, '/body/aliases/0'],
      ['patch', `/claims/${claim}`, { label: text }, '/body/label'],
      ['post', '/documents', { text: 'France thanked Chile.', title: text }, '/body/title'],
    ] as const) {
      const response = await send(served.app, method, path, JSON.stringify(body));
      expect([path, response.status]).toEqual([path, 400]);
      expect(JSON.parse(response.text)).toMatchObject({
        errors: [{ pointer, detail: 'expected one line of text, without control characters' }],
      });
    }
  });

  it('when nobody has signed in, then the ledger names no actor, document or file', async () => {
    const network = served.contexts.find('all')?.network;
    const actor = network?.actors[0];
    await send(served.app, 'patch', `/actors/${actor?.id ?? ''}`, '{"aliases":["Somebody Else"]}');
    const tokens = [{ name: 'Ada', role: 'editor', hash: hashToken('a-token-of-an-editor') }] as const;
    const open = served.appWith({ tokens }, '203.0.113.1');
    const read = async (app: Express): Promise<string | undefined> =>
      ((await request(app).get(`${API_ROOT}/ledger`)).body as LedgerAnswer).items[0]?.summary;
    expect(await read(served.app)).toBe(`Changed ${actor?.name ?? ''}`);
    expect(await read(open)).toBe('Changed an actor');
  });

  it('when a token stands in an address by mistake, then the log does not hold it', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
    const app = served.appWith({ log });
    await request(app).get(`${API_ROOT}/network?access_token=s3cr3t&q=shown`);
    expect(lines.join('')).toContain('q=shown');
    expect(lines.join('')).not.toContain('s3cr3t');
  });
});
