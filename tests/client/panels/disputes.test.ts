import { describe, expect, it } from 'vitest';
import { toSideWords, toVoicesWords } from '../../../client/panels/disputes/dispute-words.ts';

const voice = (label: string, claims = 1) => ({
  speaker: { id: label.toLowerCase(), label, kind: 'person' as const },
  claims,
});

describe('toSideWords', () => {
  it('when the lens leaves all of a side, then it is not spoken of', () => {
    expect(toSideWords({ claims: 2, origins: 1, shown: 2 })).toBe('2 claims of 1 origin.');
  });

  it('when the lens leaves a part or nothing, then it says how much', () => {
    expect(toSideWords({ claims: 2, origins: 2, shown: 0 })).toBe(
      '2 claims of 2 origins, 0 under the present lens.',
    );
  });
});

describe('toVoicesWords', () => {
  it('when many speak, then three are named, the document’s own voice among them, and the rest is counted', () => {
    const speakers = [voice('Ann', 3), { speaker: null, claims: 2 }, voice('Ben'), voice('Cy')];
    expect(toVoicesWords({ speakers, speakerCount: 6 })).toBe(
      'Said by Ann (3), the document’s own voice (2), Ben and 3 more.',
    );
    expect(toVoicesWords({ speakers: [voice('Ann')], speakerCount: 1 })).toBe('Said by Ann.');
  });
});
