import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, toXmlText, toXmlToken } from '../../../graph-data/formats/xml.ts';
import { hostileText } from './hostile-text.ts';

describe('toXmlText', () => {
  it('when the text is legal, then it comes back as it is', () => {
    const text = 'Zelenskyy\u2019s\tna\u00efve \u{1f1fa}\u{1f1e6}\r\n \u0085\u2028\ufffd\u{1ffff}';
    expect(toXmlText(text)).toBe(text);
  });

  it('when XML forbids a character, then it is gone', () => {
    expect(toXmlText('a\u0000b\u0008c\u000bd\u000ce\u001ff\ufffeg\uffffh')).toBe('abcdefgh');
  });

  it('when a surrogate stands alone, then it is U+FFFD, and a pair is left', () => {
    expect(toXmlText('\ud83d|\ude00|\ud83d\ude00|\ude00\ud83d')).toBe('\ufffd|\ufffd|\u{1f600}|\ufffd\ufffd');
  });

  it('when only a forbidden character parts two surrogates, then they do not become a pair', () => {
    expect(toXmlText('\ud83d\u0000\ude00')).toBe('\ufffd\ufffd');
  });

  it('when any text was made legal, then it is legal: XML 1.0 allows each code point, and again changes nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const legal = toXmlText(text);
        for (const char of legal) expect(isXmlChar(char.codePointAt(0) ?? -1)).toBe(true);
        expect(toXmlText(legal)).toBe(legal);
      }),
    );
  });
});

describe('toXmlToken', () => {
  it('when there is loose space, then each run is one space and the ends have none', () => {
    expect(toXmlToken(' \n prays \t for\r\n him ')).toBe('prays for him');
    expect(toXmlToken('\n')).toBe('');
    expect(toXmlToken('a \u0000 b')).toBe('a b');
  });

  it('when the space is no XML space, then it stays', () => {
    expect(toXmlToken('\u00a0a\u00a0\u00a0b\u2003')).toBe('\u00a0a\u00a0\u00a0b\u2003');
  });
});

describe('escapeXml', () => {
  it('when the text holds markup, then it is escaped', () => {
    expect(escapeXml(`<a href="x">Q&A ]]> 'y'</a>`)).toBe(
      `&lt;a href=&quot;x&quot;&gt;Q&amp;A ]]&gt; 'y'&lt;/a&gt;`,
    );
  });

  it('when the text holds tabs or line ends, then they are character references', () => {
    expect(escapeXml('a\tb\nc\rd\u0085e\u2028f')).toBe('a&#9;b&#10;c&#13;d&#133;e&#8232;f');
  });

  it('when any text is escaped, then undoing the references gives toXmlText of it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(unescape(escapeXml(text))).toBe(toXmlText(text));
      }),
    );
  });
});

/** https://www.w3.org/TR/xml/#NT-Char */
function isXmlChar(code: number): boolean {
  return (
    [0x9, 0xa, 0xd].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Fails on a raw `<` or `"` or a bare `&`: each must be part of a reference. */
function unescape(xml: string): string {
  expect(xml).not.toMatch(/[<>"\t\n\r]/);
  return xml.replace(/&(?:#(\d+)|(\w+));|&/g, (reference, code?: string, name?: string) => {
    const char = code === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(code));
    if (char === undefined) throw new Error(`unknown reference ${reference}`);
    return char;
  });
}
