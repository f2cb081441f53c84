import { describe, expect, it } from 'vitest';
import { computeLayout } from '../../../graph-data/network/layout/layout.ts';
import { computeLayoutInWorker } from '../../../server/app/compute-layout.ts';
import { edgesOf } from '../../graph-data/network/layout/edges-of.ts';

const ids = Array.from({ length: 500 }, (_, at) => `actor-${String(at).padStart(3, '0')}`);
const edges = edgesOf(ids.slice(1).map((_, at): [number, number, number] => [Math.floor(at / 4), at + 1, 1]));

describe('computeLayoutInWorker', () => {
  it('when a network is laid out in a thread, then every place is the one computed here', async () => {
    expect(await computeLayoutInWorker({ ids, edges })).toEqual(computeLayout({ ids, edges }));
  });

  it('when it is aborted, before or on the way, then it is rejected with the reason', async () => {
    await expect(computeLayoutInWorker({ ids, edges }, AbortSignal.abort('early'))).rejects.toBe('early');
    const controller = new AbortController();
    const positions = computeLayoutInWorker({ ids, edges }, controller.signal);
    controller.abort('late');
    await expect(positions).rejects.toBe('late');
  });
});
