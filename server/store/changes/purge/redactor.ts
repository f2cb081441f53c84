import type { PurgedNames } from './find-names.ts';

/** Takes names out of what stays. */
export interface Redactor {
  /** The text with a block for each code unit of a name, line breaks as they were: of the same length. */
  readonly redact: (text: string) => string;
  /** Whether an address has one of the names in it, however it is written there. */
  readonly isNamedIn: (address: string) => boolean;
}

/** What stands for each code unit of a purged name in a text that stays, so that offsets stay right. */
const BLOCK = '█';
/** Shorter names are looked for as they are written: "US" is not "us". */
const LEAST_FOLDED = 5;

/** Characters that mean something in a pattern. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
const NOT_A_NAME = /(?!)/u;

/**
 * Finds names wherever they stand as whole words, broken over a line too. A surname is looked for as it is written or in
 * capitals: "Young" is not "young".
 */
export function createRedactor({ names, surnames }: PurgedNames): Redactor {
  const isLong = ({ length }: string): boolean => length >= LEAST_FOLDED;
  const capitals = surnames.filter(isLong).map((name) => name.toUpperCase());
  const patterns = [
    toPattern(names.filter(isLong), 'giu'),
    toPattern([...names.filter((name) => !isLong(name)), ...surnames, ...capitals], 'gu'),
  ];
  const inAddress = toPattern([...names, ...surnames], 'iu', '[^\\p{L}\\p{N}]+');
  return {
    redact: (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, toBlocks), text),
    isNamedIn: (address) => inAddress.test(address),
  };
}

/** As many blocks as the words have code units. */
export function toBlocks(words: string): string {
  return words.replace(/[^\n]/g, BLOCK);
}

/** @param between what may stand between the words of a name */
function toPattern(words: readonly string[], flags: string, between = '\\s+'): RegExp {
  const parts = words
    .filter((word) => word.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .trim()
        .split(/\s+/)
        .map((part) => part.replace(SYNTAX, '\\$&'))
        .join(between),
    );
  if (parts.length === 0) return NOT_A_NAME;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, flags);
}
