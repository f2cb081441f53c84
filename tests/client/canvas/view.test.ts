import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewport } from '../../../client/canvas/view.ts';
import { centreOn, fitExtent, isCramped, sizeDivisor, toClear } from '../../../client/canvas/view.ts';
import type { Camera } from '../../../client/canvas/network-canvas-options.ts';

/** Where Sigma draws a point of the frame: its matrix for a square frame, no padding, and a camera angle of 0 or 90°. */
function toPixel({ x, y, ratio }: Camera, viewport: Viewport, point: { x: number; y: number }) {
  const { width, height, isTurned } = viewport;
  const unit = Math.min(width, height) / ratio;
  if (isTurned) return { x: width / 2 + (point.y - y) * unit, y: height / 2 + (point.x - x) * unit };
  return { x: width / 2 + (point.x - x) * unit, y: height / 2 - (point.y - y) * unit };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const viewports = fc.record({
  width: fc.integer({ min: 390, max: 2_000 }),
  height: fc.integer({ min: 400, max: 1_400 }),
  isTurned: fc.boolean(),
  insets: fc.record({
    top: fc.integer({ min: 0, max: 90 }),
    right: fc.integer({ min: 0, max: 120 }),
    bottom: fc.integer({ min: 0, max: 200 }),
    left: fc.integer({ min: 0, max: 120 }),
  }),
});

describe('fitExtent', () => {
  it('whatever the extent and the panels, then all of it lies in the space they leave free', () => {
    fc.assert(
      fc.property(viewports, share, share, share, share, (viewport, x1, x2, y1, y2) => {
        const extent = {
          left: Math.min(x1, x2),
          right: Math.max(x1, x2),
          bottom: Math.min(y1, y2),
          top: Math.max(y1, y2),
        };
        const camera = fitExtent(extent, viewport);
        const [one, other] = [
          toPixel(camera, viewport, { x: extent.left, y: extent.top }),
          toPixel(camera, viewport, { x: extent.right, y: extent.bottom }),
        ];
        const low = { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y) };
        const high = { x: Math.max(one.x, other.x), y: Math.max(one.y, other.y) };
        const { width, height, insets } = viewport;
        expect(low.x).toBeGreaterThanOrEqual(insets.left - 1e-6);
        expect(low.y).toBeGreaterThanOrEqual(insets.top - 1e-6);
        expect(high.x).toBeLessThanOrEqual(width - insets.right + 1e-6);
        expect(high.y).toBeLessThanOrEqual(height - insets.bottom + 1e-6);
        // and in its middle
        expect(low.x + high.x).toBeCloseTo(insets.left + width - insets.right, 3);
        expect(low.y + high.y).toBeCloseTo(insets.top + height - insets.bottom, 3);
      }),
    );
  });

  it('when there is a single node, then it does not come closer than the closest', () => {
    const insets = { top: 0, right: 0, bottom: 0, left: 0 };
    const viewport = { width: 800, height: 600, insets, isTurned: false };
    const dot = { left: 0.4, right: 0.4, bottom: 0.7, top: 0.7 };
    expect(fitExtent(dot, viewport)).toEqual({ x: 0.4, y: 0.7, ratio: 0.2 });
    expect(fitExtent(dot, viewport, 0.5).ratio).toBe(0.5);
  });
});

describe('centreOn', () => {
  it('when panels cover a side, then the point lies in the middle of what is left', () => {
    const insets = { top: 100, right: 400, bottom: 0, left: 0 };
    for (const isTurned of [false, true]) {
      const viewport = { width: 1_000, height: 600, insets, isTurned };
      const point = { x: 0.3, y: 0.8 };
      const pixel = toPixel(centreOn(point, 0.4, viewport), viewport, point);
      expect([pixel.x, pixel.y]).toEqual([expect.closeTo(300), expect.closeTo(350)]);
    }
  });
});

describe('sizeDivisor', () => {
  it('when the camera comes nearer, then things grow with the square root; small canvases and crowds make them small', () => {
    expect(sizeDivisor(1, 900, 900, 35) / sizeDivisor(0.25, 900, 900, 35)).toBeCloseTo(2);
    expect(sizeDivisor(1, 390, 844, 35)).toBeGreaterThan(sizeDivisor(1, 1_280, 800, 35));
    expect(sizeDivisor(1, 900, 900, 80 * 8)).toBeCloseTo(2);
  });
});

describe('toClear', () => {
  const insets = { top: 0, right: 400, bottom: 0, left: 0 };
  const viewport = { width: 1_000, height: 1_000, insets, isTurned: false };
  const camera = { x: 0.5, y: 0.5, ratio: 1 };
  const dotAt = (x: number, y: number) => ({ left: x, right: x, bottom: y, top: y });

  it('whatever is shown from wherever, then all of it comes into the free space, and stays there when asked again', () => {
    const cameras = fc.record({ x: share, y: share, ratio: fc.double({ min: 0.05, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(viewports, cameras, share, share, share, share, (view, from, x1, x2, y1, y2) => {
        const extent = {
          left: Math.min(x1, x2),
          right: Math.max(x1, x2),
          bottom: Math.min(y1, y2),
          top: Math.max(y1, y2),
        };
        const to = toClear(extent, from, view);
        for (const x of [x1, x2]) {
          for (const y of [y1, y2]) {
            const pixel = toPixel(to, view, { x, y });
            expect(pixel.x).toBeGreaterThanOrEqual(view.insets.left);
            expect(pixel.x).toBeLessThanOrEqual(view.width - view.insets.right);
            expect(pixel.y).toBeGreaterThanOrEqual(view.insets.top);
            expect(pixel.y).toBeLessThanOrEqual(view.height - view.insets.bottom);
          }
        }
        expect(to.ratio).toBeGreaterThanOrEqual(from.ratio);
        expect(toClear(extent, to, view)).toBe(to);
      }),
    );
  });

  it('when a point is under a panel, then the camera moves until it is just clear of it', () => {
    for (const isTurned of [false, true]) {
      const view = { ...viewport, isTurned };
      const point = isTurned ? { x: 0.5, y: 0.8 } : { x: 0.8, y: 0.5 };
      const moved = toClear(dotAt(point.x, point.y), camera, view);
      const pixel = toPixel(moved, view, point);
      expect([pixel.x, pixel.y]).toEqual([expect.closeTo(564), expect.closeTo(500)]);
      expect(moved.ratio).toBe(1);
    }
  });

  it('when one end of a pair is under a panel though its middle is not, then the camera moves for both', () => {
    const pair = { left: 0.3, right: 0.7, bottom: 0.5, top: 0.5 };
    const moved = toClear(pair, camera, viewport);
    expect(toPixel(moved, viewport, { x: 0.7, y: 0.5 }).x).toBeCloseTo(564);
    expect(moved.ratio).toBe(1);
  });

  it('when a pair is wider than the free space, then the camera draws back until both are in it', () => {
    const pair = { left: 0.1, right: 0.9, bottom: 0.5, top: 0.5 };
    const moved = toClear(pair, camera, viewport);
    expect(moved.ratio).toBeGreaterThan(1);
    expect(toPixel(moved, viewport, { x: 0.1, y: 0.5 }).x).toBeGreaterThan(0);
    expect(toPixel(moved, viewport, { x: 0.9, y: 0.5 }).x).toBeLessThan(600);
  });

  it('when all of it is clear, then the camera stays', () => {
    expect(toClear(dotAt(0.5, 0.5), camera, viewport)).toBe(camera);
  });
});

describe('isCramped', () => {
  const phone = { width: 390, height: 744, isTurned: true };

  it('when a sheet leaves less than 400 pixels of height, then there is little room; without it there is enough', () => {
    expect(isCramped({ ...phone, insets: { top: 40, right: 0, bottom: 464, left: 0 } })).toBe(true);
    expect(isCramped({ ...phone, insets: { top: 40, right: 0, bottom: 60, left: 0 } })).toBe(false);
  });
});
