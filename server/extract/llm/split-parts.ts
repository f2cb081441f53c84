/** The most of a text that is sent at once, in UTF-16 code units: about 900 tokens, so that question and answer fit 4,096. */
export const LONGEST_PART = 3500;

/**
 * A text in parts of whole paragraphs, in order, each at most `longest` code units and none without a letter or digit.
 * A paragraph longer than that is cut after a sentence, else after a word, else between two characters.
 */
export function splitParts(text: string, longest = LONGEST_PART): string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const to = text.length - from <= longest ? text.length : from + findCut(text.slice(from, from + longest));
    const part = text.slice(from, to).trim();
    if (/[\p{L}\p{N}]/u.test(part)) parts.push(part);
    from = to;
  }
  return parts;
}

/** Where a stretch is cut that the text goes on after: at least one code unit in. */
function findCut(stretch: string): number {
  const blankLine = stretch.lastIndexOf('\n\n');
  // Lines may be wrapped within a paragraph: then blank lines alone part them.
  if (blankLine > stretch.length / 2) return blankLine + 2;
  const line = stretch.lastIndexOf('\n');
  if (line > 0) return line + 1;
  const sentence = [...stretch.matchAll(/[.!?…]["”’')\]]*\s/g)].at(-1);
  if (sentence !== undefined) return sentence.index + sentence[0].length;
  const word = stretch.search(/\s\S*$/);
  if (word > 0) return word + 1;
  return /[\uD800-\uDBFF]$/.test(stretch) && stretch.length > 1 ? stretch.length - 1 : stretch.length;
}
