import { describe, expect, it } from 'vitest';
import { toDisputes } from '../../../client/panels/evidence/disputes.ts';
import { groupClaims } from '../../../client/panels/evidence/group-claims.ts';
import { toQuoteParts } from '../../../client/panels/evidence/quote-parts.ts';
import type { RelationDetail, RelationTypeRow } from '../../../graph-data/contract/answers.ts';
import { toClaim, toRef } from './claim-answer.ts';

const row = (id: string, mutual: boolean): [string, RelationTypeRow] => [
  id,
  {
    id,
    group: 'event',
    label: id,
    inverse: `${id} by`,
    stance: 'neutral',
    mutual,
    opposites: [],
    plover: null,
  },
];
const VOCABULARY = new Map([row('aids', false), row('meets', true)]);

describe('groupClaims', () => {
  it('when claims run both ways, then each direction has its relations, and mutual ones come last and once', () => {
    const groups = groupClaims(
      [
        toClaim('c1', 'b', 'meets', 'a', { relation: 'a.meets.b' }),
        toClaim('c2', 'a', 'aids', 'b'),
        toClaim('c3', 'b', 'aids', 'a'),
        toClaim('c4', 'a', 'meets', 'b'),
        toClaim('c5', 'a', 'aids', 'b'),
      ],
      VOCABULARY,
    );
    expect(
      groups.map(({ from, to, direction, relations }) => [
        `${from.id} ${direction} ${to.id}`,
        relations.map(({ relation, claims }) => [relation, claims.map(({ id }) => id)]),
      ]),
    ).toEqual([
      ['a out b', [['a.aids.b', ['c2', 'c5']]]],
      ['b out a', [['b.aids.a', ['c3']]]],
      ['a both b', [['a.meets.b', ['c1', 'c4']]]],
    ]);
  });

  it('when one direction or relation has more claims, then it comes first', () => {
    const groups = groupClaims(
      [
        toClaim('c1', 'a', 'aids', 'b'),
        toClaim('c2', 'b', 'aids', 'a'),
        toClaim('c3', 'b', 'thanks', 'a'),
        toClaim('c4', 'b', 'thanks', 'a'),
      ],
      VOCABULARY,
    );
    expect(groups.map(({ from, relations }) => [from.id, relations.map(({ type }) => type)])).toEqual([
      ['b', ['thanks', 'aids']],
      ['a', ['aids']],
    ]);
  });
});

describe('toQuoteParts', () => {
  const { evidence } = toClaim('c1', 'a', 'aids', 'b');

  it('when the quote stands in its sentence, then the sentence is cut round it', () => {
    const moved = { ...evidence, start: 104, end: 109, sentenceStart: 100 };
    expect(toQuoteParts(moved)).toEqual({ before: 'The ', quote: 'quote', after: '.' });
  });

  it('when the offsets do not fit, then the quote stands alone: what is marked is always the exact words', () => {
    expect(toQuoteParts({ ...evidence, start: 3, end: 8 })).toEqual({
      before: '',
      quote: 'quote',
      after: '',
    });
    expect(toQuoteParts({ ...evidence, sentenceStart: 50 }).quote).toBe('quote');
  });
});

describe('toDisputes', () => {
  const detail = (
    disputedBy: RelationDetail['disputedBy'],
  ): Pick<RelationDetail, 'subject' | 'object' | 'disputedBy'> => ({
    subject: toRef('a'),
    object: toRef('b'),
    disputedBy,
  });

  it('when two relations of a pair dispute each other, then it is one dispute', () => {
    const disputes = toDisputes([
      detail([['c1', 'c2'], ['c3']]),
      detail(null),
      detail([['c3'], ['c2', 'c1']]),
    ]);
    expect(disputes).toEqual([{ subject: 'A', object: 'B', sides: [['c1', 'c2'], ['c3']] }]);
  });

  it('when they dispute over different claims, then they are two', () => {
    expect(toDisputes([detail([['c1'], ['c2']]), detail([['c1'], ['c3']])]).length).toBe(2);
  });
});
