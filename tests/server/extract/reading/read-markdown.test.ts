import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../server/extract/reading/read-markdown.ts';

describe('readMarkdown', () => {
  it('when it holds marks, then the sentences are left without them, a paragraph a line', () => {
    const markdown = `# Talks *go on*

**Anna Example** met [Bob Sample](https://news.example/a_(b) "who") in
_Ruritania_, said \`the desk\`.\\*

> She agreed,
> he did not.

- First ~~old~~ point[^1]
2. Second <b>point</b> ![a picture](x.png)

Heading below
=============
snake_case_name stays, 2 * 3 * 4 too.

| who | what |
| --- | --- |
| Anna | spoke |

\`\`\`
kept **as** is
\`\`\`
<!-- left
out -->
[^1]: https://news.example
`;
    expect(readMarkdown(markdown).text.split('\n\n')).toEqual([
      'Talks go on',
      'Anna Example met Bob Sample in Ruritania, said the desk.*',
      'She agreed, he did not.',
      'First old point',
      'Second point',
      'Heading below',
      'snake_case_name stays, 2 * 3 * 4 too.',
      'who | what',
      'Anna | spoke',
      'kept **as** is',
    ]);
  });

  it('when it has front matter, then what that states is taken, and its text is not', () => {
    const markdown =
      '---\ntitle: Talks go on\nauthor: [Anna Example, Bob Sample]\ndate: 2025-03-13\nsource: The Example\nlang: en\n---\nThey met.\n';
    expect(readMarkdown(markdown)).toEqual({
      text: 'They met.',
      title: 'Talks go on',
      author: 'Anna Example, Bob Sample',
      publishedAt: '2025-03-13',
      publisher: 'The Example',
      language: 'en',
      url: undefined,
    });
  });

  it('when the first heading is the only title, then it is it', () => {
    expect(readMarkdown('Intro.\n\n## Talks go on ##\n').title).toBe('Talks go on');
  });

  it('when front matter is no YAML or bombs, then it is text', () => {
    expect(readMarkdown('---\n{ not: [yaml\n---\nThey met.').text).toContain('They met.');
    expect(readMarkdown('---\na: &a [x]\nb: [*a, *a]\n---\nThey met.').text).toContain('They met.');
  });

  it('when the text is anything, then no mark of its own is left behind', () => {
    const part = fc.constantFrom(
      '*',
      '**',
      '_',
      '[',
      '](',
      ')',
      '`',
      '\\',
      '!',
      '<',
      '>',
      '#',
      ' ',
      '\n',
      '\uE000',
      '0',
      'word',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(readMarkdown(parts.join('')).text).not.toMatch(/[\uE000\uE001]/);
      }),
    );
  });

  it('when marks are opened and never closed, then it ends soon', () => {
    for (const mark of [
      '[',
      '![',
      '*a',
      '_a ',
      '`a',
      '<a ',
      '<!--',
      '[a](',
      '\\',
      ' ',
      '-',
      '- ',
      '>',
      '#',
      '|',
      '# ',
    ])
      expect(readMarkdown(mark.repeat(100_000)).text.length).toBeLessThanOrEqual(mark.length * 100_000);
  });
});
