import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../../client/panels/tour/place-card.ts';

const WINDOW = { width: 1280, height: 800 };
const CARD = { width: 320, height: 180 };

describe('the place of a tour’s card', () => {
  it('when there is room below, then it is there, under the middle', () => {
    expect(placeCard({ left: 600, top: 100, width: 80, height: 40 }, CARD, WINDOW)).toEqual({
      left: 480,
      top: 152,
    });
  });

  it('when what it is about lies at the bottom, then it is above it', () => {
    expect(placeCard({ left: 0, top: 770, width: 880, height: 30 }, CARD, WINDOW)).toEqual({
      left: 280,
      top: 578,
    });
  });

  it('when it is about nothing in sight, then it is at the lower left', () => {
    expect(placeCard(null, CARD, WINDOW)).toEqual({ left: 12, top: 608 });
  });

  it('when the window holds it, then all of it is in sight; and it covers nothing of what it is about where it fits beside it', () => {
    const size = fc.record({
      width: fc.integer({ min: 100, max: 360 }),
      height: fc.integer({ min: 80, max: 300 }),
    });
    const target = fc.record({
      left: fc.integer({ min: -100, max: 1400 }),
      top: fc.integer({ min: -100, max: 900 }),
      width: fc.integer({ min: 10, max: 300 }),
      height: fc.integer({ min: 10, max: 120 }),
    });
    const window = fc.record({
      width: fc.integer({ min: 390, max: 1600 }),
      height: fc.integer({ min: 700, max: 1000 }),
    });
    fc.assert(
      fc.property(target, size, window, (about, card, space) => {
        const { left, top } = placeCard(about, card, space);

        expect(left).toBeGreaterThanOrEqual(12);
        expect(top).toBeGreaterThanOrEqual(12);
        expect(left + card.width).toBeLessThanOrEqual(space.width - 12);
        expect(top + card.height).toBeLessThanOrEqual(space.height - 12);
        // So tall a window has room above or below whatever is this low.
        const isApart =
          left >= about.left + about.width ||
          left + card.width <= about.left ||
          top >= about.top + about.height ||
          top + card.height <= about.top;
        if (about.top >= 0 && about.top + about.height <= space.height && card.height <= 250)
          expect(isApart).toBe(true);
      }),
    );
  });
});
