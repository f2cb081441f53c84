import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../graph-data/contract/writes.ts';
import { openContext } from '../../../server/app/context-holder.ts';
import { EventHub } from '../../../server/app/event-hub.ts';
import { createIngestJobs } from '../../../server/app/ingest-jobs.ts';
import { provisionVocabulary } from '../../../server/app/provision-vocabulary.ts';
import { ReadingThread } from '../../../server/app/reading-thread.ts';
import { makeTemporaryFolder, openTemporaryStore } from '../store/temporary-store.ts';

const TEXT =
  'Talks in Oslo\n\nAnna Berg praised Bob Lund on Monday, and Bob Lund thanked her for her words.\n';
const KEY = 'a-very-secret-key';
const AT = '2026-01-01T00:00:00.000Z';

/** What the server says: one claim that the text bears out, and one that it does not. */
const SAID = {
  actors: ['Anna Berg', 'Bob Lund'].map((name) => ({ name, kind: 'person', aliases: [] })),
  claims: ['Anna Berg praised Bob Lund', 'Anna Berg insulted Bob Lund'].map((quote) => ({
    ...{ subject: 'Anna Berg', type: 'supports', object: 'Bob Lund', label: 'praised', stance: 'positive' },
    ...{ modality: 'asserted', speaker: '', quote, certainty: 0.8, reason: 'says so' },
  })),
};

let chat: Server;
let baseUrl: string;
let asked: { readonly authorization: string | undefined; readonly body: string }[];
let say: (respond: (status: number, body: string) => void) => void;
beforeEach(async () => {
  asked = [];
  say = (respond) =>
    respond(
      200,
      JSON.stringify({
        choices: [{ message: { role: 'assistant', content: JSON.stringify(SAID) }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 100, completion_tokens: 20 },
      }),
    );
  chat = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization, body });
      say((status, text) => response.writeHead(status, { 'content-type': 'application/json' }).end(text));
    });
  });
  chat.listen(0, '127.0.0.1');
  await once(chat, 'listening');
  baseUrl = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/v1`;
});
afterEach(() => void chat.close());

/** Reads the text by the model of the server; what was logged and told beside the job. */
async function ingest(): Promise<{
  readonly job: Job;
  readonly heard: string;
  readonly store: Awaited<ReturnType<typeof openTemporaryStore>>;
}> {
  const heard: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void heard.push(line) });
  const store = await openTemporaryStore(makeTemporaryFolder());
  await provisionVocabulary(store, { author: 'test', at: AT });
  const contexts = await openContext(store, { scopes: ['all'], log });
  const events = new EventHub();
  events.subscribe((event) => heard.push(JSON.stringify(event)));
  const thread = new ReadingThread();
  const jobs = createIngestJobs({
    ...{ store, contexts, thread, events, log, programVersion: 'test', now: () => new Date(AT) },
    model: { baseUrl, name: 'small', apiKey: KEY },
  });
  const bytes = new TextEncoder().encode(TEXT);
  const { id } = jobs.add({ source: { bytes, mediaType: undefined }, stated: {}, engine: 'llm' }, 'Ada');
  await expect.poll(() => jobs.find(id)?.stage, { timeout: 60_000 }).toBe('ended');
  const job = jobs.find(id);
  await thread.close();
  await contexts.close();
  if (job === undefined) throw new Error('expected a job');
  return { job, heard: heard.join('\n'), store };
}

describe('a report that a language model reads', () => {
  it('when it answers, then what the text bears out is proposed as its, the rest counted, and so are the tokens', async () => {
    const { job, heard, store } = await ingest();
    expect(job).toMatchObject({
      state: 'done',
      result: {
        ...{ outcome: 'added', proposals: 1, newActors: 2, tokens: { prompt: 100, completion: 20 } },
        dropped: [{ reason: 'the quote is not in the text', count: 1 }],
      },
    });
    const [claim] = await store.reader.findClaimsOfDocument('talks-in-oslo' as never);
    expect(claim).toMatchObject({
      method: 'llm:small',
      status: 'proposed',
      evidence: { exact: 'Anna Berg praised Bob Lund' },
    });
    expect(asked).toMatchObject([{ authorization: `Bearer ${KEY}` }]);
    expect(heard).not.toContain(KEY);
  });

  it('when it does not, then the job says so, nothing is kept, and the key stands nowhere', async () => {
    say = (respond) => respond(401, JSON.stringify({ error: { message: `wrong key ${KEY}` } }));
    const { job, heard, store } = await ingest();
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'model-unavailable', status: 422 } });
    expect(await store.reader.version()).toBe(1);
    expect(heard + JSON.stringify(job)).not.toContain(KEY);
  });
});
