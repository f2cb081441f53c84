import { describe, expect, it } from 'vitest';
import { toNoneWords, toVoiceWords } from '../../../../client/panels/paths/paths-words.ts';
import { toRef } from '../claim-answer.ts';

const plain = { steps: 4, hubs: null, isForward: false };
const free = { paths: 2, hasMore: false, isComplete: true, length: 3 };

describe('toNoneWords', () => {
  it('when the lens alone stands in the way, then it says how many there are without it', () => {
    expect(toNoneWords(free, plain, true)).toBe(
      'No path within 4 steps under this lens; 2 without it, the shortest of 3 steps.',
    );
  });

  it('when more stands in the way, then all of it is named', () => {
    expect(toNoneWords({ ...free, hasMore: true }, { steps: 1, hubs: 10, isForward: true }, true)).toBe(
      'No path within 1 step under this lens round actors with more than 10 neighbours from subject to object alone; ' +
        '2 or more without these limits, the shortest of 3 steps.',
    );
  });

  it('when there is none at all, or not all could be looked at, then it says which', () => {
    expect(toNoneWords(null, plain, false)).toBe('No path within 4 steps.');
    expect(toNoneWords({ ...free, paths: 0 }, plain, true)).toBe(
      'No path within 4 steps under this lens, and none without it.',
    );
    expect(toNoneWords({ ...free, paths: 0, isComplete: false }, plain, true)).toBe(
      'No path within 4 steps under this lens, and none was found without it.',
    );
  });
});

describe('toVoiceWords', () => {
  it('when one, several or nobody says it, then the words fit', () => {
    expect(toVoiceWords([toRef('a')], 1)).toBe('says A');
    expect(toVoiceWords([null], 1)).toBe('in the document’s own voice');
    expect(toVoiceWords([toRef('a'), null], 2)).toBe('say A and the document’s own voice');
    expect(toVoiceWords([toRef('a'), toRef('b')], 5)).toBe('say A, B and 3 others');
  });
});
