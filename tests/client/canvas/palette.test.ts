import { describe, expect, it } from 'vitest';
import { PALETTES, blend } from '../../../client/canvas/palette.ts';
import { toRgb } from '../../../graph-data/network/appearance.ts';
import { VISIONS, contrastOf, differenceOf } from './colour-vision.ts';

/** CIEDE2000 that tells colours of small discs apart at a glance, and of thin lines; communities have their number too. */
const LEAST_DIFFERENCE = { kinds: 13.5, stances: 14, communities: 12.5 };

describe('differenceOf', () => {
  it('when asked for known pairs, then it agrees with what is published of them', () => {
    expect(differenceOf([255, 0, 0], [255, 0, 0], 'usual')).toBe(0);
    expect(differenceOf([0, 0, 0], [255, 255, 255], 'usual')).toBeCloseTo(100, 0);
    // Red and green of equal lightness all but fall together without the cones for one of them.
    expect(differenceOf([200, 80, 60], [120, 125, 40], 'usual')).toBeGreaterThan(40);
    expect(differenceOf([200, 80, 60], [120, 125, 40], 'protanopia')).toBeLessThan(25);
  });
});

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = PALETTES[theme];
  const lists: Record<keyof typeof LEAST_DIFFERENCE, Readonly<Record<string, string>>> = {
    kinds: palette.kinds,
    stances: palette.stances,
    communities: Object.fromEntries(
      [...palette.communities, palette.other].map((colour, index) => [index, colour]),
    ),
  };
  for (const part of ['kinds', 'stances', 'communities'] as const) {
    const colours = Object.entries(lists[part]);

    it.each(VISIONS)(`when a reader with %s vision looks, then all ${part} are told apart`, (vision) => {
      for (const [name, colour] of colours) {
        for (const [other, otherColour] of colours) {
          if (name >= other) continue;
          const difference = differenceOf(toRgb(colour), toRgb(otherColour), vision);
          expect(difference, `${name} and ${other}`).toBeGreaterThan(LEAST_DIFFERENCE[part]);
        }
      }
    });

    it(`when ${part} stand on the ground, then their contrast is at least 3 to 1`, () => {
      for (const [name, colour] of colours)
        expect(contrastOf(toRgb(colour), toRgb(palette.background)), name).toBeGreaterThanOrEqual(3);
    });
  }

  it.each(VISIONS)('when a reader with %s vision looks, then each step is told from the next', (vision) => {
    palette.steps.slice(1).forEach((colour, step) => {
      const before = palette.steps[step] ?? '';
      expect(differenceOf(toRgb(before), toRgb(colour), vision), `${before} ${colour}`).toBeGreaterThan(8);
    });
  });

  it('when steps go up, then each stands out more from the ground, the first by 3 to 1', () => {
    const contrasts = palette.steps.map((colour) => contrastOf(toRgb(colour), toRgb(palette.background)));
    expect(contrasts[0]).toBeGreaterThanOrEqual(3);
    expect(contrasts).toEqual(contrasts.toSorted((one, other) => one - other));
  });

  it('when text and signs stand on the ground or in a node, then they can be read', () => {
    const on = (colour: string): number => contrastOf(toRgb(colour), toRgb(palette.background));
    expect(
      [on(palette.text), on(palette.muted), on(palette.alert)].every((contrast) => contrast >= 4.5),
    ).toBe(true);
    const nodes = [...palette.steps, ...palette.communities, palette.other].map((colour) => [colour, colour]);
    for (const [kind, colour] of [...Object.entries(palette.kinds), ...nodes] as [string, string][])
      expect(contrastOf(toRgb(palette.glyph), toRgb(colour)), kind).toBeGreaterThanOrEqual(3);
  });
});

describe('blend', () => {
  it('when a share is given, then the colour is so far on its way to the ground', () => {
    expect([
      blend('#000000', '#ffffff', 0),
      blend('#000000', '#ffffff', 1),
      blend('#204060', '#406080', 0.5),
    ]).toEqual(['#000000', '#ffffff', '#305070']);
  });
});
