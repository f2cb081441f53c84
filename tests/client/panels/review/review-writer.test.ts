import { describe, expect, it } from 'vitest';
import type { ChangeRequest } from '../../../../client/api/changes.ts';
import { ProblemError } from '../../../../client/api/problem-error.ts';
import type { Step } from '../../../../client/panels/review/review-state.ts';
import { createReviewWriter } from '../../../../client/panels/review/review-writer.ts';

/** A server that answers when the test says so; what it was sent, as `path body`. */
function createServer() {
  const sent: string[] = [];
  const open: { resolve: (answer: unknown) => void; reject: (error: unknown) => void }[] = [];
  let seq = 0;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    sent,
    send: <T>({ address, body }: ChangeRequest<T>): Promise<T> => {
      sent.push(`${address.replace('api/v1/', '')} ${typeof body === 'string' ? body : ''}`);
      return new Promise((resolve, reject) => {
        open.push({ resolve: resolve as (answer: unknown) => void, reject });
      });
    },
    answer: async (): Promise<void> => {
      seq += 1;
      open.shift()?.resolve({ seq, version: seq });
      await settle();
    },
    refuse: async (status: number): Promise<void> => {
      const problem = { title: 'No', detail: null, status, pointers: [], reasons: [] };
      open.shift()?.reject(new ProblemError(problem));
      await settle();
    },
  };
}

function createLog() {
  const log: string[] = [];
  return {
    log,
    events: {
      onWaiting: () => undefined,
      onKept: (claims: readonly string[], version: number) => log.push(`kept ${claims.join(' ')} ${version}`),
      onRefused: (steps: readonly Step[], { status }: { status: number }) =>
        log.push(`refused ${steps.map(({ id }) => id).join(' ')} ${status}`),
      onUndone: ({ id }: Step) => log.push(`undone ${id}`),
      onUndoRefused: ({ id }: Step, { status }: { status: number }) => log.push(`not undone ${id} ${status}`),
    },
  };
}

function accept(id: number, claim: string): Step {
  const decisions = [{ claim, from: 'proposed', to: 'accepted' }] as const;
  return { id, decisions, isChange: false, words: 'accepted', claim };
}

const toBody = (...claims: string[]): string =>
  `decisions ${JSON.stringify({ decisions: claims.map((claim) => ({ claim, status: 'accepted' })) })}`;

describe('createReviewWriter', () => {
  it('when decisions come while one is under way, then they are sent together after it, in order', async () => {
    const server = createServer();
    const { log, events } = createLog();
    const writer = createReviewWriter(server.send, events);
    for (const [id, claim] of ['a', 'b', 'c'].entries()) writer.decide(accept(id, claim));
    expect(server.sent).toEqual([toBody('a')]);
    await server.answer();
    await server.answer();

    expect(server.sent).toEqual([toBody('a'), toBody('b', 'c')]);
    expect(log).toEqual(['kept a 1', 'kept b c 2']);
  });

  it('when a decision is taken back before it was sent, then neither is sent', async () => {
    const server = createServer();
    const writer = createReviewWriter(server.send, createLog().events);
    writer.decide(accept(1, 'a'));
    writer.decide(accept(2, 'b'));
    writer.undo(accept(2, 'b'));
    await server.answer();

    expect(server.sent).toEqual([toBody('a')]);
    expect(writer.toStatuses().size).toBe(0);
  });

  it('when a decision kept alone is taken back, then its entry is undone', async () => {
    const server = createServer();
    const { log, events } = createLog();
    const writer = createReviewWriter(server.send, events);
    writer.decide(accept(1, 'a'));
    await server.answer();
    writer.undo(accept(1, 'a'));
    await server.answer();

    expect(server.sent[1]).toBe('undo {"seq":1}');
    expect(log).toEqual(['kept a 1', 'kept a 2']);
  });

  it('when it was kept together with others, then only its claim gets its status back', async () => {
    const server = createServer();
    const writer = createReviewWriter(server.send, createLog().events);
    for (const [id, claim] of ['a', 'b', 'c'].entries()) writer.decide(accept(id, claim));
    await server.answer();
    await server.answer();
    writer.undo(accept(2, 'c'));

    expect(server.sent[2]).toBe('decisions {"decisions":[{"claim":"c","status":"proposed"}]}');
  });

  it('when a claim is decided on twice, then both are sent, one after the other', async () => {
    const server = createServer();
    const writer = createReviewWriter(server.send, createLog().events);
    writer.decide(accept(1, 'x'));
    writer.decide(accept(2, 'a'));
    writer.decide(accept(3, 'a'));
    await server.answer();
    await server.answer();

    expect(server.sent).toEqual([toBody('x'), toBody('a'), toBody('a')]);
  });

  it('when a batch is refused, then all its steps are, later ones go on, and undoing a refused one asks nothing', async () => {
    const server = createServer();
    const { log, events } = createLog();
    const writer = createReviewWriter(server.send, events);
    for (const [id, claim] of ['a', 'b', 'c'].entries()) writer.decide(accept(id, claim));
    await server.answer();
    writer.decide(accept(3, 'd'));
    await server.refuse(422);
    await server.answer();
    writer.undo(accept(1, 'b'));

    expect(log).toEqual(['kept a 1', 'refused 1 2 422', 'kept d 2']);
    expect(server.sent.length).toBe(3);
  });

  it('when another change comes between decisions, then the order stays', async () => {
    const server = createServer();
    const writer = createReviewWriter(server.send, createLog().events);
    const edit: Step = { id: 9, decisions: [], isChange: true, words: 'edited', claim: 'b' };
    writer.decide(accept(1, 'a'));
    const changed = writer.change(edit, () => ({ address: 'api/v1/edit', body: '', mediaType: '' }));
    writer.decide(accept(2, 'b'));
    await server.answer();
    await server.answer();
    await server.answer();

    expect(server.sent).toEqual([toBody('a'), 'edit ', toBody('b')]);
    await expect(changed).resolves.toEqual({ seq: 2, version: 2 });
  });

  it('when a change that is still under way is taken back, then it is undone after it, by its own entry', async () => {
    const server = createServer();
    const { log, events } = createLog();
    const writer = createReviewWriter(server.send, events);
    const flip: Step = { id: 1, decisions: [], isChange: true, words: 'flipped', claim: 'a' };
    void writer.change(flip, () => ({ address: 'api/v1/flip', body: '', mediaType: '' }));
    writer.undo(flip);
    await server.answer();
    await server.answer();

    expect(server.sent).toEqual(['flip ', 'undo {"seq":1}']);
    expect(log).toEqual(['undone 1']);
  });

  it('when an undo is refused, then that is told', async () => {
    const server = createServer();
    const { log, events } = createLog();
    const writer = createReviewWriter(server.send, events);
    writer.decide(accept(1, 'a'));
    await server.answer();
    writer.undo(accept(1, 'a'));
    await server.refuse(409);

    expect(log).toEqual(['kept a 1', 'not undone 1 409']);
  });
});
