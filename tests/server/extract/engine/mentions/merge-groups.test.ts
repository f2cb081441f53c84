import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

const groupsOf = (text: string): [string, number][] =>
  [...readReport(text).actors.values()]
    .filter((actor) => actor.kind === 'group' && actor.count > 0)
    .map((actor) => [actor.id, actor.count]);

describe('mergeGroups', () => {
  it('when all that tells one group apart also tells another of its head, then both are one with all names', () => {
    const text = 'Kenyan army officers came home. Kenyan officers marched.';
    expect(groupsOf(text)).toEqual([['kenyan-army-officers', 2]]);
    expect([...(readReport(text).actors.get('kenyan-army-officers')?.names ?? [])]).toEqual(
      expect.arrayContaining(['Kenyan army officers', 'Kenyan officers']),
    );
  });
  it('when a group has words of its own, then it stays apart', () => {
    expect(groupsOf('Kenyan army officers came home. Young Kenyan officers marched.')).toEqual([
      ['kenyan-army-officers', 1],
      ['young-kenyan-officers', 1],
    ]);
  });
  it('when one of two could be meant, then neither is', () => {
    expect(
      groupsOf('Young Kenyan farmers and old Kenyan farmers met. Several Kenyan farmers sang.').length,
    ).toBe(3);
  });
  it('when the number alone differs, then it is the same group', () => {
    expect(groupsOf('They saved 700 hungry migrants. Hungry migrants were fed.')).toHaveLength(1);
  });
  it('when anybody could be meant, then a bare word is nobody told apart before', () => {
    expect(groupsOf('Several people sang. Young people marched.')).toHaveLength(2);
  });
});
