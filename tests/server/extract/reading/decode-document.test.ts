import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import { decodeDocument } from '../../../../server/extract/reading/decode-document.ts';
import { toBytes } from './pages.ts';

const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
/** Cyrillic small and capital letters as Windows-1251 has them. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
const RUSSIAN = 'Посланник сказал в понедельник, что его страна продолжит переговоры, начатые в мае. ';

describe('decodeDocument', () => {
  it('when there is a byte order mark, then it decides, and is left out', () => {
    expect(decodeDocument(toBytes('\uFEFFé'), 'text/plain; charset=koi8-r')).toBe('é');
    expect(decodeDocument(utf16('\uFEFFé is'))).toBe('é is');
    expect(decodeDocument(utf16('\uFEFFé is', true))).toBe('é is');
  });

  it('when UTF-16 lacks its mark, then its zeros tell', () => {
    expect(decodeDocument(utf16('The talks go on.'))).toBe('The talks go on.');
    expect(decodeDocument(utf16('The talks go on.', true))).toBe('The talks go on.');
  });

  it('when the bytes are UTF-8 and something else is declared, then they are UTF-8', () => {
    expect(decodeDocument(toBytes('“José”'), 'text/html; charset=iso-8859-1')).toBe('“José”');
    expect(decodeDocument(toBytes('plain'), 'text/html; charset=no-such')).toBe('plain');
  });

  it('when HTTP and the page declare, then HTTP goes before', () => {
    const page = windows1251(`<meta charset="koi8-r">${RUSSIAN}`);
    expect(decodeDocument(page, 'text/html; charset="Windows-1251"')).toContain(RUSSIAN);
    expect(decodeDocument(windows1251(`<meta charset=windows-1251>${RUSSIAN}`))).toContain(RUSSIAN);
    expect(decodeDocument(windows1251(`<?xml version="1.0" encoding="windows-1251"?>${RUSSIAN}`))).toContain(
      RUSSIAN,
    );
    const equiv = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">${RUSSIAN}`;
    expect(decodeDocument(windows1251(equiv))).toContain(RUSSIAN);
  });

  it('when nothing is declared, then the letters tell', () => {
    expect(decodeDocument(windows1251(RUSSIAN.repeat(3)))).toBe(RUSSIAN.repeat(3));
    const western =
      'The envoy said \x93we go on\x94 and José agreed. It is the café\x92s talk of the day, and of the night. ';
    expect(decodeDocument(Buffer.from(western.repeat(3), 'latin1'))).toContain('“we go on” and José');
  });

  it('when UTF-8 is declared and the bytes are not, then they are recognised all the same', () => {
    expect(decodeDocument(windows1251(RUSSIAN.repeat(3)), 'text/plain; charset=utf-8')).toBe(
      RUSSIAN.repeat(3),
    );
  });

  it('when an encoding is written in ASCII alone, then what is declared is believed', () => {
    const japanese = Buffer.from('\x1b$B$"\x1b(B', 'latin1');
    expect(decodeDocument(japanese, 'text/plain; charset=iso-2022-jp')).toBe('あ');
  });

  it('when no encoding reads the bytes, then it is refused with the reason', () => {
    for (const bytes of [Uint8Array.of(0xef, 0xbb, 0xbf, 0xff), Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0)])
      expect(() => decodeDocument(bytes)).toThrow(OnrecordError);
    expect(() => decodeDocument(Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0))).toThrow(
      "the text's encoding was not recognised (it begins as UTF-32LE and does not go on so): save it as UTF-8",
    );
  });
});
