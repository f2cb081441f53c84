import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { formatFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { editedFiles, faultsOf, lineOf, smallFiles } from './small-dataset.ts';

const FIRST = 'documents/first.yaml';
const SECOND = 'documents/second.yaml';
const TYPES = 'trusts, doubts, meets';

/** What is said of an edited small dataset, place aside. */
const said = (path: string, from: string, to: string): string[] =>
  faultsOf(editedFiles(path, from, to)).map(
    ({ path: at, expected, found }) => `${at}: expected ${expected}, found ${found}`,
  );

describe('the vocabulary of a dataset', () => {
  it('when an id stands twice, then names the other line', () => {
    const double = '- { id: meets, group: event, label: x, inverse: x, stance: neutral }';
    expect(said('vocabulary.yaml', '# three types', double)).toEqual([
      '[3].id: expected an id of its own, found "meets", which stands on line 1 too',
    ]);
  });

  it('when an opposite is unknown, then says so', () => {
    expect(said('vocabulary.yaml', 'opposites: [doubts]', 'opposites: [doubts, fears]')).toEqual([
      '[0].opposites[1]: expected a relation type of this file, found "fears"',
    ]);
  });

  it('when opposites do not name each other, then says who should', () => {
    expect(said('vocabulary.yaml', 'opposites: [trusts]', 'opposites: [meets]')).toEqual([
      '[0].opposites[0]: expected doubts to name trusts among its own opposites, found meets',
      '[1].opposites[0]: expected meets to name doubts among its own opposites, found an empty list',
    ]);
  });

  it('when there are more than 256 types, then refuses', () => {
    const types = Array.from(
      { length: 257 },
      (_, at) => `- { id: t${at}, group: event, label: x, inverse: x, stance: neutral }`,
    );
    const files = [
      { path: 'actors.yaml', text: '[]' },
      { path: 'vocabulary.yaml', text: types.join('\n') },
    ];
    expect(faultsOf(files).map(formatFault)).toEqual([
      'vocabulary.yaml:257: [256]: expected at most 256 relation types, found 257',
    ]);
  });

  it('when a type has a fault of its own, then its claims are not reported as well', () => {
    expect(said('vocabulary.yaml', 'label: meets', 'label: 3')).toHaveLength(1);
  });
});

describe('the actors of a dataset', () => {
  it('when an id stands twice, then names the other line', () => {
    expect(said('actors.yaml', 'id: the-bo', 'id: bo')).toContain(
      '[3].id: expected an id of its own, found "bo", which stands on line 6 too',
    );
  });

  it('when an actor is merged into one that is not there, then suggests the nearest', () => {
    expect(said('actors.yaml', 'mergedInto: bo', 'mergedInto: cy')).toEqual([
      '[3].mergedInto: expected an actor of the actors file, found "cy"',
    ]);
    expect(said('actors.yaml', 'mergedInto: bo', 'mergedInto: anaweiss')).toEqual([
      '[3].mergedInto: expected an actor of the actors file, found "anaweiss" (did you mean ana-weiss?)',
    ]);
  });

  it('when mergers go round, then shows the ring once', () => {
    expect(said('actors.yaml', 'mergedInto: bo', 'mergedInto: the-bo')).toEqual([
      '[3].mergedInto: expected mergers that end at an actor, found the-bo → the-bo',
    ]);
    expect(said('actors.yaml', 'name: Bo', 'name: Bo\n  mergedInto: the-bo')).toEqual([
      '[1].mergedInto: expected mergers that end at an actor, found bo → the-bo → bo',
    ]);
  });

  it('when an actor bears the name of the document’s own voice, then refuses', () => {
    expect(said('actors.yaml', '- id: bo', '- { id: none, name: No One, kind: group }\n- id: bo')).toEqual([
      `[1].id: expected another id, found "none", which stands for a document's own voice`,
    ]);
  });

  it('when an actor has a fault of its own, then its claims are not reported as well', () => {
    expect(said('actors.yaml', 'kind: organisation', 'kind: organization')).toEqual([
      '[2].kind: expected one of person, organisation, media, country, place, group, found "organization"',
    ]);
  });
});

describe('the documents of a dataset', () => {
  it('when two have one id, then names the other file', () => {
    expect(said(SECOND, 'id: another', 'id: first')).toEqual([
      `id: expected an id of its own, found "first", which ${FIRST} has too`,
    ]);
  });

  it('when one text comes twice from the same publisher or address, then it is one document; from others it is two', () => {
    const copy = (publisher: string, url: string) => ({
      path: 'documents/x.yaml',
      text: (smallFiles().find(({ path }) => path === FIRST)?.text ?? '')
        .replace('id: first', 'id: copy')
        .replace('Daily Paper', publisher)
        .replace('example.org/first', url),
    });
    const saidOf = (publisher: string, url: string): string[] =>
      faultsOf([...smallFiles(), copy(publisher, url)]).map(formatFault);
    expect(saidOf('Daily Paper', 'example.org/2')).toEqual([
      `documents/x.yaml:8: text: expected a text of its own, found that of ${FIRST}, from the same publisher`,
    ]);
    expect(saidOf('Other Paper', 'example.org/first')).toEqual([
      `documents/x.yaml:8: text: expected a text of its own, found that of ${FIRST}, from the same address`,
    ]);
    expect(saidOf('Other Paper', 'example.org/2')).toEqual([]);
  });

  it.each([
    ['a decomposed letter', 'Ma\u0301laga', 'text in Unicode normal form NFC', 'another form from 1'],
    ['a carriage return', 'a\\rb', 'line ends written \\n', '\\r at 1'],
    ['a byte order mark', '\\uFEFFa', 'text without a byte order mark', 'one at 0'],
    ['half a character', 'a\\uD83D', 'whole characters', 'half of a surrogate pair at 1'],
  ])('when a text holds %s, then says what and where', (_what, text, expected, found) => {
    const document = `id: x\nkind: report\ntitle: X\npublisher: P\ntext: "${text}"`;
    expect(faultsOf([...smallFiles(), { path: 'documents/x.yaml', text: document }])).toEqual([
      { file: 'documents/x.yaml', line: 5, column: 7, path: 'text', expected, found },
    ]);
  });
});

describe('the claims of a dataset', () => {
  it.each([
    [
      'subject',
      'object: bo\n    label: trusts',
      'object: boo\n    label: trusts',
      'claims[1].object',
      'boo',
      'bo',
    ],
    ['speaker', 'speaker: cy-corp', 'speaker: cy-crop', 'claims[2].speaker', 'cy-crop', 'cy-corp'],
    [
      'inner speaker',
      'via: [ana-weiss, cy-corp]',
      'via: [ana-weiss, corp]',
      'claims[1].via[1]',
      'corp',
      'cy-corp',
    ],
  ])('when the %s is not there, then suggests the nearest', (_what, from, to, path, found, nearest) => {
    expect(said(FIRST, from, to)).toEqual([
      `${path}: expected an actor of the actors file, found "${found}" (did you mean ${nearest}?)`,
    ]);
  });

  it('when a type is unknown, then lists the vocabulary', () => {
    expect(said(FIRST, 'type: trusts', 'type: likes')).toEqual([
      `claims[1].type: expected one of ${TYPES}, found "likes"`,
    ]);
  });

  it('when one stands twice, then names the other line', () => {
    const again =
      '- { subject: bo, type: meets, object: ana-weiss, label: y, stance: neutral, quote: Weiß met Bo, start: 7, end: 18 }';
    const files = editedFiles(SECOND, 'claims:\n', `claims:\n  ${again}\n`);
    expect(faultsOf(files).map(formatFault)).toEqual([
      `${SECOND}:${lineOf(files, SECOND, 'label: met')}: claim 2 (bo meets ana-weiss): expected a claim of its own, ` +
        `found the same span, subject, type, object and speaker as on line ${lineOf(files, SECOND, 'label: y')}`,
    ]);
  });

  it.each([
    ['start: 72', 'start: 73', 'start: expected the quote "Ana trusts him" at 73–86, found "na trusts him" (the quote stands at 72–86)'],
    ['quote: Ana trusts him', 'quote: Ana likes him', 'start: expected the quote "Ana likes him" at 72–86, found "Ana trusts him" (the quote is nowhere in the text)'],
    ['end: 86', 'end: 8600', 'end: expected an end of at most 104, the length of the text, found 8600 (the quote stands at 72–86)'],
    ['start: 72', 'start: 104', 'start: expected a start below 104, the length of the text, found 104 (the quote stands at 72–86)'],
    ['end: 86', 'end: 72', 'end: expected an end above the start 72, found 72 (the quote stands at 72–86)'],
    ['start: 72', 'start: -1', 'start: expected a number of at least 0, found -1'],
    ['start: 72', 'start: 72.5', 'start: expected a whole number, found 72.5'],
  ])('when %s is written %s, then says what is wrong', (from, to, fault) => {
    expect(said(FIRST, from, to)).toEqual([`claims[1].${fault}`]);
  }); // prettier-ignore

  it('when a span cuts a character in two, then refuses it even with the same half as its quote', () => {
    expect(
      said(SECOND, 'quote: Weiß met Bo, start: 7, end: 18', 'quote: "\\uDE00 Ana", start: 1, end: 6'),
    ).toEqual([
      'claims[0].start: expected a span of whole characters, found half of a surrogate pair in 1–6',
    ]);
  });

  it('when an offset is moved by anything, then it is found, with the place where the quote stands', () => {
    fc.assert(
      fc.property(fc.constantFrom('start', 'end'), fc.integer({ min: -200, max: 200 }), (field, by) => {
        fc.pre(by !== 0);
        const offset = field === 'start' ? 72 : 86;
        const faults = faultsOf(editedFiles(FIRST, `${field}: ${offset}`, `${field}: ${offset + by}`));
        expect(faults).toHaveLength(1);
        expect(faults[0]).toMatchObject({ file: FIRST, claim: 'claim 2 (ana-weiss trusts bo)' });
        if (offset + by > 0) expect(faults[0]?.found).toContain('the quote stands at 72–86');
      }),
    );
  });

  it('when any letter of a text is another, then every claim that quotes it is found, and no other', () => {
    const text = smallFiles().find(({ path }) => path === FIRST)?.text ?? '';
    const [begin, length] = [text.indexOf('Ana Weiß met Bo of'), 104];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 3 }), (at) => {
        const lineBreaks = text.slice(begin, begin + at + 3).split('\n').length - 1;
        const index = begin + at + 2 * lineBreaks;
        fc.pre(/[a-z]/.test(text[index] ?? ''));
        const edited = `${text.slice(0, index)}#${text.slice(index + 1)}`;
        const files = smallFiles().map((file) => (file.path === FIRST ? { ...file, text: edited } : file));
        const quotes = [
          [0, 15],
          [72, 86],
          [88, 102],
        ] as const;
        const broken = quotes.flatMap(([start, end], claim) =>
          at >= start && at < end ? [`claims[${claim}].start`] : [],
        );
        expect(faultsOf(files).map(({ path }) => path)).toEqual(broken);
      }),
    );
  });
});

describe('several faults at once', () => {
  it('when files hold many, then all are named in order of file and line', () => {
    const edits: [string, string, string][] = [
      ['vocabulary.yaml', 'label: meets', 'label: 3'],
      ['actors.yaml', 'kind: organisation', 'kind: firm'],
      ['actors.yaml', 'wikidata: Q42', 'wikidata: 42'],
      [FIRST, 'title: A meeting in Málaga', 'title: 1'],
      [FIRST, 'quote: Ana Weiß met Bo', 'quote: Ana Weiß saw Bo'],
      [FIRST, 'speaker: bo', 'speaker: nobody'],
      [FIRST, 'stance: negative', 'stance: bad'],
      [FIRST, 'start: 88', 'start: 80'],
      [SECOND, 'type: meets', 'type: sees'],
    ];
    const files = smallFiles().map(({ path, text }) => ({
      path,
      text: edits.reduce((each, [file, from, to]) => (file === path ? each.replace(from, to) : each), text),
    }));
    const faults = faultsOf(files);
    expect(faults.map(({ file, path }) => `${file} ${path}`)).toEqual([
      'actors.yaml [0].wikidata',
      'actors.yaml [2].kind',
      `${FIRST} title`,
      `${FIRST} claims[0].start`,
      `${FIRST} claims[1].speaker`,
      `${FIRST} claims[2].stance`,
      `${FIRST} claims[2].start`,
      `${SECOND} claims[0].type`,
      'vocabulary.yaml [2].label',
    ]);
    const order = (fault: DatasetFault): string => `${fault.file} ${String(fault.line).padStart(6, '0')}`;
    expect(faults.map(order)).toEqual(faults.map(order).sort());
  });
});
