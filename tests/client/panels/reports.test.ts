import { describe, expect, it } from 'vitest';
import type { AddDraft } from '../../../client/panels/jobs/add-draft.ts';
import { EMPTY_DRAFT, findFaults, toWish } from '../../../client/panels/jobs/add-draft.ts';
import {
  toAdvice,
  toOutcomeWords,
  toResultWords,
  toStageWords,
} from '../../../client/panels/jobs/job-words.ts';
import { toMediaType, toRefusal, withFiles } from '../../../client/panels/jobs/report-files.ts';
import { documentBodySchema } from '../../../graph-data/contract/writes.ts';
import { toIngested, toJob } from '../state/sample-job.ts';

const toFile = (name: string, text = 'x'): File => new File([text], name, { lastModified: 1 });

describe('the files of reports', () => {
  it.each([
    ['walk.txt', 'text/plain'],
    ['WALK.MD', 'text/markdown'],
    ['a.b.htm', 'text/html'],
    ['scan.pdf', undefined],
    ['README', undefined],
  ])('when a file is named %s, then it is sent as %s', (name, mediaType) => {
    expect(toMediaType(name)).toBe(mediaType);
  });

  it('when a file cannot be read, then it is said why, with what to do', () => {
    expect(toRefusal(toFile('walk.txt'))).toBeUndefined();
    expect(toRefusal(toFile('walk.txt', ''))).toBe('It is empty.');
    expect(toRefusal(toFile('claims.csv'))).toContain('Import');
    expect(toRefusal(toFile('scan.pdf'))).toContain('paste its text');
    expect(toRefusal({ name: 'long.txt', size: 7 * 1024 * 1024 })).toBe(
      'It has 7 MB; at most 5 MB are read at once. Divide it.',
    );
  });

  it('when the same file is chosen twice, then it stands once', () => {
    const [one, other] = [toFile('a.txt'), toFile('b.txt')];
    expect(withFiles([one], [toFile('a.txt'), other]).map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  });
});

describe('the form that adds reports', () => {
  const pasted: AddDraft = { ...EMPTY_DRAFT, text: ' The envoy met the minister. ' };

  it('when fields are left empty, then they are left out, and the text is sent as it is', () => {
    expect(toWish(pasted)).toEqual({ text: ' The envoy met the minister. ', engine: 'rules' });
  });

  it('when it is filled in, then it is what the API takes', () => {
    const wish = toWish({
      ...pasted,
      title: ' A walk ',
      url: ' https://example.org/walk ',
      publisher: 'Harbour Post',
      publishedAt: '13 March 2025',
      licence: 'CC BY 4.0',
      engine: 'llm',
    });
    expect(documentBodySchema.parse(wish)).toEqual({
      text: pasted.text,
      title: 'A walk',
      url: 'https://example.org/walk',
      publisher: 'Harbour Post',
      publishedAt: '2025-03-13',
      licence: 'CC BY 4.0',
      engine: 'llm',
    });
  });

  it('when an address is given, then neither text nor title goes with it', () => {
    const wish = toWish({ ...pasted, way: 'address', url: 'https://example.org', title: 'x' });
    expect(wish).toEqual({ url: 'https://example.org', engine: 'rules' });
  });

  it.each([
    [{ text: ' \n' }, ['text']],
    [{ text: 'x', url: 'example.org' }, ['url']],
    [{ way: 'address' }, ['url']],
    [{ way: 'address', url: 'file:///etc/passwd' }, ['url']],
    [{ way: 'files' }, ['files']],
    [{ way: 'files', files: [toFile('scan.pdf')] }, ['files']],
    [{ way: 'files', files: [toFile('scan.pdf'), toFile('walk.txt')], url: 'nonsense' }, []],
    [{ text: 'x', publishedAt: 'yesterday' }, ['publishedAt']],
    [{ text: 'x' }, []],
  ] as const)('when it holds %j, then what keeps it back is %j', (part, fields) => {
    expect(Object.keys(findFaults({ ...EMPTY_DRAFT, ...part }))).toEqual(fields);
  });
});

describe('the words for jobs', () => {
  it('when a job runs, then it is said what it does and how far it is', () => {
    expect(toStageWords(toJob({ stage: 'extracting', done: 34, total: 1200 }))).toBe(
      'Finding claims, 34 of 1,200',
    );
    expect(toStageWords(toJob({ state: 'queued', stage: 'waiting' }))).toBe('Waiting for its turn');
  });

  it('when a report was read, then all that came of it is said', () => {
    expect(toResultWords(toIngested())).toEqual([]);
    expect(
      toResultWords(
        toIngested({
          reviewed: 12,
          newActors: 1,
          dropped: [{ reason: 'quote not in the text', count: 2 }],
          tokens: { prompt: 1000, completion: 234 },
        }),
      ),
    ).toEqual([
      '12 as decided in the same text of another publisher',
      '1 new actor',
      '2 proposals not kept: quote not in the text (2)',
      '1,234 tokens used',
    ]);
  });

  it('when it was here already, is not read, or states nothing, then that is said', () => {
    expect(toResultWords(toIngested({ outcome: 'unchanged', proposals: 0 }))).toEqual([
      'It is here already: nothing was added',
    ]);
    expect(toResultWords(toIngested({ outcome: 'unread', proposals: 0, language: 'ko' }))).toEqual([
      'It is kept, but no claims were looked for: it is in Korean, and only English is read',
    ]);
    expect(toResultWords(toIngested({ proposals: 0 }))).toEqual(['No stated relation was found in it']);
  });

  it('when it failed, then what to do is said where that helps', () => {
    expect(toAdvice('fetch-failed')).toContain('paste the text');
    expect(toAdvice('model-unavailable')).toContain('rules');
    expect(toAdvice('malformed-body')).toBeUndefined();
  });

  it('when jobs end one after another, then it is told how many have', () => {
    const done = toJob({ state: 'done' });
    expect(toOutcomeWords([toJob(), toJob()])).toBe('');
    expect(toOutcomeWords([toJob(), done])).toBe('1 of 2 reports done');
    expect(toOutcomeWords([done])).toBe('1 report done');
  });
});
