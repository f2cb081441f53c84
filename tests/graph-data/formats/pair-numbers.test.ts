import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairNumbers } from '../../../graph-data/formats/pair-numbers.ts';

const actor = fc.nat(5);
/** Claims by the table's order, of which some that hold both ways are written the other way. */
const rows = fc
  .array(fc.tuple(actor, actor, fc.boolean()))
  .map((all) => all.sort(([a, b], [c, d]) => a - c || b - d));

describe('PairNumbers', () => {
  it('when claims come in the order of the table, then those of an ordered pair are numbered 1, 2 and so on', () => {
    fc.assert(
      fc.property(rows, (claims) => {
        const numbers = new PairNumbers();
        const counts = new Map<string, number>();
        for (const [first, second, isReversed] of claims) {
          // Only where the actors of a mutual claim stand in their order may it be written the other way.
          const [subject, object] = isReversed && first < second ? [second, first] : [first, second];
          const pair = `${subject} ${object}`;
          counts.set(pair, (counts.get(pair) ?? 0) + 1);
          expect(numbers.next(first, subject, object)).toBe(counts.get(pair));
        }
      }),
    );
  });
});
