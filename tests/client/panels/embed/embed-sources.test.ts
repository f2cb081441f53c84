import { describe, expect, it } from 'vitest';
import { toSourcesWords } from '../../../../client/panels/embed/embed-foot.tsx';
import { toSourceLens, toSources } from '../../../../client/panels/embed/embed-sources.ts';
import { DIGEST_PUBLISHER as ON_SCREEN } from '../../../../client/panels/words/closed-words.ts';
import type { FacetsAnswer } from '../../../../graph-data/contract/answers.ts';
import { DIGEST_PUBLISHER } from '../../../../graph-data/model/document.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';

const value = (name: string, claims: number) => ({ value: name, label: name, kind: null, claims });
const ANSWER: Pick<FacetsAnswer, 'facets'> = {
  facets: [
    {
      facet: 'publisher',
      claims: 9,
      found: 12,
      values: [value('Courier', 6), value('Post', 3), value('Gone', 0)],
    },
    { facet: 'document', claims: 9, found: 14, values: [value('one', 5), value('two', 4)] },
  ],
};

describe('the sources of an embedded picture', () => {
  it('when the lens names none, then they are all that leave a claim, and how many there are', () => {
    expect(toSources(ANSWER as FacetsAnswer, DEFAULT_LENS)).toEqual({
      publishers: [value('Courier', 6), value('Post', 3)].map(
        (entry) => expect.objectContaining(entry) as unknown,
      ),
      publisherCount: 12,
      documents: [value('one', 5), value('two', 4)],
      documentCount: 14,
    });
  });

  it('when the lens names some, then what the others would leave is none of the picture', () => {
    const sources = toSources(ANSWER as FacetsAnswer, { ...DEFAULT_LENS, publishers: ['Post'] });
    expect(sources.publishers.map(({ label }) => label)).toEqual(['Post']);
    expect(sources.publisherCount).toBe(1);
  });

  it('when two are compared, then both are sources', () => {
    const lens = { ...DEFAULT_LENS, publishers: ['Gone'] };
    expect(toSourceLens(lens, { by: 'publisher', a: 'Courier', b: 'Post' }).publishers).toEqual([
      'Courier',
      'Post',
    ]);
    expect(toSourceLens(lens, { by: 'publisher', a: 'Courier', b: '' })).toBe(lens);
    const dated = toSourceLens({ ...lens, from: '2025' }, { by: 'date', a: '2024', b: '2025' });
    expect(dated).toMatchObject({ from: null, to: null });
  });

  it('when a publisher of them is our own, then its claims are said to be of a digest', () => {
    expect(ON_SCREEN).toBe(DIGEST_PUBLISHER);
    const publishers = [value(DIGEST_PUBLISHER, 81), value('Courier', 1), value('A', 1), value('B', 1)];
    expect(toSourcesWords({ publishers, publisherCount: 6, documents: [], documentCount: 0 })).toBe(
      'Onrecord (digest), 81 claims (our digest, not the report’s words) · Courier, 1 claim · A, 1 claim · 3 more',
    );
  });
});
