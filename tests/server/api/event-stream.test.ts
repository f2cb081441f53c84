import { rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { API_ROOT } from '../../../graph-data/contract/routes.ts';
import { hashToken } from '../../../server/api/access.ts';
import type { RunningServer } from '../../../server/app/http-server.ts';
import { startHttpServer } from '../../../server/app/http-server.ts';
import type { ServedChanges } from '../../fixtures/serve-changes.ts';
import { prepareDataDir, serveChanges } from '../../fixtures/serve-changes.ts';

let prepared: string;
let served: ServedChanges;
let server: RunningServer | undefined;
beforeAll(async () => {
  prepared = await prepareDataDir();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
beforeEach(async () => {
  served = await serveChanges(prepared);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await served.close();
});

/** Listens to the events of an app; the answered lines grow as they come. */
async function listen(app: Express, headers: Record<string, string> = {}) {
  server = await startHttpServer(app, '127.0.0.1', 0);
  const { address } = server;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}${API_ROOT}/events`, { headers: { 'Accept-Encoding': 'gzip', ...headers } }, resolve).on(
      'error',
      reject,
    );
  });
  const heard = { text: '', isEnded: false };
  response.setEncoding('utf8').on('data', (chunk: string) => (heard.text += chunk));
  response.once('close', () => (heard.isEnded = true));
  return { response, heard };
}

const decide = () =>
  request(served.app)
    .post(`${API_ROOT}/imports`)
    .type('text/csv')
    .send('subject,type,object\nAda,befriends,Bob\n');
const addJob = () =>
  served.jobs.add({ source: { url: 'https://a.example' }, stated: {}, engine: 'rules' }, 'Ada');

describe('GET /events', () => {
  it('when somebody listens, then the version comes at once, then each change and each step of a job', async () => {
    const { response, heard } = await listen(served.app);
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
    expect(response.headers).not.toHaveProperty('content-encoding');
    await expect.poll(() => heard.text).toBe('event: version\ndata: {"version":1}\n\n');
    await decide();
    await expect.poll(() => heard.text).toMatch(/event: version\ndata: \{"version":2\}\n\n$/);
    const { id } = addJob();
    await expect.poll(() => heard.text).toContain('"state":"done"');
    expect(heard.text).toMatch(new RegExp(`event: job\ndata: \\{"id":"${id}".*"state":"queued".*\n\n`));
  });

  it('when a reader listens where others reach the server, then it hears of versions and not of jobs', async () => {
    const tokens = [{ name: 'Rita', role: 'reader', hash: hashToken('a-token-of-a-reader') } as const];
    const { heard } = await listen(served.appWith({ tokens }, '0.0.0.0'), {
      Authorization: 'Bearer a-token-of-a-reader',
    });
    addJob();
    await decide();
    await expect.poll(() => heard.text).toContain('{"version":2}');
    expect(heard.text).not.toContain('event: job');
  });

  it('when the server stops, then the stream ends; when the reader goes, then nobody is told any more', async () => {
    const stopping = new AbortController();
    const { heard } = await listen(served.appWith({ stopping: stopping.signal }));
    stopping.abort();
    await expect.poll(() => heard.isEnded).toBe(true);
    await server?.stop();

    const { response, heard: other } = await listen(served.app);
    await expect.poll(() => other.text).not.toBe('');
    response.destroy();
    await expect.poll(() => other.isEnded).toBe(true);
    await decide();
    expect(other.text).not.toContain('{"version":2}');
  });
});
