/** The next number whenever the files of a site are written in another way: a page reads its own number alone. */
export const SITE_FORMAT = 1;

/** The name of the `<meta>` whose content is the manifest: a page that has it is one of a site. */
export const SITE_META = 'onrecord-site';

/** The files of a site's data, by what is in them; see docs/formats-site.md. */
export const SITE_PARTS = ['picture', 'network', 'words', 'texts'] as const;
export type SitePart = (typeof SITE_PARTS)[number];

/** What a published site says of itself, in its page and in `onrecord-site.json`. */
export interface SiteManifest {
  readonly format: typeof SITE_FORMAT;
  /** The dataset's. */
  readonly version: number;
  /** A day, ISO 8601. */
  readonly publishedOn: string;
  /** Who publishes it, or what it is of; null where nothing was said. */
  readonly title: string | null;
  /** A mail address or an http(s) address for corrections; null where none was given. */
  readonly contact: string | null;
  /** The address of the API that `picture` is the answer to. */
  readonly pictureOf: string;
  /** Paths below the page. */
  readonly files: Readonly<Record<SitePart, string>>;
}

/** The manifest in a text; undefined where it is none, or of another format. What else stands in it is passed over. */
export function parseSiteManifest(text: string): SiteManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { format, version, publishedOn, title, contact, pictureOf, files } = value as Partial<
    Record<keyof SiteManifest, unknown>
  >;
  const isWhole =
    format === SITE_FORMAT &&
    Number.isSafeInteger(version) &&
    typeof publishedOn === 'string' &&
    typeof pictureOf === 'string' &&
    isTextOrNull(title) &&
    isTextOrNull(contact) &&
    hasFiles(files);
  if (!isWhole) return undefined;
  return { format, version: version as number, publishedOn, title, contact, pictureOf, files };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function hasFiles(value: unknown): value is SiteManifest['files'] {
  if (typeof value !== 'object' || value === null) return false;
  return SITE_PARTS.every((part) => typeof (value as Partial<Record<SitePart, unknown>>)[part] === 'string');
}
