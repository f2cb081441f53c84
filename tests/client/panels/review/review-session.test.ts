import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../../../client/api/api-request.ts';
import type { ChangeRequest } from '../../../../client/api/changes.ts';
import { ProblemError } from '../../../../client/api/problem-error.ts';
import { createReviewSession } from '../../../../client/panels/review/review-session.ts';
import { countReview, findCurrent } from '../../../../client/panels/review/review-state.ts';
import type { ClaimAnswer } from '../../../../graph-data/contract/answers.ts';
import type { DecisionsBody } from '../../../../graph-data/contract/writes.ts';
import type { DocumentId } from '../../../../graph-data/model/ids.ts';
import { toClaim } from '../claim-answer.ts';

const ID = 'a-report' as DocumentId;

function propose(id: string, certainty: number): ClaimAnswer {
  return toClaim(id, 'ann', 'informs', `ben-${id}`, { status: 'proposed', certainty });
}

/** A server that holds claims; `refusal` is what the next change is answered with. */
function createServer(claims: readonly ClaimAnswer[]) {
  const server = {
    claims,
    version: 7,
    sent: [] as string[],
    ifMatch: [] as (number | undefined)[],
    refusal: null as { readonly status: number; readonly detail: string | null } | null,
    isGone: false,
    ask: <T>({ address }: ApiRequest<T>): Promise<T> => {
      const path = address.replace('api/v1/', '');
      if (path.startsWith('documents/'))
        return server.isGone
          ? reject(404, null)
          : answer<T>({ id: ID, title: 'A report', text: 'Ann told Ben.' });
      if (path.startsWith('claims')) {
        const meta = { version: server.version };
        return answer<T>({ items: server.claims, nextCursor: null, meta });
      }
      if (path.startsWith('likenesses')) return answer<T>({ items: [] });
      return answer<T>({ threshold: 0.3 });
    },
    send: <T>({ address, body: sent, ifMatch }: ChangeRequest<T>): Promise<T> => {
      const body = typeof sent === 'string' ? sent : '';
      const path = address.replace('api/v1/', '');
      server.sent.push(`${path} ${body}`);
      server.ifMatch.push(ifMatch);
      if (server.refusal !== null) {
        const { status, detail } = server.refusal;
        server.refusal = null;
        return reject(status, detail);
      }
      server.version += 1;
      const made = { seq: server.version, version: server.version };
      if (path === 'decisions') {
        const { decisions } = JSON.parse(body) as DecisionsBody;
        const statuses = new Map(decisions.map(({ claim, status }) => [claim, status]));
        server.claims = server.claims.map((claim) => ({
          ...claim,
          status: statuses.get(claim.id) ?? claim.status,
        }));
      }
      const claim = server.claims.find(({ id }) => path === `claims/${id}`);
      if (claim === undefined) return answer<T>(made);
      const changed = {
        ...claim,
        ...(JSON.parse(body) as object),
        subject: claim.subject,
        object: claim.object,
      };
      server.claims = server.claims.map((other) => (other.id === claim.id ? changed : other));
      return answer<T>({ claim: changed, ...made });
    },
  };
  return server;
}

function answer<T>(value: unknown): Promise<T> {
  return Promise.resolve(value as T);
}

function reject(status: number, detail: string | null): Promise<never> {
  return Promise.reject(
    new ProblemError({
      title: 'Refused',
      detail,
      status,
      pointers: [],
      reasons: detail === null ? [] : [detail, 'the first'],
    }),
  );
}

async function open(claims = [propose('a', 0.9), propose('b', 0.6), propose('c', 0.2)]) {
  const server = createServer(claims);
  const session = createReviewSession(ID, server);
  await session.load();
  const state = () => session.store.getState();
  return { server, session, state };
}

describe('createReviewSession', () => {
  it('when it is read, then the dial stands where the server says, and the surest is in front', async () => {
    const { state } = await open();
    expect(state().review.threshold).toBe(0.3);
    expect([state().review.current, countReview(state().review).hidden]).toEqual(['a', 1]);
  });

  it('when a claim is decided on, then that is seen at once, said, and kept after it', async () => {
    const { server, session, state } = await open();
    session.decide('accepted');
    expect([state().review.current, state().said, state().waiting]).toEqual(['b', 'Accepted.', 1]);
    await session.settle();

    expect(server.sent).toEqual(['decisions {"decisions":[{"claim":"a","status":"accepted"}]}']);
    expect([state().waiting, state().version]).toEqual([0, 8]);
  });

  it('when the server fails, then the claim waits again, it is said, and it can be sent again', async () => {
    const { server, session, state } = await open();
    server.refusal = { status: 500, detail: null };
    session.decide('accepted');
    await session.settle();
    expect(state().problem?.title).toBe('Not kept, and back in the queue: 1 decision');
    expect(countReview(state().review).waiting).toBe(2);

    session.sendAgain();
    await session.settle();
    expect([state().problem, server.claims[0]?.status]).toEqual([null, 'accepted']);
  });

  it('when a decision is refused for good, then it is not offered again, and the claims are read anew', async () => {
    const { server, session, state } = await open();
    server.refusal = { status: 422, detail: 'unknown claim' };
    server.claims = server.claims.filter(({ id }) => id !== 'a');
    session.decide('accepted');
    await session.settle();
    await session.settle();

    expect([state().unsent, state().problem?.detail]).toEqual([[], 'unknown claim; the first']);
    expect(state().review.claims.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('when the document was retracted meanwhile, then that is said in place of all else', async () => {
    const { server, session, state } = await open();
    server.isGone = true;
    server.refusal = { status: 422, detail: 'unknown claim' };
    session.decide('accepted');
    await session.settle();
    await session.settle();

    expect([state().document, state().problem?.title]).toEqual([null, 'This document is no longer here']);
  });

  it('when a claim is edited, then the patch names the version it was read at, also after a decision on it', async () => {
    const { server, session } = await open();
    const claim = findCurrent(session.store.getState().review);
    if (claim === undefined) throw new Error('none is in front');
    session.decide('accepted');
    await session.edit(claim, { label: 'tells' });
    await session.edit(propose('b', 0.6), { label: 'tells' });

    expect(server.ifMatch).toEqual([undefined, 8, 7]);
  });

  it('when an edit is refused, then whoever asked hears of it, and the claim stays as it was', async () => {
    const { server, session, state } = await open();
    server.refusal = { status: 409, detail: 'changed since' };
    await expect(session.edit(propose('a', 0.9), { label: 'tells' })).rejects.toThrow('changed since');
    await session.settle();

    expect([state().review.steps, findCurrent(state().review)?.label]).toEqual([[], 'informs']);
  });

  it('when a claim is edited and accepted in one, then the next is in front, and z takes both back', async () => {
    const { server, session, state } = await open();
    await session.edit(propose('a', 0.9), { label: 'tells', status: 'accepted' });
    expect([state().review.current, state().said]).toEqual(['b', 'Edited and accepted.']);
    session.undo();
    expect(state().review.current).toBe('a');
    await session.settle();

    expect(server.sent.at(-1)).toBe('undo {"seq":8}');
  });

  it('when a flip is refused, then the direction is as before, and it is said', async () => {
    const { server, session, state } = await open();
    server.refusal = { status: 409, detail: null };
    session.flip();
    expect(findCurrent(state().review)?.subject.id).toBe('ben-a');
    await session.settle();
    await session.settle();

    expect(findCurrent(state().review)?.subject.id).toBe('ann');
    expect(state().problem).toMatchObject({
      title: 'The direction was not kept',
      detail: 'It was changed by someone else meanwhile.',
    });
  });

  it('when there is nothing to take back, or no further claim, then that is said', async () => {
    const { session, state } = await open();
    session.undo();
    expect(state().said).toBe('Nothing of yours is left to take back.');
    session.move(-1);
    expect(state().said).toBe('This is the first one.');
  });

  it('when all of a sentence is accepted, then it is one change, and one key takes it back', async () => {
    const { server, session, state } = await open();
    session.acceptSentence();
    await session.settle();
    expect([state().review.current, state().said]).toEqual([null, 'Accepted 2 claims.']);
    session.undo();
    await session.settle();

    expect([server.sent.length, server.sent.at(-1)]).toEqual([2, 'undo {"seq":8}']);
    expect(countReview(state().review).waiting).toBe(2);
  });
});
