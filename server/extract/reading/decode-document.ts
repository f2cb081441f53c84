import chardet from 'chardet';
import { unreadable } from './reading-error.ts';

/** How sure the recogniser must be, of 100: below it what it finds in random bytes begins. */
const LEAST_CONFIDENCE = 25;
/** Bytes that are looked at to recognise an encoding. */
const SAMPLE_LENGTH = 64 * 1024;
/** A page declares its charset within so many bytes (HTML standard, "prescan a byte stream"). */
const PRESCAN_LENGTH = 1024;
const ESCAPE = 0x1b;

/**
 * The text of a document's bytes: by its byte order mark (UTF-16 also without); else as UTF-8 where the bytes are valid UTF-8, whatever is declared
 * (bytes of another encoding hardly ever are, and declarations are often left from a template); else as it is declared, over
 * HTTP before in the page; else as it is recognised by the frequencies of its letters. Throws OnrecordError
 * `unreadable-document` where none of these reads it whole: no character is ever guessed or replaced. Linear in the bytes.
 * @param mediaType a Content-Type with or without `charset`
 */
export function decodeDocument(bytes: Uint8Array, mediaType?: string): string {
  const mark = findMark(bytes) ?? findWide(bytes);
  if (mark !== undefined)
    return decode(bytes, mark) ?? refuse(`it begins as ${mark.toUpperCase()} and does not go on so`);
  const declared = findCharset(mediaType ?? '') ?? findCharset(prescan(bytes));
  // Such encodings are written in ASCII alone: every byte of theirs is valid UTF-8.
  const isEscaped = declared !== undefined && bytes.includes(ESCAPE);
  const labels = isEscaped ? [declared, 'utf-8'] : ['utf-8', declared];
  for (const label of labels) {
    const text = label === undefined ? undefined : decode(bytes, label);
    if (text !== undefined) return text;
  }
  return decodeRecognised(bytes, declared);
}

function decodeRecognised(bytes: Uint8Array, declared: string | undefined): string {
  for (const { name, confidence } of chardet.analyse(sample(bytes))) {
    if (confidence < LEAST_CONFIDENCE || name === 'UTF-8' || name === 'ASCII') continue;
    const text = decode(bytes, name);
    if (text !== undefined) return text;
  }
  return refuse(declared === undefined ? 'it declares none' : `it is not ${declared}, which it says it is`);
}

function refuse(why: string): never {
  throw unreadable(`the text's encoding was not recognised (${why}): save it as UTF-8`);
}

/** Undefined where the bytes are not of this encoding, or there is none of this name. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // a RangeError for the name, a TypeError for the bytes
  }
}

function findMark([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  return undefined;
}

function prescan(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_LENGTH)).toString('latin1');
  return (
    /<meta\b[^>]{0,300}|<\?xml\b[^>]{0,300}/gi
      [Symbol.match](head)
      ?.find((tag) => findCharset(tag) !== undefined) ?? ''
  );
}

function findCharset(declaration: string): string | undefined {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(declaration)?.[1]?.toLowerCase();
}

/** UTF-16 without its mark, known by the zeros in every other byte of Latin letters. */
function findWide(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0] as [number, number];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  });
  const many = head.length / 5;
  if (zeros[1] > many && zeros[0] === 0) return 'utf-16le';
  return zeros[0] > many && zeros[1] === 0 ? 'utf-16be' : undefined;
}

/** The part of the bytes round the first one that is not ASCII. */
function sample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1000);
  return bytes.subarray(from, from + SAMPLE_LENGTH);
}
