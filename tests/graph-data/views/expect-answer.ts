import { expect } from 'vitest';
import type { z } from 'zod';

/** Asserts that an answer is what its schema says, no field missing and none more, and that JSON carries it whole. */
export function expectAnswer<T>(schema: z.ZodType<T>, answer: T): void {
  expect(schema.parse(answer)).toStrictEqual(answer);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
}

/** A page of any list of the API. */
export interface ListPage<T = unknown> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Every item of a list, page by page; no page longer than the limit, none but the last shorter. */
export async function readPages<T>(
  limit: number,
  view: (page: { limit: number; cursor?: string }) => ListPage<T> | Promise<ListPage<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: ListPage<T> = await view(cursor === null ? { limit } : { limit, cursor });
    if (page.nextCursor === null) expect(page.items.length).toBeLessThanOrEqual(limit);
    else expect(page.items).toHaveLength(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
