import { describe, expect, it } from 'vitest';
import type { LayoutInput } from '../../../../graph-data/network/layout/layout-input.ts';
import { computeLayout, startLayout } from '../../../../graph-data/network/layout/layout.ts';
import { toLayoutFrame } from '../../../../graph-data/network/layout/resume-layout.ts';
import { edgesOf } from './edges-of.ts';

/** Three stars whose centres are tied. */
const ids = Array.from({ length: 24 }, (_, index) => `n${String(index).padStart(2, '0')}`);
const edges = ids
  .map((_, index): [number, number, number] => [index % 3, index, 1 + Math.log(1 + (index % 4))])
  .filter(([source, target]) => source !== target)
  .concat([
    [0, 1, 2],
    [1, 2, 1],
  ])
  .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
const input: LayoutInput = { ids, edges: edgesOf(edges) };

function spreadOf(picture: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < picture.length; at += 1) sum += (picture[at] ?? 0) ** 2;
  return Math.sqrt((sum * 2) / picture.length);
}

describe('toLayoutFrame', () => {
  it('when a picture goes to the layout and back, then it is the same', () => {
    const picture = computeLayout(input);
    const frame = toLayoutFrame(input, picture);
    frame.toPicture(frame.toOwn(picture)).forEach((value, at) => {
      expect(value).toBeCloseTo(picture[at] ?? 0, 3);
    });
  });

  it.each([1, 10, 0.1])(
    'when the layout goes on from a picture %s times as large, then it stays as large',
    (times) => {
      const picture = computeLayout(input).map((value) => value * times);
      const frame = toLayoutFrame(input, picture);
      const layout = startLayout({ ...input, start: frame.toOwn(picture) });
      layout.step(300);
      const share = spreadOf(frame.toPicture(layout.positions())) / spreadOf(picture);
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(1.1);
    },
  );

  it('when there is one node or none, then the frame is the picture', () => {
    expect([...toLayoutFrame({ ids: ['one'], edges: edgesOf([]) }, [3, 4]).toOwn([3, 4])]).toEqual([0, 0]);
    expect([...toLayoutFrame({ ids: [], edges: edgesOf([]) }, []).toOwn([])]).toEqual([]);
  });
});
