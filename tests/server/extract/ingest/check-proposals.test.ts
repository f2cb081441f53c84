import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../../server/extract/engine/extract-claims.ts';
import { checkProposals, MOST_PROPOSALS } from '../../../../server/extract/ingest/check-proposals.ts';
import { VOCABULARY } from '../../../fixtures/small-network.ts';

const TEXT = 'Ann praised Bob 😀 yesterday.   ';
const right: Proposal = {
  ...{
    subject: 'ann',
    object: 'bob',
    type: 'supports',
    label: 'praised',
    stance: 'positive',
    modality: 'asserted',
  },
  ...{ speaker: null, via: [], start: 0, end: 15, certainty: 0.5, reason: 'praise' },
};
const check = (...proposals: Partial<Proposal>[]) =>
  checkProposals(
    TEXT,
    proposals.map((proposal) => ({ ...right, ...proposal })),
    VOCABULARY,
  );

describe('checkProposals', () => {
  it('when text and vocabulary bear a proposal out, then it is kept as it is, the surest first', () => {
    expect(check({}, { certainty: 0.9 }, { certainty: 0.9, start: 4 })).toEqual({
      kept: [{ ...right, certainty: 0.9 }, { ...right, certainty: 0.9, start: 4 }, right],
      dropped: [],
    });
  });

  it.each<[string, Partial<Proposal>, RegExp]>([
    ['a place before the text', { start: -1 }, /no words/],
    ['a place behind it', { end: TEXT.length + 1 }, /no words/],
    ['an end before its start', { start: 5, end: 5 }, /no words/],
    ['a place that is no number', { start: NaN }, /no words/],
    ['white space alone', { start: TEXT.length - 2, end: TEXT.length }, /no words/],
    ['half a character', { end: 17 }, /cuts a character/],
    ['an unknown type', { type: 'loves' }, /vocabulary/],
    ['a type of every object', { type: '__proto__' }, /vocabulary/],
    ['an unknown stance', { stance: 'angry' }, /stance/],
    ['an unknown modality', { modality: 'maybe' }, /stance or modality/],
    ['no label', { label: ' ' }, /label/],
    ['a long label', { label: 'x'.repeat(61) }, /label/],
    ['a certainty above 1', { certainty: 1.1 }, /certainty/],
    ['no certainty', { certainty: NaN }, /certainty/],
    ['one actor at both ends', { object: 'ann' }, /one actor/],
  ])('when it has %s, then it is dropped and counted with the reason', (_what, wrong, reason) => {
    const { kept, dropped } = check(wrong, wrong, {});
    expect(kept).toEqual([right]);
    expect(dropped).toEqual([{ reason: expect.stringMatching(reason) as string, count: 2 }]);
  });

  it('when there are very many, then the surest are kept and the rest counted', () => {
    const many = Array.from({ length: MOST_PROPOSALS + 5 }, (_, at) => ({ certainty: at < 5 ? 0.1 : 0.9 }));
    const { kept, dropped } = check(...many);
    expect(kept).toHaveLength(MOST_PROPOSALS);
    expect(kept.every(({ certainty }) => certainty === 0.9)).toBe(true);
    expect(dropped).toEqual([{ reason: 'a document has at most 1000 proposals', count: 5 }]);
  });
});
