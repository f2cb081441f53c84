import type { PageStore } from '../state/page-store.ts';

/** Where no frame is drawn, as in a hidden tab, a frame lasts this long. */
const LONGEST_FRAME_MS = 300;

/**
 * Resolves when the network under the page's lens has arrived and two frames have been drawn with it, or when it has failed.
 * What is asked for after this holds no picture up, neither at the server nor in the browser.
 */
export async function afterPicture(store: PageStore): Promise<void> {
  await new Promise<void>((resolve) => {
    if (store.getState().network.status !== 'loading') {
      resolve();
      return;
    }
    const unsubscribe = store.subscribe(({ network }) => {
      if (network.status === 'loading') return;
      unsubscribe();
      resolve();
    });
  });
  await nextFrame();
  await nextFrame();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => resolve());
  });
}
