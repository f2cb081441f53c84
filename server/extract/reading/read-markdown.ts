import { parse } from 'yaml';
import { toStatedDay } from './stated-day.ts';
import type { StatedDocument } from './stated-document.ts';

const LONGEST_FRONT_MATTER = 20_000;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}|=+ *)$/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const CLOSING_MARKS = /[ \t]#+[ \t]*$/;
const ITEM = /^\s{0,20}(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const QUOTE = /^(?: {0,3}> ?){1,50}/;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s+\S/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{2,}[-|: \t]*$/;
/** Longer lines are prose, whatever they begin with. */
const LONGEST_MARK_LINE = 2000;

/**
 * Markdown as plain text, by few rules of our own: a report's marks are headings, emphasis, links, lists and quotations, and
 * every mark left inside a sentence (`**Anna** Example`) would part a name or stand in a quote that people read. Lines of one
 * paragraph become one line, as Markdown has it: sentences would else be cut at the line's end. Lists, headings and quoted
 * paragraphs are paragraphs; code keeps its lines; pictures, comments, tags and link targets are left out.
 * What its front matter (YAML between `---`) states is taken over. Never throws; linear in the text.
 */
export function readMarkdown(markdown: string): StatedDocument {
  const { stated, body } = takeFrontMatter(markdown);
  const { text, heading } = toPlainText(body);
  const day = stated['date'] ?? stated['publishedAt'] ?? stated['published'];
  return {
    text,
    title: stated['title'] ?? heading ?? '',
    publisher: stated['publisher'] ?? stated['source'] ?? stated['site'],
    author: stated['author'] ?? stated['authors'],
    publishedAt: day === undefined ? undefined : toStatedDay(day),
    language: stated['language'] ?? stated['lang'],
    url: stated['url'] ?? stated['canonical'],
  };
}

function takeFrontMatter(markdown: string): { stated: Readonly<Record<string, string>>; body: string } {
  const end = markdown.startsWith('---\n') ? markdown.indexOf('\n---\n', 3) : -1;
  if (end === -1 || end > LONGEST_FRONT_MATTER) return { stated: {}, body: markdown };
  try {
    const values = parse(markdown.slice(4, end), { schema: 'failsafe', maxAliasCount: 0 }) as unknown;
    if (typeof values !== 'object' || values === null) return { stated: {}, body: markdown };
    const texts = Object.entries(values).map(([key, value]) => [
      key,
      [value as unknown].flat().join(', ').trim(),
    ]);
    return {
      stated: Object.fromEntries(texts.filter(([, text]) => text !== '')) as Record<string, string>,
      body: markdown.slice(end + 5),
    };
  } catch {
    return { stated: {}, body: markdown }; // two rules round text that is no YAML
  }
}

function toPlainText(body: string): { text: string; heading: string | undefined } {
  const paragraphs: string[] = [];
  let open: string[] = [];
  let heading: string | undefined;
  let isCode = false;
  const finish = (): void => {
    if (open.length > 0) paragraphs.push(open.join(isCode ? '\n' : ' '));
    open = [];
  };
  for (const source of body.replace(/<!--[^]*?(?:-->|$)/g, '').split('\n')) {
    if (FENCE.test(source)) {
      finish();
      isCode = !isCode;
      continue;
    }
    if (isCode) {
      open.push(source);
      continue;
    }
    const line = source.replace(QUOTE, '').trimEnd();
    // A line of = or - under a paragraph makes it a heading; either way the paragraph ends.
    if (line === '' || isMarkAlone(line)) finish();
    else if (HEADING.test(line)) {
      finish();
      const words = toPlainLine(line.replace(HEADING, '').replace(CLOSING_MARKS, ''));
      if (words !== '') paragraphs.push(words);
      if (heading === undefined && words !== '') heading = words;
    } else {
      if (ITEM.test(line)) finish();
      const words = toPlainLine(line.replace(ITEM, ''));
      if (words !== '') open.push(words);
      if (source.endsWith('  ') || source.endsWith('\\') || line.startsWith('|')) finish();
    }
  }
  finish();
  return { text: paragraphs.join('\n\n'), heading };
}

/** True for a line that is a rule, an underline, a table's divider or a link's definition: no text of its own. */
function isMarkAlone(line: string): boolean {
  return line.length <= LONGEST_MARK_LINE && [RULE, DEFINITION, TABLE_RULE].some((mark) => mark.test(line));
}

/** Marks that are to stay stand for a while as characters of private use, which no rule reads. */
const HIDDEN_FROM = 0xe000;
const HIDDEN = /[\uE000-\uE07F]/g;

function hide(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (mark) => String.fromCharCode(HIDDEN_FROM + mark.charCodeAt(0)));
}

/** A line without its inline marks; escaped marks stay as characters. */
function toPlainLine(line: string): string {
  return line
    .replace(HIDDEN, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => hide(mark))
    .replace(/`([^`]{1,500})`/g, (_, code: string) => hide(code))
    .replace(/<(https?:\/\/[^\s<>]{1,2000})>/g, (_, url: string) => hide(url))
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/!\[[^[\]]{0,500}\](?:\([^()\s]{0,2000}(?:\s[^()]{0,500})?\)|\[[^[\]]{0,200}\])/g, '')
    .replace(
      /\[([^[\]]{1,1000})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s[^()]{0,500})?\)|\[[^[\]]{0,200}\])/g,
      '$1',
    )
    .replace(/\[\^[^[\]\s]{1,50}\]/g, '')
    .replace(/(\*{1,3})(?=\S)([^*]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~([^~]{1,2000})~~/g, '$1')
    .replace(/^[ \t]*\||\|$/g, '')
    .replace(/\\$/, '')
    .replace(HIDDEN, (mark) => String.fromCharCode(mark.charCodeAt(0) - HIDDEN_FROM))
    .trim();
}
