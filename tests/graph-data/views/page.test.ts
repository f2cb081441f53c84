import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPage } from '../../../graph-data/views/page.ts';
import { readPages } from './expect-answer.ts';
import { refusalOf } from './refusal.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('cutPage', () => {
  it('when a list is read page by page, then every item comes once, in order, for any limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 70 }), async (count, limit) => {
        const all = numbers(count);
        expect(await readPages(limit, (page) => cutPage(all, page, 1, ['all']))).toEqual(all);
      }),
    );
  });

  it('when the last page is just full, then there is no next', () => {
    expect(cutPage(numbers(10), { limit: 10 }, 1, ['x']).nextCursor).toBeNull();
    expect(cutPage(numbers(11), { limit: 10 }, 1, ['x']).nextCursor).not.toBeNull();
    expect(cutPage([], { limit: 10 }, 1, ['x'])).toEqual({ items: [], nextCursor: null });
  });

  it('when the limit changes on the way, then the list goes on where it was', () => {
    const { nextCursor } = cutPage(numbers(10), { limit: 3 }, 1, ['x']);
    const cursor = nextCursor ?? undefined;
    expect(cutPage(numbers(10), { limit: 5, cursor }, 1, ['x']).items).toEqual([3, 4, 5, 6, 7]);
  });

  it('when the version or the call is another, then the cursor is refused', async () => {
    const cursor = cutPage(numbers(10), { limit: 3 }, 1, ['x', ['a']]).nextCursor ?? undefined;
    for (const [version, call] of [
      [2, ['x', ['a']]],
      [1, ['x', ['b']]],
      [1, ['y', ['a']]],
    ] as const) {
      const refusal = await refusalOf(() => cutPage(numbers(10), { limit: 3, cursor }, version, call));
      expect(refusal.code).toBe('malformed-cursor');
    }
  });
});
