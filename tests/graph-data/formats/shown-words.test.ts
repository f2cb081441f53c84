import { describe, expect, it } from 'vitest';
import { toShownWords } from '../../../graph-data/formats/shown-words.ts';

const shown = { actors: 2, relations: 1, claims: 3 };
const total = { actors: 40, relations: 90, claims: 120 };

describe('toShownWords', () => {
  it('when something is cut, then it says how much of how much, and by what', () => {
    expect(
      toShownWords(
        { version: 3, shown, total, cutBy: ['stance=negative', 'from=2025'] },
        { statuses: ['accepted'] },
      ),
    ).toBe(
      'Dataset version 3. 2 of 40 actors, 1 of 90 relations, 3 of 120 claims shown. Cut by stance=negative, from=2025.',
    );
  });

  it('when others than accepted claims are among them, then it says so, for a file goes from hand to hand', () => {
    expect(
      toShownWords({ version: 1, shown, total, cutBy: [] }, { statuses: ['accepted', 'proposed'] }),
    ).toBe(
      'Dataset version 1. 2 of 40 actors, 1 of 90 relations, 3 of 120 claims shown. Their status: accepted or proposed. Nothing is cut.',
    );
  });
});
