import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPicture } from '../../../client/panels/after-picture.ts';
import { withFailure, withLoading } from '../../../client/state/network-state.ts';
import { createPageStore } from '../../../client/state/page-store.ts';

describe('afterPicture', () => {
  let frames: (() => void)[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** A page whose network is on its way, and whether the picture counts as drawn yet. */
  const begin = () => {
    const store = createPageStore('');
    store.setState(({ network }) => ({ network: withLoading(network) }));
    const outcome = { isDrawn: false };
    void afterPicture(store).then(() => {
      outcome.isDrawn = true;
    });
    const arrive = (): void =>
      store.setState(({ network }) => ({
        network: withFailure(network, {
          title: 'Gone',
          detail: null,
          status: 503,
          pointers: [],
          reasons: [],
        }),
      }));
    return { outcome, arrive };
  };
  const turn = () => vi.advanceTimersByTimeAsync(0);
  const draw = async (): Promise<void> => {
    for (const callback of frames.splice(0)) callback();
    await turn();
  };

  it('when the network is still on its way, then nothing is drawn yet however many frames pass', async () => {
    const { outcome } = begin();
    await turn();
    await draw();
    await draw();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(outcome.isDrawn).toBe(false);
  });

  it('when it has arrived or failed, then two frames later', async () => {
    const { outcome, arrive } = begin();
    arrive();
    await turn();
    await draw();
    expect(outcome.isDrawn).toBe(false);
    await draw();
    expect(outcome.isDrawn).toBe(true);
  });

  it('when no frame is drawn, as in a hidden tab, then it does not wait for ever', async () => {
    const { outcome, arrive } = begin();
    arrive();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outcome.isDrawn).toBe(true);
  });
});
