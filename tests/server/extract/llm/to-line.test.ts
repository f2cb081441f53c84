import { describe, expect, it } from 'vitest';
import { toLine } from '../../../../server/extract/llm/to-line.ts';

describe('toLine', () => {
  it.each([
    [' a \r\n b\u0000\u2028c ', 'a b c'],
    ['\u202egnol\u202c', 'gnol'],
    ['e\u0301', 'é'],
    ['half \ud83d', 'half �'],
  ])('when %j is given, then %j is the line', (text, line) => {
    expect(toLine(text)).toBe(line);
  });

  it('when it is too long, then it is cut between characters, and says so', () => {
    expect(toLine('one two', 7)).toBe('one two');
    expect(toLine('one two', 5)).toBe('one…');
    expect(toLine('one🙂two', 5)).toBe('one…');
  });
});
