import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { HtmlSize } from './measure-html.ts';
import { measureHtml } from './measure-html.ts';
import type { PageMetadata } from './page-metadata.ts';
import { readPageMetadata, toAuthor } from './page-metadata.ts';
import { unreadable } from './reading-error.ts';
import type { StatedDocument } from './stated-document.ts';
import { toParagraphs } from './to-paragraphs.ts';

/** Above these no tree is built: the time to build one grows with their product. The largest real pages have a tenth. */
const MOST_ELEMENTS = 50_000;
const MOST_LEVELS = 500;
const MOST_ATTRIBUTES = 60_000;
const MOST_PIECES = 20_000;
/** Above these Readability takes seconds, and above some thousand levels hours; the page is then read as it stands. */
const MOST_WEIGHED_ELEMENTS = 5000;
const MOST_WEIGHED_LEVELS = 60;
const MOST_WEIGHED_PIECES = 5000;
/** Never text of a report, and most of a page's elements. */
const NO_TEXT = 'script,style,noscript,template,iframe,object,embed,svg,canvas,link,form,nav';

/**
 * What a page holds: its main text as paragraphs, found by Mozilla's Readability, and what it states about itself. Nothing of
 * the page is run or loaded. A page too large to weigh gives its `article`, `main` or body whole, without menus and forms.
 * Throws OnrecordError `unreadable-document` for one too large to build a tree of.
 * Takes some seconds for the largest: call it where that may be.
 */
export function readHtml(html: string): StatedDocument {
  const size = measureHtml(html);
  refuseTooLarge(size);
  const document = parsePage(html);
  const metadata = readPageMetadata(document);
  for (const element of document.querySelectorAll(NO_TEXT)) element.remove();
  const pageTitle = toLine(document.title);
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? toLine(headings[0]?.textContent ?? '') : '';
  const isWeighed =
    size.depth <= MOST_WEIGHED_LEVELS &&
    size.pieces <= MOST_WEIGHED_PIECES &&
    document.querySelectorAll('*').length <= MOST_WEIGHED_ELEMENTS;
  const article = isWeighed ? weigh(document) : undefined;
  return {
    text: article?.text ?? readWhole(document),
    title: withoutSite(article?.title ?? pageTitle, heading),
    author: metadata.author ?? article?.author,
    ...toStated(metadata),
  };
}

function refuseTooLarge({ elements, depth, attributes, pieces }: HtmlSize): void {
  const counts = [
    [elements, MOST_ELEMENTS, 'elements'],
    [depth, MOST_LEVELS, 'elements inside one another'],
    [attributes, MOST_ATTRIBUTES, 'attributes'],
    [pieces, MOST_PIECES, 'character references and loose "<"'],
  ] as const;
  for (const [count, most, what] of counts)
    if (count > most)
      throw unreadable(`the page is too large: expected at most ${most} ${what}, found ${count}`);
}

function toStated(metadata: PageMetadata): Omit<StatedDocument, 'text' | 'title' | 'author'> {
  const { siteName, publishedAt, language, canonicalUrl } = metadata;
  return { publisher: siteName, publishedAt, language, url: canonicalUrl };
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A title without the name of the site after it ("Talks go on | The Example"), where the page's one heading shows where it ends. */
function withoutSite(title: string, heading: string): string {
  const hasSite =
    heading !== '' && title.startsWith(heading) && /^ [|–—·:»-] /.test(title.slice(heading.length));
  return hasSite ? heading : title;
}

/** A document whose root is `html`, as Readability expects: a page may leave out the tag, or put others before it. */
function parsePage(html: string): Document {
  const { document } = parseHTML(html);
  const root = document.documentElement as Element | null; // null in a page without elements, whatever the types say
  if (root?.nodeName.toLowerCase() === 'html') return document;
  return parseHTML(`<html><head></head><body>${html}</body></html>`).document;
}

/** What Readability takes for the article; undefined where it finds none. Changes the document. */
function weigh(
  document: Document,
): { text: string; title?: string; author?: string | undefined } | undefined {
  const whole = document.body.cloneNode(true);
  const article = new Readability<Node>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  const text = article?.content ? toParagraphs(article.content) : '';
  if (article === null || text === '') {
    document.body.replaceWith(whole); // it takes elements away even where it finds nothing
    return undefined;
  }
  const title = toLine(article.title ?? '');
  return { text, ...(title !== '' && { title }), author: toAuthor(article.byline ?? '') };
}

/** The text of the page's one article, else of its main part, else of all of it. */
function readWhole(document: Document): string {
  const articles = document.querySelectorAll('article');
  const main = articles.length === 1 ? articles[0] : document.querySelector('main');
  const text = main === undefined || main === null ? '' : toParagraphs(main);
  return text === '' ? toParagraphs(document.documentElement) : text;
}
