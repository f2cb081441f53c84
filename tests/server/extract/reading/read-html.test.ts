import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import { readHtml } from '../../../../server/extract/reading/read-html.ts';
import { newsPage, PROSE } from './pages.ts';

const article = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...fields })}</script>`;

describe('readHtml', () => {
  it('when a page is read, then its article is paragraphs, and menus, scripts and footers are no text', () => {
    const { text } = readHtml(newsPage('', [`One.&nbsp;<b>Anna</b>\n Exam&shy;ple ${PROSE}`, PROSE, PROSE]));
    expect(text.split('\n\n').slice(-3)).toEqual([`One. Anna Example ${PROSE}`, PROSE, PROSE]);
    expect(text).not.toMatch(/Home|Terms|script|<p/);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('when a page states itself in JSON-LD, then that is taken, in a graph or a list too', () => {
    const fields = {
      datePublished: '2025-03-13T23:30:00+03:00',
      author: [{ name: 'Anna Example' }, { name: 'Bob Sample' }],
      publisher: { name: 'The Example' },
    };
    const expected = {
      publishedAt: '2025-03-13',
      author: 'Anna Example, Bob Sample',
      publisher: 'The Example',
    };
    expect(readHtml(newsPage(article(fields)))).toMatchObject(expected);
    const graph = JSON.stringify([
      { '@graph': [{ '@type': 'Person' }, { '@type': ['NewsArticle'], ...fields }] },
    ]);
    expect(readHtml(newsPage(`<script type="application/ld+json">${graph}</script>`))).toMatchObject(
      expected,
    );
  });

  it('when it states itself in meta elements, then these are taken', () => {
    const head = `<meta property="og:site_name" content="The Example"><meta name="author" content="By Anna Example">
      <meta property="article:published_time" content="2025-03-13T08:00:00Z"><meta property="og:title" content="Talks go on">`;
    expect(readHtml(newsPage(head))).toMatchObject({
      title: 'Talks go on',
      publisher: 'The Example',
      author: 'Anna Example',
      publishedAt: '2025-03-13',
      language: 'en-GB',
    });
  });

  it('when only a time element tells the day, then that is taken', () => {
    expect(
      readHtml(newsPage('', [`<time datetime="2017-05-12">May</time> ${PROSE}`, PROSE])).publishedAt,
    ).toBe('2017-05-12');
  });

  it('when what is stated is broken or unclear, then it is left out', () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle", </script>
      <meta name="date" content="03/04/2025"><meta property="article:author" content="https://social.example/anna">`;
    const stated = readHtml(newsPage(head));
    expect(stated.publishedAt).toBeUndefined();
    expect(stated.author).toBeUndefined();
  });

  it('when tags are missing or broken, then what there is is read', () => {
    expect(readHtml(`<p>${PROSE}<p>${PROSE}`).text).toBe(`${PROSE}\n\n${PROSE}`);
    expect(readHtml('1 < 2 and <<<<').text).toContain('1 < 2 and');
    expect(readHtml('Talks<br>go on').text).toBe('Talks\ngo on');
    expect(readHtml('').text).toBe('');
  });

  it('when a page is too large to weigh, then its article is read as it stands', () => {
    const { text, title } = readHtml(newsPage('', Array<string>(9000).fill('<i>Talks</i> go on.')));
    expect(text.split('\n\n')).toHaveLength(9001);
    expect(title).toBe('Talks go on');
    const deep = `<body>${'<div>'.repeat(200)}<p>${PROSE}</p>${'</div>'.repeat(200)}</body>`;
    expect(readHtml(deep).text).toBe(PROSE);
  });

  it('when a page is too large for a tree, then it is refused', () => {
    const pages = [
      '<div>'.repeat(501),
      '<b>x</b>'.repeat(50_001),
      `<p ${'a=1 '.repeat(60_001)}>`,
      '&nbsp;'.repeat(50_001),
      '<'.repeat(50_001),
    ];
    for (const page of pages) expect(() => readHtml(page)).toThrow(OnrecordError);
    expect(() => readHtml('<div>'.repeat(501))).toThrow(
      'the page is too large: expected at most 500 elements inside one another, found 501',
    );
  });

  it('when a page is large in its text alone, then it is read', () => {
    const sentence = 'Talks go on, and on. ';
    expect(readHtml(`<p>${sentence.repeat(200_000)}</p>`).text).toHaveLength(sentence.length * 200_000 - 1);
  });
});
