import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordsByRow } from '../../../graph-data/formats/words-by-row.ts';
import type { IdentifiedWords } from '../../../graph-data/model/claim.ts';
import { EVIDENCE_BASES } from '../../../graph-data/model/claim.ts';
import type { ActorId, ClaimId } from '../../../graph-data/model/ids.ts';
import { hostileText } from './hostile-text.ts';

const ROWS = 40;
const rowOf = (id: string): number => Number(id);

/** As a store gives them: well-formed, the exact words a part of the sentence or not. */
const text = hostileText.map((each) => each.toWellFormed());
const words: fc.Arbitrary<IdentifiedWords> = fc
  .record({
    row: fc.integer({ min: -2, max: ROWS + 2 }),
    texts: fc.tuple(text, text, text),
    isPart: fc.boolean(),
    via: fc.array(fc.constantFrom('ann', 'bo')),
    basis: fc.constantFrom(...EVIDENCE_BASES),
  })
  .map(({ row, texts: [before, exact, after], isPart, via, basis }) => {
    const sentence = isPart ? before + exact + after : before;
    return { id: String(row) as ClaimId, via: via as ActorId[], exact, sentence, basis };
  });
const lots = fc
  .uniqueArray(words, { selector: ({ id }) => id })
  .chain((all) => fc.nat(all.length).map((middle) => [all.slice(0, middle), all.slice(middle)]));

describe('WordsByRow', () => {
  it('when any words are put in, in lots and in no order, then each row has its own back', () => {
    fc.assert(
      fc.property(lots, (given) => {
        const kept = new WordsByRow(ROWS);
        for (const lot of given) kept.add(lot, rowOf);
        const plain = new Map(given.flat().map(({ id, ...rest }) => [rowOf(id), rest]));
        for (let row = 0; row < ROWS; row += 1) expect(kept.find(row)).toEqual(plain.get(row));
      }),
    );
  });
});
