import { parseDate } from '../../../graph-data/model/dates.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { httpUrl } from '../../../graph-data/model/document.ts';
import { normaliseText } from '../../../graph-data/model/text.ts';
import { decodeDocument } from './decode-document.ts';
import { chooseFormat } from './document-format.ts';
import { findBinaryCharacters, findBinaryFormat } from './find-binary.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { unreadable } from './reading-error.ts';
import { recogniseLanguage } from './recognise-language.ts';
import type { StatedDocument } from './stated-document.ts';

/** Largest document, in bytes. */
export const LARGEST_DOCUMENT = 5 * 1024 * 1024;
export const MOST_SENTENCES = 100_000;
const LONGEST_TITLE = 500;
const LONGEST_NAME = 200;
/** A first line up to this long that ends no sentence is a title. */
const LONGEST_FIRST_LINE = 200;

export interface DocumentSource {
  /** File name, or whatever the document is called where it comes from; its title where it states none. */
  readonly name: string;
  /** Content-Type, with or without `charset`. */
  readonly mediaType?: string | undefined;
  /** The address it was fetched from. */
  readonly url?: string | undefined;
}

/** A document as read: text in NFC with `\n` line ends, and what it states about itself. */
export interface ReadDocument {
  readonly text: string;
  /** As stated, else its first line where that is no sentence, else the name without its extension. */
  readonly title: string;
  /** As stated, else the host it was fetched from. */
  readonly publisher?: string;
  readonly author?: string;
  /** EDTF, and only what the document states. */
  readonly publishedAt?: string;
  /** BCP 47: what its words are, which goes before what the page says; missing where neither is known. */
  readonly language?: string;
  /** The address the page calls its own, where that is on the host it was fetched from; else that which was fetched. */
  readonly url?: string;
}

/**
 * Reads text, Markdown or HTML. The text of a `.txt` file is kept character for character but for NFC, line ends and byte order
 * mark, so that offsets into the file hold. Throws OnrecordError with a sentence for the person who gave it: `body-too-large`
 * above {@link LARGEST_DOCUMENT} bytes; `unreadable-document` for binary data (naming what was found), an encoding that is not
 * recognised, a media type that is none of text, no text at all, more than {@link MOST_SENTENCES} sentences.
 */
export async function readDocumentBytes(bytes: Uint8Array, source: DocumentSource): Promise<ReadDocument> {
  if (bytes.length > LARGEST_DOCUMENT) {
    const detail = `expected at most ${LARGEST_DOCUMENT / 1024 / 1024} MB, found ${(bytes.length / 1024 / 1024).toFixed(1)} MB`;
    throw new OnrecordError('body-too-large', detail, [{ pointer: '/document', detail }]);
  }
  const binary = findBinaryFormat(bytes);
  if (binary !== undefined) throw unreadable(`expected text, Markdown or HTML, found ${binary}`);
  const decoded = decodeDocument(bytes, source.mediaType);
  const characters = findBinaryCharacters(decoded);
  if (characters !== undefined) throw unreadable(`expected text, Markdown or HTML, found ${characters}`);
  const stated = readStated(normaliseText(decoded), source);
  const text = normaliseText(stated.text);
  if (text.trim() === '') throw unreadable('expected text, found none');
  if (hasMoreSentences(text, MOST_SENTENCES))
    throw unreadable(`expected at most ${MOST_SENTENCES} sentences`);
  return toReadDocument(text, stated, source, await recogniseLanguage(text));
}

function readStated(text: string, { name, mediaType }: DocumentSource): StatedDocument {
  const format = chooseFormat(text, name, mediaType);
  if (format === 'html') return readHtml(text);
  if (format === 'markdown') return readMarkdown(text);
  const unstated = { publisher: undefined, author: undefined, publishedAt: undefined };
  return { text, title: '', ...unstated, language: undefined, url: undefined };
}

function hasMoreSentences(text: string, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(/[.!?…](?=["”’')\]]*\s)|[^\s.!?…]["”’')\]]?\n/g)) {
    count += 1;
    if (count >= most) return true;
  }
  return false;
}

function toReadDocument(
  text: string,
  stated: StatedDocument,
  source: DocumentSource,
  recognised: string | undefined,
): ReadDocument {
  const url = chooseUrl(stated.url, source.url);
  const host = url === undefined ? '' : new URL(url).hostname.replace(/^www\./, '');
  const publisher = toLine(stated.publisher, LONGEST_NAME) || host;
  const author = toLine(stated.author, LONGEST_NAME);
  const language = chooseLanguage(stated.language, recognised);
  const { publishedAt } = stated;
  return {
    text,
    title:
      toLine(stated.title, LONGEST_TITLE) ||
      findTitle(text) ||
      toLine(toBareName(source.name), LONGEST_TITLE) ||
      'Untitled',
    ...(publisher !== '' && { publisher }),
    ...(author !== '' && { author }),
    ...(publishedAt !== undefined && parseDate(publishedAt) !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
  };
}

/** White space run together, cut to a length between characters. */
function toLine(text: string | undefined, longest: number): string {
  const line = (text ?? '')
    .slice(0, longest * 10)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

function findTitle(text: string): string {
  const begin = text.slice(text.search(/\S/));
  const line = begin.slice(0, LONGEST_FIRST_LINE + 1).split('\n', 1)[0] ?? '';
  const hasMore = begin.length > line.length && begin.slice(line.length).trim() !== '';
  return line.length <= LONGEST_FIRST_LINE && hasMore && !/[.!?…,;:]["”’')\]]*\s*$/.test(line)
    ? line.trim()
    : '';
}

function toBareName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').replace(/\.\w{1,8}$/, '');
}

/** The tag the page gives where it agrees with its words (`en-GB`), else what the words are. */
function chooseLanguage(stated: string | undefined, recognised: string | undefined): string | undefined {
  const tag =
    stated !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(stated) ? stated : undefined;
  if (recognised === undefined) return tag;
  return tag?.toLowerCase().split('-')[0] === recognised ? tag : recognised;
}

function chooseUrl(stated: string | undefined, fetched: string | undefined): string | undefined {
  const own = toHttpUrl(stated, fetched);
  const from = toHttpUrl(fetched, undefined);
  if (own === undefined || from === undefined) return (own ?? from)?.href;
  const isSameHost = own.hostname.replace(/^www\./, '') === from.hostname.replace(/^www\./, '');
  return (isSameHost ? own : from).href;
}

function toHttpUrl(url: string | undefined, base: string | undefined): URL | undefined {
  const parsed = url === undefined ? null : URL.parse(url.trim(), base);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return undefined;
  parsed.hash = '';
  return httpUrl.safeParse(parsed.href).success ? parsed : undefined;
}
