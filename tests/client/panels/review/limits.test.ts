import { describe, expect, it } from 'vitest';
import { LONGEST_LABEL, LONGEST_QUOTE, MOST_DECISIONS } from '../../../../client/panels/review/limits.ts';
import * as writes from '../../../../graph-data/contract/writes.ts';
import * as model from '../../../../graph-data/model/claim.ts';

describe('the bounds the review knows', () => {
  it('when compared, then they are those of the model and the contract', () => {
    expect([LONGEST_LABEL, LONGEST_QUOTE, MOST_DECISIONS]).toEqual([
      model.LONGEST_LABEL,
      model.LONGEST_QUOTE,
      writes.MOST_DECISIONS,
    ]);
  });
});
