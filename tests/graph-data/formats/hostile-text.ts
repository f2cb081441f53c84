import fc from 'fast-check';

const NASTY = [
  '&amp;',
  '&#0;',
  ']]>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?x?>',
  '"/>',
  "'",
  '\\',
  '\\n',
  '|',
  '[a, "b"]',
  ',',
  '\r\n',
  ' ',
  '\u0085',
  '\u2028',
  '\ufffe',
  '\u0000',
  '\ud83d',
  '\ude00',
  '\u{1f600}',
];

/**
 * Any text a file may meet: every code point, lone surrogates, control characters, and scraps of XML and list syntax
 * in between.
 */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ maxLength: 8 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
        .map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.integer({ min: 0, max: 0xa0 }), { maxLength: 4 })
        .map((units) => String.fromCharCode(...units)),
      fc.constantFrom(...NASTY),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
