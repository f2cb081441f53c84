import { describe, expect, it } from 'vitest';
import type { Neighbours } from '../../../../client/panels/review/ego-picture.ts';
import { toEgoPicture, toEgoWords } from '../../../../client/panels/review/ego-picture.ts';
import { toClaim, toRef } from '../claim-answer.ts';

function neighbours(...ties: readonly (readonly [id: string, claims: number])[]): Neighbours {
  return ties.map(([id, claims]) => ({
    actor: toRef(id),
    distance: 1,
    claims,
    origins: claims,
    disputed: false,
    relationCount: 1,
    relations: [],
  }));
}

const claim = toClaim('c', 'ann', 'informs', 'ben');

describe('toEgoPicture', () => {
  it('when the two share neighbours, then the strongest of them stand between, tied to both', () => {
    const picture = toEgoPicture(
      claim,
      neighbours(['own', 9], ['weak', 1], ['strong', 4], ['mid', 2]),
      neighbours(['strong', 5], ['mid', 1], ['weak', 1]),
    );
    const between = picture.nodes.filter(({ x }) => x === 240).map(({ actor }) => actor.id);

    expect(between).toEqual(['strong', 'mid']);
    expect(picture.shared.map(({ id }) => id)).toEqual(['strong', 'mid', 'weak']);
    expect(
      picture.lines
        .filter(({ to }) => to.actor.id === 'strong')
        .map(({ from, claims }) => [from.actor.id, claims]),
    ).toEqual([
      ['ann', 4],
      ['ben', 5],
    ]);
  });

  it('when the two are tied today, then one line says so beside the claim’s own', () => {
    const picture = toEgoPicture(claim, neighbours(['ben', 3]), neighbours(['ann', 3]));

    expect(picture.lines.map(({ from, to, claims }) => [from.actor.id, to.actor.id, claims])).toEqual([
      ['ann', 'ben', 3],
    ]);
    expect(picture.nodes.length).toBe(2);
    expect(toEgoWords(picture)).toBe('3 claims tie them today.');
  });

  it('when both are new, then they stand alone, and it is said', () => {
    const words = toEgoWords(toEgoPicture(claim, [], []));
    expect(words).toContain('Nothing ties them directly today.');
    expect(words).toContain('ANN would be new in the network.');
    expect(words).toContain('BEN would be new in the network.');
  });

  it('when there are many neighbours, then no two stand at one place, and all inside the picture', () => {
    const many = neighbours(...Array.from({ length: 30 }, (_, index) => [`n${index}`, 30 - index] as const));
    const { nodes } = toEgoPicture(claim, many, many.slice(3));
    const places = nodes.map(({ x, y }) => `${x} ${y}`);

    expect(new Set(places).size).toBe(places.length);
    expect(nodes.every(({ x, y }) => x > 0 && x < 480 && y > 0 && y < 200)).toBe(true);
  });
});
