import { describe, expect, it } from 'vitest';
import type { DatasetFile } from '../../../../graph-data/formats/dataset/dataset.ts';
import type { DatasetFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { formatFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { parseDataset } from '../../../../graph-data/formats/dataset/parse-dataset.ts';
import { editedFiles, faultsOf, lineOf, parseSmallDataset, sha256Hex, smallFiles } from './small-dataset.ts';

const FIRST = 'documents/first.yaml';

describe('a dataset without faults', () => {
  it('when read, then has everything its files say, sorted by id, with defaults filled in', () => {
    const dataset = parseSmallDataset();
    expect(dataset.vocabulary.map(({ id }) => id)).toEqual(['trusts', 'doubts', 'meets']);
    expect(dataset.actors.map(({ id }) => id)).toEqual(['ana-weiss', 'bo', 'cy-corp', 'the-bo']);
    expect(dataset.documents.map(({ id }) => id)).toEqual(['another', 'first']);
    expect(dataset.documents[1]).toMatchObject({
      language: 'en',
      licence: 'all rights reserved',
      publishedAt: '2025-03',
    });
    expect(dataset.claims.map(({ document, quote }) => [document, quote])).toEqual([
      ['another', 'Weiß met Bo'],
      ['first', 'Ana Weiß met Bo'],
      ['first', 'Ana trusts him'],
      ['first', 'Cy doubts that'],
    ]);
    expect(dataset.claims[1]).toMatchObject({
      speaker: null,
      modality: 'asserted',
      status: 'accepted',
      certainty: 1,
    });
    expect(dataset.claims[2]).toMatchObject({ saidOn: '2025', via: ['ana-weiss', 'cy-corp'] });
  });

  it('when it has no document at all, then is still a dataset', () => {
    const files = smallFiles().filter(({ path }) => !path.startsWith('documents/'));
    expect(parseSmallDataset(files).claims).toEqual([]);
  });

  it('when it has no vocabulary, then the given one stands in', () => {
    const files = smallFiles().filter(({ path }) => path !== 'vocabulary.yaml');
    const vocabulary = smallFiles().find(({ path }) => path === 'vocabulary.yaml') as DatasetFile;
    expect(parseDataset(files, { sha256Hex, vocabulary })).toMatchObject({ ok: true });
    expect(faultsOf(files).map(formatFault)).toEqual([
      'vocabulary.yaml:1: expected a list of relation types, found no such file',
    ]);
  });

  it('when other files lie beside, then passes over them', () => {
    const beside = ['README.md', 'notes.yaml', 'documents/._first.yaml', 'documents/old/first.yaml'];
    const files = [...smallFiles(), ...beside.map((path) => ({ path, text: '[' }))];
    expect(parseSmallDataset(files)).toEqual(parseSmallDataset());
  });

  it('when lines end in \\r\\n, as on Windows, then reads the same', () => {
    const files = smallFiles().map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
    expect(parseSmallDataset(files)).toEqual(parseSmallDataset());
  });
});

describe('the hash of a dataset', () => {
  const hashOf = (files: readonly DatasetFile[]): string => parseSmallDataset(files).hash;

  it('when only comments, layout, key order or file names differ, then is the same', () => {
    const edited = editedFiles('actors.yaml', 'id: bo\n  name: Bo', 'name: "Bo" # him\n  id: bo').map(
      (file) => (file.path === FIRST ? { path: 'documents/z.yml', text: `# the first\n${file.text}` } : file),
    );
    expect(edited).not.toEqual(smallFiles());
    expect(hashOf(edited.reverse())).toBe(hashOf(smallFiles()));
  });

  it('when anything said differs, then differs', () => {
    const hashes = [
      smallFiles(),
      editedFiles('actors.yaml', 'name: Bo', 'name: Boo'),
      editedFiles('vocabulary.yaml', 'label: doubts', 'label: has doubts about'),
      editedFiles(FIRST, 'certainty: 0.5', 'certainty: 0.6'),
    ].map(hashOf);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('when the vocabulary is not the folder’s own, then does not depend on it', () => {
    const own = smallFiles().filter(({ path }) => path !== 'vocabulary.yaml');
    const text = smallFiles()[0]?.text ?? '';
    const hashes = [text, text.replace('label: meets', 'label: sees')].map((vocabulary) => {
      const parsed = parseDataset(own, { sha256Hex, vocabulary: { path: 'shipped', text: vocabulary } });
      return parsed.ok ? parsed.dataset.hash : parsed.faults;
    });
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a fault of the YAML', () => {
  it.each([
    ['is broken', '- id: bo', '- id: bo\n  name: [', /flow sequence/],
    ['has a key twice', 'id: bo', 'id: bo\n  id: bo', /map keys must be unique/],
    ['has a second document', '- id: bo', '---\n- id: bo', /multiple documents/],
    ['has a tag of its own', 'name: Bo', 'name: !run Bo', /unresolved tag: !run/],
    ['names an anchor that is not there', 'name: Bo', 'name: *gone', /unresolved alias.*gone/],
  ])(
    'when the actors file %s, then says so there, and not what misses its actors',
    (_what, from, to, found) => {
      const files = editedFiles('actors.yaml', from, to);
      const faults = faultsOf(files);
      expect(new Set(faults.map(({ file }) => file))).toEqual(new Set(['actors.yaml']));
      expect(faults[0]).toMatchObject({
        expected: 'well-formed YAML',
        found: expect.stringMatching(found) as string,
      });
      expect(faults.every(({ line }) => line >= 6 && line <= 8)).toBe(true);
    },
  );

  it('when a few lines of aliases would unfold to gigabytes, then refuses at once', () => {
    const levels = Array.from({ length: 12 }, (_, at) => {
      const inner = at === 0 ? 'x' : Array.from({ length: 10 }, () => `*a${at - 1}`).join(', ');
      return `- &a${at} [${inner}]`;
    });
    const faults = faultsOf([...smallFiles().slice(0, 1), { path: 'actors.yaml', text: levels.join('\n') }]);
    expect(faults.map(({ found }) => found)).toEqual([expect.stringContaining('excessive alias count')]);
  });

  it('when an alias holds itself, then is a fault like any other value of the wrong kind', () => {
    const faults = faultsOf(editedFiles('actors.yaml', 'aliases: [Weiss, A. Weiß]', 'aliases: &a [*a]'));
    expect(faults).toMatchObject([{ path: '[0].aliases[0]', expected: 'text', found: 'a list of 1' }]);
  });

  it('when nested beyond reason, then is refused in a few lines', () => {
    const faults = faultsOf([...smallFiles().slice(0, 1), { path: 'actors.yaml', text: '['.repeat(50_000) }]);
    expect(faults).toHaveLength(20);
    expect(faults[0]?.expected).toBe('well-formed YAML');
  });

  it('when one bracket is astray, then is one fault', () => {
    expect(faultsOf(editedFiles('actors.yaml', 'name: Bo', 'name: ]')).map(formatFault)).toEqual([
      'actors.yaml:7: expected well-formed YAML, found unexpected flow-seq-end token in YAML stream: "]"',
    ]);
  });

  it('when a file could not be read, then says why, and not what misses its actors', () => {
    const files = smallFiles().map((file) =>
      file.path === 'actors.yaml'
        ? { path: file.path, expected: 'text in UTF-8', found: 'other bytes' }
        : file,
    );
    expect(faultsOf(files).map(formatFault)).toEqual([
      'actors.yaml:1: expected text in UTF-8, found other bytes',
    ]);
  });

  it('when the actors file is missing or stands twice, then says so once', () => {
    const files = smallFiles();
    expect(faultsOf(files.filter(({ path }) => path !== 'actors.yaml')).map(formatFault)).toEqual([
      'actors.yaml:1: expected a list of actors, found no such file',
    ]);
    expect(faultsOf([...files, { path: 'actors.yml', text: '[]' }]).map(formatFault)).toEqual([
      'actors.yml:1: expected either actors.yaml or actors.yml, found both',
    ]);
  });
});

describe('a fault of the schema', () => {
  // prettier-ignore
  it.each<[string, string, string, string, Partial<DatasetFault>]>([
    ['a value is not of its list', FIRST, 'stance: negative', 'stance: bad',
      { path: 'claims[2].stance', expected: 'one of positive, neutral, negative', found: '"bad"', claim: 'claim 3 (cy-corp doubts bo)' }],
    ['a field is misspelt', FIRST, 'modality: planned', 'modalty: planned',
      { path: 'claims[2].modalty', expected: expect.stringContaining('one of the fields subject, type') as string, found: '"modalty" (did you mean modality?)' }],
    ['a field is missing', FIRST, '    label: doubts\n', '',
      { path: 'claims[2].label', expected: 'text', found: 'nothing' }],
    ['a text is a number', 'actors.yaml', 'name: Bo', 'name: 7',
      { path: '[1].name', expected: 'text', found: '7 (a number: put it in quotation marks)' }],
    ['a text is too long', FIRST, 'label: doubts', `label: ${'d'.repeat(61)}`,
      { path: 'claims[2].label', expected: 'text of at most 60 characters', found: `61: "${'d'.repeat(61)}"` }],
    ['a text is empty', 'actors.yaml', 'name: Bo', "name: ' '",
      { path: '[1].name', expected: 'text of at least 1 character', found: '" "' }],
    ['a number is out of bounds', FIRST, 'certainty: 0.5', 'certainty: 1.5',
      { path: 'claims[1].certainty', expected: 'a number of at most 1', found: '1.5' }],
    ['a date is none', FIRST, 'saidOn: 2025', 'saidOn: March',
      { path: 'claims[1].saidOn', expected: expect.stringContaining('an EDTF date such as') as string, found: '"March"' }],
    ['a date is a list', FIRST, 'saidOn: 2025', 'saidOn: [2025]',
      { path: 'claims[1].saidOn', expected: 'text or a number', found: 'a list of 1' }],
    ['an id is no slug', 'actors.yaml', 'id: cy-corp', 'id: Cy Corp',
      { path: '[2].id', expected: 'a kebab-case id such as vladimir-putin', found: '"Cy Corp"' }],
    ['an address is no link', FIRST, 'https://example.org', 'javascript://x',
      { path: 'url', expected: 'an http or https address' }],
    ['a report is derived', FIRST, 'text: |', 'derivedFrom: { title: x }\ntext: |',
      { path: 'derivedFrom', expected: 'on a digest, and only there', found: 'a map of title' }],
    ['a nested field is misspelt', 'documents/second.yaml', 'sha256', 'sha265',
      { path: 'derivedFrom.sha265', expected: 'one of the fields title, publisher, url, publishedAt, sha256', found: '"sha265" (did you mean sha256?)' }],
    ['the file is a list', FIRST, 'id: first', '- 1\n#',
      { file: FIRST }],
    ['the claims are a map', 'documents/second.yaml', '  - {', '  {',
      { path: 'claims', expected: 'a list of claims', found: expect.stringContaining('a map of subject') as string }],
    ['a claim is a word', 'documents/second.yaml', '  - {', '  - nothing\n  - {',
      { path: 'claims[0]', expected: 'a map of fields', found: '"nothing"', claim: 'claim 1 (? ? ?)' }],
  ])('when %s, then names place, expected and found', (_what, path, from, to, fault) => {
    const faults = faultsOf(editedFiles(path, from, to));
    expect(faults).toContainEqual(expect.objectContaining({ file: path, ...fault }));
  });

  it('when a field is at fault, then points at its line and column', () => {
    const files = editedFiles(FIRST, 'stance: negative', 'stance: bad');
    expect(faultsOf(files)).toMatchObject([{ line: lineOf(files, FIRST, 'stance: bad'), column: 13 }]);
  });

  it('when a field is missing, then points at the entry that lacks it', () => {
    const files = editedFiles('actors.yaml', '- id: bo\n  name: Bo\n', '- id: bo\n');
    expect(faultsOf(files)).toMatchObject([
      { path: '[1].name', line: lineOf(files, 'actors.yaml', 'id: bo'), column: 3 },
    ]);
  });
});
