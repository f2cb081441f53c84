import { unreadable } from './reading-error.ts';

export type DocumentFormat = 'text' | 'markdown' | 'html';

const BY_MEDIA_TYPE: Readonly<Record<string, DocumentFormat>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
};
const BY_EXTENSION: Readonly<Record<string, DocumentFormat>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
};
const HTML_BEGINNING =
  /^\uFEFF?\s{0,1000}(?:<\?xml[^>]{0,300}>\s{0,1000})?(?:<!--[^>]{0,1000}-->\s{0,1000})?<(?:!doctype\s+html|html[\s>])/i;
const XML_BEGINNING = /^\uFEFF?\s{0,1000}<\?xml\s/i;

/** What stands before the parameters of a Content-Type, in small letters: `text/html`. */
export function toBareMediaType(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** True for the media types a document may come in over HTTP: any text, and XHTML. */
export function isReadableMediaType(mediaType: string): boolean {
  const bare = toBareMediaType(mediaType);
  return /^text\/[\w.+-]+$/.test(bare) || bare === 'application/xhtml+xml';
}

/**
 * How a text is to be read: as its media type says, else by the name's extension, else, and where both only say "text", by
 * how it begins. Throws OnrecordError `unreadable-document` for a media type that is none of text, and for XML that is no page.
 */
export function chooseFormat(text: string, name: string, mediaType?: string): DocumentFormat {
  const bare = toBareMediaType(mediaType ?? '');
  const isUnsaid = bare === '' || bare === 'application/octet-stream';
  if (!isUnsaid && !isReadableMediaType(bare))
    throw unreadable(`expected text, Markdown or HTML, found ${bare.slice(0, 100)}`);
  const said = BY_MEDIA_TYPE[bare] ?? BY_EXTENSION[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (said !== undefined) return said;
  if (HTML_BEGINNING.test(text)) return 'html';
  if (XML_BEGINNING.test(text)) throw unreadable('expected text, Markdown or HTML, found an XML file');
  return 'text';
}
