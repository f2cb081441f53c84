import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  FRAME_BOUNDS,
  parseMeasure,
  toEmbedSnippet,
} from '../../../../client/panels/export/embed-snippet.ts';

const ADDRESS = 'https://news.example/embed?pair=a..b&stance=positive&v=3';

/** What a browser makes of the snippet in a page. */
function read(snippet: string) {
  const { document } = parseHTML(
    `<!doctype html><html><body><p>Before</p>${snippet}<p>After</p></body></html>`,
  );
  return {
    elements: [...document.body.children].map(({ localName }) => localName),
    frame: document.querySelector('iframe'),
  };
}

describe('the HTML of an embedded picture', () => {
  it('when it is made, then it is one frame of that address, title and size', () => {
    const { elements, frame } = read(
      toEmbedSnippet({ address: ADDRESS, title: 'Who', width: 640, height: 420 }),
    );

    expect(elements).toEqual(['p', 'iframe', 'p']);
    expect(frame?.getAttribute('src')).toBe(ADDRESS);
    expect(frame?.getAttribute('title')).toBe('Who');
    expect([frame?.getAttribute('width'), frame?.getAttribute('height')]).toEqual(['640', '420']);
    expect(frame?.getAttribute('loading')).toBe('lazy');
  });

  it('when no width is given, then it takes all there is', () => {
    const snippet = toEmbedSnippet({ address: ADDRESS, title: 'Who', width: null, height: 420 });
    expect(read(snippet).frame?.getAttribute('width')).toBe('100%');
  });

  it('when title and address hold any text, then it stays text: nothing leaves its attribute', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom(
        '"><script>alert(1)</script>',
        "' onload='x",
        '</iframe><img src=x onerror=1>',
        '&quot;&amp;',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const address = `https://news.example/embed?publisher=${text}`;
        const snippet = toEmbedSnippet({ address, title, width: 300, height: 200 });
        const inside = snippet.slice('<iframe '.length, snippet.lastIndexOf('></iframe>'));

        expect(snippet.startsWith('<iframe ') && snippet.endsWith('></iframe>')).toBe(true);
        expect(inside).not.toMatch(/[<>]/);
        // Name and value in double quotes, and nothing between them.
        expect(inside).toMatch(/^(?:[a-z]+="[^"]*" ?){6}$/);
        const { elements, frame } = read(snippet);
        expect(elements).toEqual(['p', 'iframe', 'p']);
        expect(frame?.getAttribute('title')).toBe(title);
        expect(frame?.getAttribute('src')).toBe(address);
      }),
    );
  });

  it.each([
    ['640', 640],
    [' 280 ', 280],
    ['279', undefined],
    ['2001', undefined],
    ['', undefined],
    ['12e3', undefined],
    ['-300', undefined],
    ['100%', undefined],
  ])('when the width %j is typed, then it is read as %s', (text, expected) => {
    expect(parseMeasure(text, FRAME_BOUNDS.width)).toBe(expected);
  });
});
