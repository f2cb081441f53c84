import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureList, type FeatureNames } from '../../../../../server/extract/engine/hashing/feature-list.ts';
import { hashOf, toPart } from '../../../../../server/extract/engine/hashing/part.ts';

describe('FeatureList', () => {
  it('when a name is put together from pieces, then its hash is that of the whole name, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 6 }), (words) => {
        const list = new FeatureList();
        const [first, ...rest] = words.map(toPart);
        if (!first) return;
        list.add(first, ...(rest as [ReturnType<typeof toPart>]));
        list.begin(first);
        for (const part of rest) list.and(part);
        list.end();
        expect([...list.take()]).toEqual([hashOf(words.join('')), hashOf(words.join(''))]);
      }),
    );
  });

  it('when it keeps names, then each hash has its name', () => {
    const names: FeatureNames = new Map();
    const list = new FeatureList(names);
    list.add(toPart('k:'), toPart('person'), toPart('>'), toPart('country'));
    list.begin(toPart('seq:'));
    list.and(toPart('to'));
    list.end();
    expect([...list.take()].map((hash) => names.get(hash))).toEqual(['k:person>country', 'seq:to']);
  });

  it('when more come than it has room for, then none is lost, and taking or dropping begins anew', () => {
    const list = new FeatureList();
    for (let k = 0; k < 3000; k += 1) list.add(toPart(String(k)));
    expect(list.look()).toHaveLength(3000);
    expect(list.take()[2999]).toBe(hashOf('2999'));
    list.add(toPart('x'));
    list.drop();
    expect(list.take()).toHaveLength(0);
  });
});
