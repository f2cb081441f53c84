import { describe, expect, it } from 'vitest';
import { isSameDocument, toDocumentKey } from '../../../../server/extract/reading/document-key.ts';

const TEXT = 'José met Anna.\nThey spoke.';
const key = (publisher?: string, url?: string, text = TEXT): ReturnType<typeof toDocumentKey> =>
  toDocumentKey({ text, publisher, url });

describe('toDocumentKey', () => {
  it('when the same text is written otherwise, then its key is the same', () => {
    expect(key('A', undefined, '\uFEFFJose\u0301 met Anna.\r\nThey spoke.').sha256).toBe(key('A').sha256);
    expect(key('A', undefined, 'José met Ann.').sha256).not.toBe(key('A').sha256);
  });

  it('when there is no publisher or address, then none is in the key', () => {
    expect(Object.keys(key(' ', 'not an address'))).toEqual(['sha256']);
  });
});

describe('isSameDocument', () => {
  it('when the same text is from the same publisher or address, then it is one document', () => {
    expect(isSameDocument(key('The Exámple'), key('the  example'))).toBe(true);
    expect(
      isSameDocument(
        key('A', 'https://www.news.example/a/?utm_source=x#top'),
        key('B', 'http://news.example/a'),
      ),
    ).toBe(true);
  });

  it('when the publisher or the text is another, then it is another document', () => {
    expect(isSameDocument(key('A'), key('B'))).toBe(false);
    expect(isSameDocument(key(), key())).toBe(false);
    expect(
      isSameDocument(key('A', 'https://news.example/a?id=1'), key('B', 'https://news.example/a?id=2')),
    ).toBe(false);
    expect(isSameDocument(key('A'), key('A', undefined, 'Another text.'))).toBe(false);
  });
});
