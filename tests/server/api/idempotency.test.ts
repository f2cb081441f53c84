import { describe, expect, it } from 'vitest';
import { KeyedAnswers, readKey } from '../../../server/api/idempotency.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const toRequest = (body = 'a', key = 'k', author = 'Ada', target = 'POST /undo') => ({
  ...{ author, key, target },
  body: new TextEncoder().encode(body),
});

/** Answers that say how many were made. */
function open() {
  const clock = { nowMs: 0 };
  let made = 0;
  const answers = new KeyedAnswers<number>(() => clock.nowMs);
  const ask = (...request: Parameters<typeof toRequest>) =>
    answers.answer(toRequest(...request), () => Promise.resolve((made += 1)));
  return { clock, answers, ask };
}

describe('KeyedAnswers', () => {
  it('when a request comes again, then it is answered the same, also while the first is being answered', async () => {
    const { ask } = open();
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(await ask()).toBe(1);
    expect(await ask('a', 'another')).toBe(2);
  });

  it('when the key comes with another body or address, then it is refused; of another author it is another key', () => {
    const { ask } = open();
    void ask();
    for (const other of [() => ask('b'), () => ask('a', 'k', 'Ada', 'POST /claims')])
      expect(other).toThrow(expect.objectContaining({ code: 'idempotency-mismatch' }));
    expect(() => ask('b', 'k', 'Bob')).not.toThrow();
  });

  it('when a day has passed, then the key is free again', async () => {
    const { ask, clock } = open();
    await ask();
    clock.nowMs = DAY_MS - 1;
    expect(await ask()).toBe(1);
    clock.nowMs = DAY_MS;
    expect(await ask('b')).toBe(2);
  });

  it('when the first was refused, then it may be sent again', async () => {
    const { ask, answers } = open();
    await expect(answers.answer(toRequest(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask()).toBe(1);
  });

  it('when very many keys come, then the oldest are forgotten', async () => {
    const { ask } = open();
    await ask('a', 'first');
    for (let count = 0; count < 10_000; count += 1) await ask('a', `k${count}`);
    expect(await ask('b', 'first')).toBe(10_002);
  });
});

describe('readKey', () => {
  it('when a key is visible ASCII of at most 200 characters, then it is taken; none is none', () => {
    expect([readKey(undefined), readKey('a'), readKey('~'.repeat(200))]).toEqual([
      undefined,
      'a',
      '~'.repeat(200),
    ]);
  });

  it.each(['', ' ', 'a b', 'é', 'a'.repeat(201)])('when it is %j, then it is refused', (key) => {
    expect(() => readKey(key)).toThrow(expect.objectContaining({ code: 'malformed-parameter' }));
  });
});
