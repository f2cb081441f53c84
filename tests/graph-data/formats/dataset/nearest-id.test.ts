import { describe, expect, it } from 'vitest';
import { findNearest, toNearestFinder } from '../../../../graph-data/formats/dataset/nearest-id.ts';

const IDS = ['donald-trump', 'russia', 'ukraine', 'vladimir-putin', 'volodymyr-zelensky'];

describe('the nearest id', () => {
  it.each([
    ['vladimir-puttin', 'vladimir-putin'],
    ['putin', 'vladimir-putin'],
    ['president-donald-trump', 'donald-trump'],
    ['zelenskyy', undefined],
    ['rusia', 'russia'],
    ['france', undefined],
  ])('when %s is looked for, then is %s', (id, nearest) => {
    expect(findNearest(id, IDS)).toBe(nearest);
  });

  it('when two are as near, then is the first in alphabetical order, whatever the order given', () => {
    expect(findNearest('bat', ['cat', 'bad', 'bar'])).toBe('bad');
  });

  it('when a hundred ids have been looked for, then no more are, and the known answers stay', () => {
    const find = toNearestFinder(IDS);
    for (let at = 0; at < 100; at += 1) find(`russia${at}`);
    expect(find('rusia')).toBeUndefined();
    expect(find('russia7')).toBe('russia');
  });
});
