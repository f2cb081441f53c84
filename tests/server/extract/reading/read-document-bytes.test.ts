import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import type { DocumentSource } from '../../../../server/extract/reading/read-document-bytes.ts';
import {
  LARGEST_DOCUMENT,
  readDocumentBytes,
} from '../../../../server/extract/reading/read-document-bytes.ts';
import { newsPage, PROSE, toBytes } from './pages.ts';

const refusal = (bytes: Uint8Array, source: DocumentSource): Promise<unknown> =>
  readDocumentBytes(bytes, source).then(
    () => 'was read',
    (error: unknown) => (error instanceof OnrecordError ? `${error.code}: ${error.message}` : error),
  );

describe('readDocumentBytes of a text', () => {
  it('when line ends, byte order mark and accents differ, then the text is NFC with \\n and otherwise as it was', async () => {
    const bytes = toBytes('\uFEFFA first line\r\n\r\n  Jose\u0301 met Anna. \rThey spoke.\n');
    const document = await readDocumentBytes(bytes, { name: 'a.txt' });
    expect(document.text).toBe('A first line\n\n  José met Anna. \nThey spoke.\n');
    expect(document.title).toBe('A first line');
  });

  it('when the first line is a sentence or the only one, then the file gives the title', async () => {
    const read = (text: string): Promise<{ title: string }> =>
      readDocumentBytes(toBytes(text), { name: 'in/Talks in May.txt' });
    expect((await read('They met.\nThey spoke.')).title).toBe('Talks in May');
    expect((await read('no full stop')).title).toBe('Talks in May');
  });

  it('when nothing is stated, then only text, title and what its words tell are given', async () => {
    expect(await readDocumentBytes(toBytes(PROSE), { name: 'a.txt' })).toEqual({
      text: PROSE,
      title: 'a',
      language: 'en',
    });
  });

  it.each([
    ['a PDF document', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['a PNG image', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    ['a ZIP archive', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1')],
    ['an RTF document', Buffer.from('{\\rtf1\\ansi Talks}')],
    ['a gzip archive', gzipSync('Talks')],
    ['NUL characters', Buffer.from('Talks\0go on')],
    ['control characters', Buffer.from('Talks \x01\x02\x03 go on')],
  ])('when it is %s renamed .txt, then it is refused and named', async (name, bytes) => {
    const reason = await refusal(bytes, { name: 'a.txt', mediaType: 'text/plain' });
    expect(reason).toMatch(/^unreadable-document: expected text/);
    expect(reason).toContain(name);
  });

  it('when a report merely speaks of a mark, then it is a text', async () => {
    expect(
      (await readDocumentBytes(toBytes('The file began with %PDF- and ended.'), { name: 'a' })).title,
    ).toBe('a');
  });

  it('when it is empty, too large, of another media type or XML, then the reason says so', async () => {
    expect(await refusal(toBytes(''), { name: 'a.txt' })).toBe(
      'unreadable-document: expected text, found none',
    );
    expect(await refusal(toBytes(' \n\uFEFF\n'), { name: 'a.txt' })).toBe(
      'unreadable-document: expected text, found none',
    );
    expect(await refusal(new Uint8Array(LARGEST_DOCUMENT + 1), { name: 'a' })).toBe(
      'body-too-large: expected at most 5 MB, found 5.0 MB',
    );
    expect(await refusal(toBytes('x'), { name: 'a', mediaType: 'application/json' })).toMatch(
      /found application\/json$/,
    );
    expect(await refusal(toBytes('<?xml version="1.0"?><rss/>'), { name: 'a' })).toMatch(
      /found an XML file$/,
    );
  });

  it('when it has more sentences than can be read, then it is refused; one endless sentence is not', async () => {
    expect(await refusal(toBytes('No. '.repeat(100_001)), { name: 'a' })).toMatch(
      /at most 100000 sentences$/,
    );
    expect(await refusal(toBytes('no full stop\n'.repeat(100_001)), { name: 'a' })).toMatch(
      /at most 100000 sentences$/,
    );
    expect(await refusal(toBytes('word '.repeat(50_000)), { name: 'a' })).toBe('was read');
  });

  it('when the bytes are anything, then there is a text or a reason of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html'),
        async (bytes, name) => {
          const outcome = await refusal(bytes, { name });
          expect(outcome).toMatch(/^(?:was read|unreadable-document: )/);
        },
      ),
    );
  });
});

describe('readDocumentBytes of a page', () => {
  it('when a page was fetched, then host and address stand in for what it does not state', async () => {
    const url = 'https://www.news.example/talks?id=1#top';
    const document = await readDocumentBytes(toBytes(newsPage('')), {
      name: url,
      mediaType: 'text/html',
      url,
    });
    expect(document).toMatchObject({
      publisher: 'news.example',
      url: 'https://www.news.example/talks?id=1',
      language: 'en-GB',
    });
    expect(document).not.toHaveProperty('publishedAt');
    expect(document).not.toHaveProperty('author');
  });

  it('when a page calls another address its own, then that counts only on the same host', async () => {
    const read = (canonical: string): Promise<{ url?: string }> =>
      readDocumentBytes(toBytes(newsPage(`<link rel="canonical" href="${canonical}">`)), {
        name: 'a',
        mediaType: 'text/html',
        url: 'https://news.example/a?from=mail',
      });
    expect((await read('/a')).url).toBe('https://news.example/a');
    expect((await read('https://other.example/a')).url).toBe('https://news.example/a?from=mail');
    expect((await read('javascript:alert(1)')).url).toBe('https://news.example/a?from=mail');
  });

  it('when the page says a language its words are not in, then the words count', async () => {
    const german =
      'Der Gesandte sagte am Montag, sein Land werde die Gespräche fortsetzen, die im Mai begonnen hatten.';
    const document = await readDocumentBytes(toBytes(newsPage('', Array<string>(4).fill(german))), {
      name: 'a.html',
    });
    expect(document.language).toBe('de');
  });

  it('when a page has no extension and no media type, then its beginning tells', async () => {
    const document = await readDocumentBytes(toBytes(newsPage('')), { name: 'saved' });
    expect(document.text.startsWith('<')).toBe(false);
  });

  it('when a page holds no text but scripts, then it is refused', async () => {
    const page = `<html><body>${'<script>document.write("text")</script>'.repeat(5000)}</body></html>`;
    expect(await refusal(toBytes(page), { name: 'a.html' })).toBe(
      'unreadable-document: expected text, found none',
    );
  });
});
