import { describe, expect, it } from 'vitest';
import { toPlainLine } from '../../../../server/app/commands/plain-line.ts';

describe('a line for a terminal', () => {
  it('when it holds escapes, line ends or turns of direction, then none of them reaches the terminal', () => {
    expect(toPlainLine('a\u001b[2Jb\rc\nd\u009b31me\u202ef')).toBe('a�[2Jb�c�d�31me�f');
    expect(toPlainLine('“Zoë” – 東京 👍')).toBe('“Zoë” – 東京 👍');
  });
});
