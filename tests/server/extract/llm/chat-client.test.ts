import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ChatClient, MOST_RETRIES } from '../../../../server/extract/llm/chat-client.ts';
import type { ModelEndpoint } from '../../../../server/extract/llm/model-endpoint.ts';
import type { RequestPace } from '../../../../server/extract/llm/request-pace.ts';
import type { AskedOfModel, ModelServer } from './model-server.ts';
import { complain, say, startModel, toTestPace } from './model-server.ts';

const NEVER = new AbortController().signal;
const QUESTION = [{ role: 'user', content: 'Say this in JSON.' }] as const;
const SCHEMA = { type: 'object' };

const ask = (endpoint: ModelEndpoint, pace: RequestPace = toTestPace()): Promise<string> =>
  new ChatClient(endpoint, pace).ask(QUESTION, SCHEMA, NEVER).then(({ content }) => content);

const unavailable = (message: string): unknown =>
  expect.objectContaining({ code: 'model-unavailable', message });

const formsOf = ({ asked }: Pick<ModelServer, 'asked'>): string[] =>
  asked.map(
    ({ body }) => `${body.response_format?.type ?? 'plain'}${body.temperature === undefined ? '' : ' 0'}`,
  );

describe('ChatClient', () => {
  it('when a server is busy or fails for now, then it is asked again, later each time, until it answers', async () => {
    const model = await startModel((response, _, index) => {
      if (index === 0) complain(response, 429, 'slow down', { 'retry-after': '7' });
      else if (index === 1) complain(response, 503, 'loading the model');
      else if (index === 2) response.destroy();
      else say(response, 'at last');
    });
    const pace = toTestPace();
    expect(await ask(model.endpoint, pace)).toBe('at last');
    expect(pace.waits).toEqual([7000, 1500, 3000]);
  });

  it('when it always fails, then it is asked five times, and what it says is told', async () => {
    const model = await startModel((response) => complain(response, 500, 'out of\nmemory'));
    const pace = toTestPace();
    await expect(ask(model.endpoint, pace)).rejects.toEqual(
      unavailable("the model's server answered 500: out of memory"),
    );
    expect(model.asked).toHaveLength(1 + MOST_RETRIES);
    expect(pace.waits).toEqual([750, 1500, 3000, 6000]);
  });

  it('when nothing listens there, then it is asked five times, and that is told', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const pace = toTestPace();
    await expect(ask({ baseUrl: `http://127.0.0.1:${port}`, model: 'm' }, pace)).rejects.toEqual(
      unavailable("nothing takes a connection at the model's base URL: is its server running?"),
    );
    expect(pace.waits).toHaveLength(MOST_RETRIES);
  });

  it('when an answer takes longer than its time, then the request ends and is not made again', async () => {
    const limit = new AbortController();
    let hasEnded: () => void;
    const ended = new Promise<void>((resolve) => (hasEnded = resolve));
    const model = await startModel((response) => {
      response.on('close', () => hasEnded());
      response.writeHead(200).write('{"choices": ');
      limit.abort();
    });
    await expect(ask(model.endpoint, toTestPace({ timeLimit: () => limit.signal }))).rejects.toEqual(
      unavailable('the model did not answer within 290 s'),
    );
    await ended;
    expect(model.asked).toHaveLength(1);
  });

  it.each([
    [
      404,
      'model "tiny" not found, try pulling it first',
      '404: model "tiny" not found, try pulling it first',
    ],
    [402, '', '402'],
  ])('when a server answers %d, then it is not asked again', async (status, said, told) => {
    const model = await startModel((response) => complain(response, status, said));
    await expect(ask(model.endpoint)).rejects.toEqual(unavailable(`the model's server answered ${told}`));
    expect(model.asked).toHaveLength(1);
  });

  it.each([401, 403])('when a server answers %d, then nothing of what it says is told', async (status) => {
    const model = await startModel((response) => complain(response, status, 'wrong key: sk-te***d2'));
    await expect(ask(model.endpoint)).rejects.toEqual(
      unavailable(`the model's server does not take the key, or asks for one (${status})`),
    );
  });

  const refuse = (refuses: (asked: AskedOfModel) => [number, string] | undefined): Promise<ModelServer> =>
    startModel((response, asked) => {
      const refusal = refuses(asked);
      if (refusal === undefined) say(response, 'yes');
      else complain(response, ...refusal);
    });

  it.each<[string, (asked: AskedOfModel) => [number, string] | undefined, string[]]>([
    [
      'a schema, as DeepSeek does',
      ({ body }) =>
        body.response_format?.type === 'json_schema'
          ? [400, 'This response_format type is unavailable now']
          : undefined,
      ['json_schema 0', 'json_object 0'],
    ],
    [
      'a schema by 500, as older llama.cpp does',
      ({ body }) =>
        body.response_format?.type === 'json_schema'
          ? [500, 'response_format type must be one of "text" or "json_object"']
          : undefined,
      ['json_schema 0', 'json_object 0'],
    ],
    [
      'any format',
      ({ body }) => (body.response_format === undefined ? undefined : [422, 'extra fields not permitted']),
      ['json_schema 0', 'json_object 0', 'plain 0'],
    ],
    [
      "a temperature, as OpenAI's reasoning models do",
      ({ body }) =>
        body.temperature === undefined
          ? undefined
          : [400, "Unsupported value: 'temperature' does not support 0 with this model."],
      ['json_schema 0', 'json_schema'],
    ],
  ])(
    'when a server refuses %s, then it is asked without, and not again with it',
    async (_, refuses, forms) => {
      const model = await refuse(refuses);
      const client = new ChatClient(model.endpoint, toTestPace());
      expect((await client.ask(QUESTION, SCHEMA, NEVER)).content).toBe('yes');
      expect(formsOf(model)).toEqual(forms);
      await client.ask(QUESTION, SCHEMA, NEVER);
      expect(formsOf(model)).toEqual([...forms, forms.at(-1)]);
    },
  );

  it('when two at once learn of the same refusal, then no weaker format is asked for than is needed', async () => {
    const model = await refuse(({ body }) =>
      body.response_format?.type === 'json_schema' ? [400, 'no schema'] : undefined,
    );
    const client = new ChatClient(model.endpoint, toTestPace());
    await Promise.all([client.ask(QUESTION, SCHEMA, NEVER), client.ask(QUESTION, SCHEMA, NEVER)]);
    expect(formsOf(model).sort()).toEqual([
      'json_object 0',
      'json_object 0',
      'json_schema 0',
      'json_schema 0',
    ]);
  });

  it('when one learns later of a refusal that another has gone beyond, then the weaker format stays', async () => {
    let hasArrived: (refuse: () => void) => void;
    const arrived = new Promise<() => void>((resolve) => (hasArrived = resolve));
    const model = await startModel((response, { body }, index) => {
      const refuse = (): void => complain(response, 400, 'no');
      if (index === 0) hasArrived(refuse);
      else if (body.response_format !== undefined) refuse();
      else say(response, 'yes');
    });
    const client = new ChatClient(model.endpoint, toTestPace());
    const first = client.ask(QUESTION, SCHEMA, NEVER);
    const refuseFirst = await arrived;
    await client.ask(QUESTION, SCHEMA, NEVER);
    refuseFirst();
    await first;
    expect(formsOf(model)).toEqual(['json_schema 0', 'json_schema 0', 'json_object 0', 'plain 0', 'plain 0']);
  });

  it('when it is aborted while it asks, then that is no failure of the server: nothing is waited for', async () => {
    const controller = new AbortController();
    const model = await startModel(() => controller.abort(new Error('enough')));
    const pace = toTestPace();
    await expect(
      new ChatClient(model.endpoint, pace).ask(QUESTION, SCHEMA, controller.signal),
    ).rejects.toEqual(new Error('enough'));
    expect(pace.waits).toEqual([]);
  });

  it('when a server refuses the question itself, then that is told after the last format', async () => {
    const model = await refuse(() => [400, 'the request exceeds the available context size']);
    await expect(ask(model.endpoint)).rejects.toEqual(
      unavailable("the model's server answered 400: the request exceeds the available context size"),
    );
    expect(model.asked).toHaveLength(3);
  });

  it.each([
    ['{"error":"flat"}', ': flat'],
    ['{"message":"beside"}', ': beside'],
    ['{"detail":"of FastAPI"}', ': of FastAPI'],
    ['{"error":{"code":7}}', ''],
    ['<html>', ''],
  ])('when a server complains by %s, then it is understood', async (body, told) => {
    const model = await startModel((response) => response.writeHead(418).end(body));
    await expect(ask(model.endpoint)).rejects.toEqual(unavailable(`the model's server answered 418${told}`));
  });
});
