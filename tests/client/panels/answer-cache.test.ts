import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../../client/panels/answer-cache.ts';

describe('createAnswerCache', () => {
  it('when there are more answers than it keeps, then the oldest goes', () => {
    const cache = createAnswerCache(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.set('a', 3);
    cache.set('c', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([3, undefined, 4]);
  });

  it('when it is cleared, then nothing is left', () => {
    const cache = createAnswerCache(2);
    cache.set('a', 1);
    cache.clear();
    expect(cache.get('a')).toBeUndefined();
  });
});
