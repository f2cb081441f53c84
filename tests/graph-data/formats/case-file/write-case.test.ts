import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CaseClaim,
  CaseFile,
  CaseMarks,
  CaseStep,
} from '../../../../graph-data/formats/case-file/case-file.ts';
import { parseCaseFile } from '../../../../graph-data/formats/case-file/parse-case-file.ts';
import { writeCaseBibtex } from '../../../../graph-data/formats/case-file/write-case-bibtex.ts';
import { writeCaseCsl } from '../../../../graph-data/formats/case-file/write-case-csl.ts';
import { writeCaseHtml } from '../../../../graph-data/formats/case-file/write-case-html.ts';
import { writeCaseJson } from '../../../../graph-data/formats/case-file/write-case-json.ts';
import { writeCaseMarkdown } from '../../../../graph-data/formats/case-file/write-case-markdown.ts';
import '../../../fixtures/seeded-properties.ts';
import { hostileText } from '../hostile-text.ts';
import { MADE, toCase, toCaseClaim, toCaseItem } from './sample-case.ts';

const DIGEST = {
  id: 'd2',
  kind: 'digest',
  title: 'A retelling',
  publisher: 'Onrecord (digest)',
  url: null,
  publishedAt: '2025-03~',
  derivedFrom: {
    title: 'The original',
    publisher: 'Newsday',
    url: 'https://news.example/2',
    publishedAt: '2025',
  },
} as const;

const two = toCase([
  toCaseClaim(),
  toCaseClaim({ id: 'c2', document: DIGEST }),
  toCaseClaim({ id: 'c3', modality: 'denied' }),
]);

/** A case file whose every free text is the given one. */
function toHostileCase(words: string): CaseFile {
  const actor = { id: words, label: `x${words}` };
  const claim = toCaseClaim({
    subject: actor,
    object: actor,
    speaker: actor,
    label: words,
    sentence: `Said: x${words}.`,
    exact: `x${words}`,
    document: { ...DIGEST, title: `x${words}`, publisher: `x${words}`, url: words },
  });
  const step = {
    subject: actor,
    words,
    object: actor,
    modality: 'asserted',
    isDisputed: false,
    claims: [0],
    otherwise: [],
  } as const;
  const item = toCaseItem(claim, {
    note: `x${words.replace(/\s+/g, ' ')}`,
    facts: `x${words}`,
    steps: [step],
  });
  return { title: `x${words}`, items: [item] };
}

describe('a case file as a page', () => {
  it('when two claims share a document, then it is one source and both have its number', () => {
    const html = writeCaseHtml(two, MADE);

    expect(html.match(/<li id="source-\d"/g)).toEqual(['<li id="source-1"', '<li id="source-2"']);
    expect(html.match(/#source-\d/g)).toEqual(['#source-1', '#source-2', '#source-1']);
    expect(html).toContain('Made on 2026-01-31T10:00:00Z from version 81 of the data, without a lens.');
    expect(html).toContain('<blockquote>Ben <mark>is my friend</mark>.</blockquote>');
    expect(html).toContain('Wim, quoting Vera');
    expect(html).toContain('(denied)');
  });

  it('when it is disputed, then what others say instead stands under it, its source numbered too', () => {
    const other = toCaseClaim({
      id: 'c2',
      sentence: 'Ben is my enemy.',
      exact: 'is my enemy',
      document: DIGEST,
    });
    const item = toCaseItem(toCaseClaim());
    const [step] = item.steps;
    if (step === undefined) throw new Error('no step');
    const steps = [{ ...step, isDisputed: true, otherwise: [1] }];
    const file = { title: '', items: [{ ...item, steps, claims: [...item.claims, other] }] };

    expect(writeCaseHtml(file, MADE)).toMatch(
      /\(disputed\)[^]*is my friend[^]*Others say otherwise:[^]*is my enemy[^]*\[2\]/,
    );
    expect(writeCaseMarkdown(file, MADE)).toMatch(
      /\(disputed\)[^]*is my friend[^]*\n\nOthers say otherwise:\n\n> Ben \*\*is my enemy\*\*[^]*\\\[2\\\]/,
    );
  });

  it('when a digest is quoted, then its quote and its source say that it is ours, and what it retells', () => {
    const html = writeCaseHtml(two, MADE);

    expect(html.match(/our digest, not the report’s words/g)).toHaveLength(2);
    expect(html).toContain('our digest, not the report’s words: The original, Newsday, 2025');
    expect(html).toContain('href="https://news.example/2"');
  });

  it('when something was pinned under another lens or version, then it says so', () => {
    const item = toCaseItem(toCaseClaim(), { version: 80, lens: 'Said by Wim' });

    expect(writeCaseHtml({ title: '', items: [item] }, MADE)).toContain(
      'Pinned at version 80 of the data, under the lens: Said by Wim.',
    );
  });

  it('when names, notes and quotes hold markup, then the tags are those of any other page', () => {
    const tags = (html: string) => html.slice(html.indexOf('<body>')).match(/<[^>]*>/g);
    const plain = tags(writeCaseHtml(toHostileCase('y'), MADE));
    fc.assert(
      fc.property(hostileText, (words) => {
        expect(tags(writeCaseHtml(toHostileCase(words), MADE))).toEqual(plain);
      }),
    );
    expect(writeCaseHtml(toHostileCase('javascript:alert(1)'), MADE)).not.toContain('href="javascript');
  });
});

describe('a case file as Markdown', () => {
  it('when it is written, then notes, quotes and numbered sources are there', () => {
    const text = writeCaseMarkdown(
      { title: 'My case', items: [toCaseItem(toCaseClaim(), { note: 'Look.' })] },
      MADE,
    );

    expect(text).toContain('# My case\n');
    expect(text).toContain('## 1\\. Ada befriends Ben\n\nLook\\.\n');
    expect(text).toContain('> Ben **is my friend**\\.\n>\n> — Wim, quoting Vera;');
    expect(text).toContain(
      '\n## Sources\n\n1. *Of friends*, The Paper, 2025\\-03\\-13, <https://paper.example/1>\n',
    );
  });

  it('when names, notes and quotes hold markup, then no line begins otherwise and no sign is left bare', () => {
    const bare = (text: string) =>
      text.split('\n').map((line) => line.replace(/\\./g, '').replace(/[^*_`<>#[\]()!&|~]/g, ''));
    const plain = bare(writeCaseMarkdown(toHostileCase('y'), MADE));
    fc.assert(
      fc.property(hostileText, (words) => {
        expect(bare(writeCaseMarkdown(toHostileCase(words), MADE))).toEqual(plain);
      }),
    );
  });
});

describe('the documents of a case file', () => {
  it('when written as CSL-JSON, then each is there once, with its date in parts and what a digest retells', () => {
    expect(JSON.parse(writeCaseCsl(two))).toEqual([
      {
        id: 'd1',
        type: 'article-newspaper',
        title: 'Of friends',
        'container-title': 'The Paper',
        issued: { 'date-parts': [[2025, 3, 13]] },
        URL: 'https://paper.example/1',
      },
      {
        id: 'd2',
        type: 'document',
        title: 'A retelling',
        publisher: 'Onrecord (digest)',
        issued: { 'date-parts': [[2025, 3]], circa: true },
        URL: 'https://news.example/2',
        note: 'our digest, not the report’s words',
        'original-title': 'The original',
        'original-publisher': 'Newsday',
        'original-date': { 'date-parts': [[2025]] },
      },
    ]);
  });

  it('when written as BibTeX, then each is an entry with its own key', () => {
    const text = writeCaseBibtex(two);

    expect(text.match(/^@misc\{.*,$/gm)).toEqual(['@misc{d1,', '@misc{d2,']);
    expect(text).toContain('  year = {2025},\n  month = mar,\n  day = {13},\n');
    expect(text).toContain(
      'note = {our digest, not the report’s words: The original, Newsday, 2025; dated 2025-03\\textasciitilde{}}',
    );
  });

  it('when titles hold braces and TeX, then every brace has its other and no entry is added', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const text = writeCaseBibtex(toHostileCase(`${words}}@misc{z,`));
        let depth = 0;
        for (const char of text) {
          depth += char === '{' ? 1 : char === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(text.match(/^@/gm)).toHaveLength(1);
      }),
    );
  });
});

describe('a case file that is not as the data has it', () => {
  it('when a claim and a step are marked, then every form that quotes them says so, and JSON opens as before', () => {
    const file = toCase([toCaseClaim()]);
    const [item] = file.items;
    const [claim, step] = [item?.claims[0], item?.steps[0]];
    if (claim === undefined || step === undefined) throw new Error('nothing is pinned');
    const marks: CaseMarks = new Map<CaseClaim | CaseStep, string>([
      [claim, 'Not in this data'],
      [step, 'Differs: <the> *object*'],
    ]);
    const made = { ...MADE, marks };

    expect(writeCaseMarkdown(file, made)).toContain('\n>\n> **Not in this data.**');
    expect(writeCaseMarkdown(file, made)).toContain('**Differs\\: \\<the\\> \\*object\\*.**');
    expect(writeCaseHtml(file, made)).toContain('<strong>Not in this data.</strong>');
    expect(writeCaseHtml(file, made)).toContain('<strong>Differs: &lt;the&gt; *object*.</strong>');
    expect(writeCaseHtml(file, made)).toContain('Not all of it is as that data has it');
    expect(writeCaseJson(file, made)).toContain('"mark": "Not in this data"');
    expect(parseCaseFile(writeCaseJson(file, made))).toEqual({ file });
    expect(writeCaseMarkdown(file, MADE)).not.toContain('Not in this data');
  });
});
