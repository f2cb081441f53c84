import { toStatedDay } from './stated-day.ts';

/** What a page states about itself; undefined where it does not. */
export interface PageMetadata {
  readonly siteName: string | undefined;
  readonly author: string | undefined;
  /** EDTF. */
  readonly publishedAt: string | undefined;
  /** BCP 47. */
  readonly language: string | undefined;
  /** The address it says is its own. */
  readonly canonicalUrl: string | undefined;
}

const LARGEST_JSON = 500_000;
const MOST_JSON_OBJECTS = 500;
const ARTICLE_TYPE = /Article$|^(?:Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;
const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'citation_publication_date',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.issued',
  'dc.date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'pubdate',
  'date',
];
const TIMES = ['time[itemprop~="datePublished"]', 'time[pubdate]', 'article time', 'main time'];

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a page states about itself in JSON-LD (schema.org articles), else in `meta`, else in `time` elements. Only what is
 * stated: a day that is unclear is left out, a byline that is an address too. Never throws.
 */
export function readPageMetadata(document: Document): PageMetadata {
  const meta = readMeta(document);
  const article = readArticle(document);
  const siteName = nameOf(article?.['publisher']) ?? meta.get('og:site_name') ?? meta.get('application-name');
  const author =
    nameOf(article?.['author']) ?? meta.get('author') ?? meta.get('article:author') ?? meta.get('dc.creator');
  return {
    siteName: siteName?.slice(0, 200),
    author: author === undefined || /^https?:/.test(author) ? undefined : toAuthor(author),
    publishedAt: findPublished(document, meta, article),
    language: findLanguage(document, meta),
    canonicalUrl:
      document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? meta.get('og:url'),
  };
}

/** A byline without its "By"; undefined where nothing is left. */
export function toAuthor(byline: string): string | undefined {
  const author = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by:? /i, '')
    .slice(0, 200)
    .trim();
  return author === '' ? undefined : author;
}

/** `meta` elements by name, property or itemprop in small letters; the first of a name stands. */
function readMeta(document: Document): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((key) => element.getAttribute(key))
      .find(Boolean);
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim() ?? '';
    const key = name?.trim().toLowerCase();
    if (key !== undefined && content !== '' && !meta.has(key)) meta.set(key, content);
  }
  return meta;
}

/** The first object of the page's JSON-LD that is an article, at the top, in a list or in a graph. */
function readArticle(document: Document): JsonObject | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const queue: unknown[] = [parseJson(script.textContent)];
    for (let at = 0; at < queue.length && at < MOST_JSON_OBJECTS; at += 1) {
      const item = queue[at];
      if (Array.isArray(item)) queue.push(...(item as unknown[]).slice(0, MOST_JSON_OBJECTS));
      else if (isObject(item)) {
        if ([item['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)))
          return item;
        queue.push(item['@graph'], item['mainEntity']);
      }
    }
  }
  return undefined;
}

function parseJson(text: string): unknown {
  if (text.length > LARGEST_JSON) return undefined;
  try {
    return JSON.parse(
      text
        .trim()
        .replace(/^<!\[CDATA\[/, '')
        .replace(/\]\]>$/, ''),
    );
  } catch {
    return undefined; // pages carry broken JSON, which states nothing
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

/** The name of a person or body in JSON-LD, of several with commas. */
function nameOf(value: unknown): string | undefined {
  const names = [value].flat().map((one) => (isObject(one) ? one['name'] : one));
  const texts = names
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/\s+/g, ' ').trim());
  return texts.filter((name) => name !== '').join(', ') || undefined;
}

function findPublished(
  document: Document,
  meta: ReadonlyMap<string, string>,
  article: JsonObject | undefined,
): string | undefined {
  const inJson = article?.['datePublished'];
  const stated = [
    typeof inJson === 'string' ? inJson : undefined,
    ...DATE_NAMES.map((name) => meta.get(name)),
  ];
  for (const text of stated) {
    const day = toStatedDay(text ?? '');
    if (day !== undefined) return day;
  }
  for (const selector of TIMES) {
    const time = document.querySelector(selector);
    const day = toStatedDay(time?.getAttribute('datetime') ?? time?.textContent ?? '');
    if (day !== undefined) return day;
  }
  return undefined;
}

function findLanguage(document: Document, meta: ReadonlyMap<string, string>): string | undefined {
  const stated =
    document.documentElement.getAttribute('lang') ||
    document.documentElement.getAttribute('xml:lang') ||
    (meta.get('content-language') ?? meta.get('og:locale') ?? meta.get('inlanguage') ?? '');
  const tag = stated.trim().replaceAll('_', '-');
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}
