import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { ModelEndpoint } from '../../../../server/extract/llm/model-endpoint.ts';
import type { RequestPace } from '../../../../server/extract/llm/request-pace.ts';
import { startLoopbackServer } from '../reading/loopback-server.ts';

/** A request as a model's server sees it. */
export interface AskedOfModel {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string; readonly json_schema?: unknown };
    readonly temperature?: number;
    readonly stream?: boolean;
  };
}

export interface ModelServer {
  readonly endpoint: ModelEndpoint;
  /** Requests so far, whole. */
  readonly asked: AskedOfModel[];
}

export const KEY = 'sk-test-4f9a71c0d2';

/** A server that speaks the chat completions of OpenAI; `answer` is told the number of each request, from 0. */
export async function startModel(
  answer: (response: ServerResponse, asked: AskedOfModel, index: number) => void,
): Promise<ModelServer> {
  const asked: AskedOfModel[] = [];
  const server = await startLoopbackServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as AskedOfModel['body'];
      const seen = { path: request.url ?? '', headers: request.headers, body };
      answer(response, seen, asked.push(seen) - 1);
    });
  });
  return { endpoint: { baseUrl: `${server.origin}/v1/`, model: 'tiny/model:1b', key: KEY }, asked };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Answers as a model does, with what it says as JSON or, a string, as it is. */
export function say(response: ServerResponse, content: unknown, finish = 'stop'): void {
  response.writeHead(200, JSON_TYPE).end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: typeof content === 'string' ? content : JSON.stringify(content),
          },
          finish_reason: finish,
        },
      ],
      usage: { prompt_tokens: 700, completion_tokens: 90, total_tokens: 790 },
    }),
  );
}

/** Refuses as OpenAI and llama.cpp do. */
export function complain(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify({ error: { message } }));
}

/** A pace without clock or chance, that writes down how long would have been waited. */
export function toTestPace(changes: Partial<RequestPace> = {}): RequestPace & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    delay: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    random: () => 0.5,
    now: () => Date.parse('2025-03-01T12:00:00Z'),
    timeLimit: () => new AbortController().signal,
    ...changes,
  };
}

/** The part of the report that a request holds, from between the two equal lines. */
export function partOf({ body }: AskedOfModel): string {
  const asked = body.messages.find(({ role }) => role === 'user')?.content ?? '';
  return /^(===== REPORT [0-9a-f]{16} =====)\n([\s\S]*)\n\1$/m.exec(asked)?.[2] ?? '';
}

/** A claim as a model states it, with what a test does not care about filled in. */
export function toldClaim(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    type: 'supports',
    label: 'supports',
    stance: 'positive',
    modality: 'asserted',
    speaker: '',
    certainty: 0.7,
    reason: 'says so',
    ...changes,
  };
}

export const toldActor = (name: string, kind = 'person', aliases: readonly string[] = []): unknown => ({
  name,
  kind,
  aliases,
});
