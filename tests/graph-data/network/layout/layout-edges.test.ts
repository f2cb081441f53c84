import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLayoutEdges } from '../../../../graph-data/network/layout/layout-edges.ts';
import { rowsOf } from './edges-of.ts';

const COUNT = 9;
const anyRows = fc.array(
  fc.record({
    one: fc.nat({ max: COUNT - 1 }),
    other: fc.nat({ max: COUNT - 1 }),
    claims: fc.nat({ max: 3 }),
  }),
  { maxLength: 60 },
);

describe('toLayoutEdges', () => {
  it('whatever the rows, then each tied pair comes once, sorted, its claims summed, without loops and empty rows', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const sums = new Map<number, number>();
        for (const { one, other, claims } of rows) {
          if (one === other || claims === 0) continue;
          const pair = Math.min(one, other) * COUNT + Math.max(one, other);
          sums.set(pair, (sums.get(pair) ?? 0) + claims);
        }
        const edges = toLayoutEdges(
          COUNT,
          Uint32Array.from(rows, ({ one }) => one),
          Uint32Array.from(rows, ({ other }) => other),
          rows.map(({ claims }) => claims),
        );
        expect(rowsOf(edges)).toEqual(
          [...sums]
            .sort(([a], [b]) => a - b)
            .map(([pair, claims]) => [
              Math.floor(pair / COUNT),
              pair % COUNT,
              expect.closeTo(1 + Math.log(claims), 12) as number,
            ]),
        );
      }),
    );
  });
});
