// Everything outside XML 1.0's Char production (https://www.w3.org/TR/xml/#charsets); read by code points, so a
// surrogate matches only where it stands alone.
const ILLEGAL = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const MAY_BE_ILLEGAL = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;
// U+0085 and U+2028 are ordinary characters of XML 1.0, but XML 1.1 readers, and xmldom always, take them for line ends.
const SPECIAL = /[&<>"\t\n\r\u0085\u2028]/g;
// Either of these, as one class of all other characters: no more than a look-up for each.
const NEEDS_WORK = /[^ !#-%'-;=?-\u0084\u0086-\u2027\u2029-\ud7ff\ue000-\ufffd]/;
const LOOSE_SPACE = /^ | $| {2}|[\t\n\r]/;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * The text as XML 1.0 can hold it: characters it forbids (C0 controls except tab, newline and carriage return;
 * U+FFFE, U+FFFF) are gone, and each half of a broken surrogate pair is U+FFFD. All other text comes back as it is.
 */
export function toXmlText(text: string): string {
  if (!MAY_BE_ILLEGAL.test(text)) return text;
  return text.replace(ILLEGAL, (char) => (char >= '\ud800' && char <= '\udfff' ? '\ufffd' : ''));
}

/**
 * {@link toXmlText} as an xsd:token: no space at the ends, every run of spaces, tabs and line ends one space.
 * Readers that know the schema make this of it anyway; written so, all readers see the same.
 */
export function toXmlToken(text: string): string {
  const legal = toXmlText(text);
  if (!LOOSE_SPACE.test(legal)) return legal;
  return legal.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

/**
 * {@link toXmlText} escaped for element content and for attributes in double quotes, so that a reader gets back
 * exactly `toXmlText(text)`: tabs and line ends are character references, which readers do not normalise away.
 * Text with nothing to escape costs one scan and no copy.
 */
export function escapeXml(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  return toXmlText(text).replace(SPECIAL, (char) => REFERENCES[char] ?? `&#${char.charCodeAt(0)};`);
}
