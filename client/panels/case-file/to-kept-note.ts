import { LONGEST_NOTE } from '../../../graph-data/formats/case-file/parse-case-file.ts';
import { toNumberWords } from '../words/count-words.ts';

/** What is kept of a text that was typed or pasted. */
interface KeptNote {
  readonly note: string;
  /** Where the cursor then stands. */
  readonly caret: number;
  /** So many characters were left out. */
  readonly leftOut: number;
}

/**
 * The text up to the longest note: what was put in last, before the cursor, is left out from its end, and what stood there
 * stays. No character is cut in half.
 */
export function toKeptNote(typed: string, caret: number): KeptNote {
  const excess = typed.length - LONGEST_NOTE;
  if (excess <= 0) return { note: typed, caret, leftOut: 0 };
  const end = Math.max(caret - excess, 0);
  const isHalf = /[\uD800-\uDBFF]/.test(typed.charAt(end - 1)) && /[\uDC00-\uDFFF]/.test(typed.charAt(end));
  const kept = isHalf ? end - 1 : end;
  const rest = end + excess;
  return { note: typed.slice(0, kept) + typed.slice(rest), caret: kept, leftOut: rest - kept };
}

/** "5,000 of at most 5,000 characters; 120 more were left out"; empty while there is room and nothing was. */
export function toRoomWords(note: string, leftOut: number): string {
  if (note.length < LONGEST_NOTE && leftOut === 0) return '';
  const [used, most] = [toNumberWords(note.length), toNumberWords(LONGEST_NOTE)];
  const full = `${used} of at most ${most} characters`;
  return leftOut === 0
    ? full
    : `${full}; ${toNumberWords(leftOut)} more ${leftOut === 1 ? 'was' : 'were'} left out`;
}
