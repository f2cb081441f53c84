const NO_PART_OF_A_LINE = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Words of a stranger as one line in NFC: controls, line breaks and marks that turn the direction of writing become a space,
 * half a surrogate pair becomes �. Cut after `longest` code units, never within a character, with … in place of the rest.
 */
export function toLine(text: string, longest = Infinity): string {
  const line = text.toWellFormed().normalize('NFC').replace(NO_PART_OF_A_LINE, ' ').trim();
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}
