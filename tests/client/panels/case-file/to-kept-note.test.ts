import { describe, expect, it } from 'vitest';
import { toKeptNote, toRoomWords } from '../../../../client/panels/case-file/to-kept-note.ts';

describe('a note that becomes too long', () => {
  it('when there is room, then all of it is kept and nothing is said', () => {
    expect(toKeptNote('Look', 2)).toEqual({ note: 'Look', caret: 2, leftOut: 0 });
    expect(toRoomWords('Look', 0)).toBe('');
  });

  it('when too much is pasted in the middle, then what stood there stays, and how much was left out is said', () => {
    const pasted = `a${'p'.repeat(5_100)}z`;
    const kept = toKeptNote(pasted, 5_101);

    expect(kept).toEqual({ note: `a${'p'.repeat(4_998)}z`, caret: 4_999, leftOut: 102 });
    expect(toRoomWords(kept.note, kept.leftOut)).toBe(
      '5,000 of at most 5,000 characters; 102 more were left out',
    );
    expect(toRoomWords('p'.repeat(5_000), 0)).toBe('5,000 of at most 5,000 characters');
  });

  it('when the bound falls into a character, then it is left out whole', () => {
    const kept = toKeptNote(`${'p'.repeat(4_999)}\u{1F600}`, 5_001);

    expect(kept).toEqual({ note: 'p'.repeat(4_999), caret: 4_999, leftOut: 2 });
    expect(toRoomWords(kept.note, kept.leftOut)).toMatch(/^4,999 of at most 5,000 characters; 2 more/);
  });
});
