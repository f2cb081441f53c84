import { describe, expect, it } from 'vitest';
import { findOtherwise } from '../../../../client/panels/case-file/find-otherwise.ts';
import type { Ask } from '../../../../client/state/keep-network-loaded.ts';
import { toClaimItem, toPathItem, withOtherwise } from '../../../../client/panels/case-file/to-case-item.ts';
import type { PathAnswer } from '../../../../graph-data/contract/questions-paths.ts';
import { parseCaseFile } from '../../../../graph-data/formats/case-file/parse-case-file.ts';
import { writeCaseJson } from '../../../../graph-data/formats/case-file/write-case-json.ts';
import { toClaim, toRef } from '../claim-answer.ts';

const UNDER = { version: 81, lens: 'Positive' };

describe('what is pinned', () => {
  it('when it is a claim, then the case file that holds it can be read back', () => {
    const item = toClaimItem(toClaim('c1', 'a', 'supports', 'b', { speaker: toRef('w') }), new Map(), UNDER);
    const file = { title: '', items: [item] };

    expect(item).toMatchObject({ kind: 'claim', id: 'c1', ...UNDER, steps: [{ claims: [0] }] });
    expect(parseCaseFile(writeCaseJson(file, null))).toEqual({ file });
  });

  it('when what others say instead is found, then it goes along, each claim once, and the step is disputed', () => {
    const item = toClaimItem(toClaim('c1', 'a', 'supports', 'b'), new Map(), UNDER);
    const whole = withOtherwise(item, [
      [toClaim('c2', 'a', 'coerces', 'b'), toClaim('c1', 'a', 'supports', 'b')],
    ]);

    expect(whole.claims.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(whole.steps[0]).toMatchObject({ isDisputed: true, claims: [0], otherwise: [1] });
    expect(withOtherwise(item, [[]])).toEqual(item);
    const file = { title: '', items: [whole] };
    expect(parseCaseFile(writeCaseJson(file, null))).toEqual({ file });
  });

  it('when the dispute of a relation is looked up, then a claim gets the side it is not on, and one that nobody disputes none', async () => {
    const ask: Ask = ({ address }) =>
      Promise.resolve(
        (address.includes('/relations/')
          ? { disputedBy: [['c1'], ['c2', 'c3', 'c4', 'c5']] }
          : toClaim(address.split('/').at(-1) ?? '', 'a', 'coerces', 'b')) as never,
      );
    const found = async (id: string): Promise<string[][]> => {
      const item = toClaimItem(toClaim(id, 'a', 'supports', 'b'), new Map(), UNDER);
      return (await findOtherwise(item, ['a.supports.b'], ask)).map((claims) =>
        claims.map((claim) => claim.id),
      );
    };

    expect(await found('c1')).toEqual([['c2', 'c3', 'c4']]);
    expect(await found('c4')).toEqual([['c1']]);
    expect(await found('c9')).toEqual([[]]);
    expect(
      await findOtherwise(toClaimItem(toClaim('c1', 'a', 't', 'b'), new Map(), UNDER), ['x'], () =>
        Promise.reject(new Error('offline')),
      ),
    ).toEqual([[]]);
  });

  it('when it is a path, then each step has its own sentences, found by the numbers of their notes', () => {
    const all = [toClaim('c1', 'x', 't', 'y'), toClaim('c2', 'a', 't', 'b'), toClaim('c3', 'b', 't', 'c')];
    const step = (from: string, to: string, notes: number[]): PathAnswer['reading'][number] => ({
      subject: toRef(from),
      words: 'supports',
      label: null,
      object: toRef(to),
      modality: 'asserted',
      speakers: [null],
      speakerCount: 1,
      disputed: false,
      notes,
    });
    const path: PathAnswer = {
      length: 2,
      strength: 1,
      actors: ['a', 'b', 'c'].map(toRef),
      hops: [],
      reading: [step('a', 'b', [2]), step('b', 'c', [3])],
    };
    const item = toPathItem(path, all, UNDER);

    expect(item.id).toBe('a..b..c');
    expect(item.facts).toBe('2 steps, weakest step: 1 origin');
    expect(item.claims.map(({ id }) => id)).toEqual(['c2', 'c3']);
    expect(item.steps.map(({ claims }) => claims)).toEqual([[0], [1]]);
  });
});
