import { TITLES, TITLE_HEADS } from '../names/word-lists.ts';

const titleWords = [...new Set([...TITLE_HEADS, ...TITLES])].filter((word) => /^\p{L}{4,}$/u.test(word));
/** A first name with a title stuck to it: `AnnaPresident`. */
const GLUED = new RegExp(`(\\p{Ll})(${titleWords.join('|')})(?![\\p{L}])`, 'u');
const TITLE_WORDS = new Set(titleWords);
const WORD = /[^\s]+/g;
const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
const isParticle = (word: string | undefined): boolean =>
  word !== undefined && /^(?:al|el|bin|ibn|de|van|von)$/.test(word);
const bare = (word: string): string => word.replace(/[’']s?$|[,.;:]$/g, '');

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The text with everything that is no sentence of the report replaced by as many spaces: footnote marks, rules, addresses,
 * and the tooltips that kremlin.ru's pages leave in their text (`Anna Example Example AnnaPresident of Ruritania`).
 * Linear in the text's length; every offset stays.
 */
export function blankBoilerplate(text: string): string {
  const blank = (match: string): string => ' '.repeat(match.length);
  const plain = text
    .replace(/\[\d{1,4}\]/g, blank)
    .replace(/^[ \t]*#{2,}[ \t]*$/gm, blank)
    .replace(/\bhttps?:\/\/\S+/g, blank)
    .replace(/ Background information(?: [^.\n]{0,160}?\([A-Z]{2,9}\))?/g, blank);
  const parts: string[] = [];
  let at = 0;
  for (const line of plain.matchAll(/[^\n]+/g))
    for (const [start, end] of findTooltips(line[0], line.index)) {
      if (start < at) continue;
      parts.push(plain.slice(at, start), ' '.repeat(end - start));
      at = end;
    }
  parts.push(plain.slice(at));
  return parts.join('');
}

/** The bit of a capital; all letters beyond ASCII share one, since their case is not looked at. */
const bitOfCapital = (code: number): number =>
  code >= 65 && code <= 90 ? 1 << (code - 65) : isBeyondAscii(code) ? 1 << 26 : 0;
const isBeyondAscii = (code: number): boolean => (code >= 0xc0 && code < 0x2000) || code > 0x206f;
const isSmall = (code: number): boolean => (code >= 97 && code <= 122) || isBeyondAscii(code);

/** Whether a capital stands right after a small letter, or a word begins with a capital of the word before it. */
function mayHoldTooltip(line: string): boolean {
  let before = 0;
  let capitals = 0;
  let capitalsBefore = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 32) {
      capitalsBefore = capitals;
      capitals = 0;
    } else {
      const bit = bitOfCapital(code);
      if (bit !== 0 && (isSmall(before) || (before === 32 && (capitalsBefore & bit) !== 0))) return true;
      capitals |= bit;
    }
    before = code;
  }
  return false;
}

/** Where tooltips stand in a line, left to right. */
function findTooltips(line: string, offset: number): [number, number][] {
  const found: [number, number][] = [];
  if (!mayHoldTooltip(line)) return found;
  if (!GLUED.test(line) && !/(\p{Lu}[\p{L}’'-]{2,60}) \1 \p{Lu}/u.test(line)) return found;
  const words: Word[] = [...line.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (!word) break;
    const glue = isCapital(word.text) ? GLUED.exec(word.text) : null;
    if (glue && glue[2]) {
      const end = endOfTitle(words, i);
      const repeat = startOfRepeat(words, i, bare(word.text.slice(0, glue.index + 1)));
      found.push([
        repeat === undefined ? word.start + glue.index + 1 : (words[repeat] ?? word).start,
        (words[end] ?? word).end,
      ]);
      i = end;
    } else if (
      i > 0 &&
      word.text.length > 2 &&
      isCapital(word.text) &&
      bare(words[i - 1]?.text ?? '') === word.text &&
      isCapital(words[i + 1]?.text) &&
      ![1, 2, 3, 4].some((ahead) => GLUED.test(words[i + ahead]?.text ?? ''))
    ) {
      let end = i + 1;
      // as many given names as stand before the surname
      for (
        let back = i - 3;
        back >= 0 && bare(words[end + 1]?.text ?? '') === words[back + 1]?.text;
        back -= 1
      )
        end += 1;
      while (isParticle(words[end + 1]?.text) && isCapital(words[end + 2]?.text)) end += 2;
      const last = words[end] ?? word;
      found.push([word.start, last.start + bare(last.text).length]);
      i = end;
    }
  }
  return found;
}

/** Where the surname or the whole name before a glued title begins for the second time. */
function startOfRepeat(words: readonly Word[], glued: number, first: string): number | undefined {
  const text = (i: number): string => (i === glued ? first : bare(words[i]?.text ?? ''));
  for (let from = Math.max(1, glued - 6); from <= glued; from += 1)
    for (let length = Math.min(4, glued - from + 1, from); length >= 1; length -= 1) {
      let same = true;
      for (let k = 0; k < length && same; k += 1)
        same = text(from + k) === text(from - length + k) && text(from + k) !== '';
      if (same && isCapital(text(from))) return from;
    }
  return undefined;
}

/** The last word of the title that begins glued to word `from`. */
function endOfTitle(words: readonly Word[], from: number): number {
  let end = from;
  for (let i = from + 1; i < words.length && i < from + 24; i += 1) {
    const word = words[i]?.text ?? '';
    const next = words[i + 1]?.text;
    if (isCapital(word)) {
      end = i;
      if (/[.,;:]$/.test(word)) break;
    } else if (/^(?:of|for|the|on|to)$/.test(word)) continue;
    else if (/^(?:and|–|-)$/.test(word) && next !== undefined && TITLE_WORDS.has(bare(next))) continue;
    else break;
  }
  return end;
}
