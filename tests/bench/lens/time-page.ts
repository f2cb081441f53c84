import type { Page } from 'playwright-core';
import { watchDraws } from './watch-draws.ts';

/** Makes the program's page tell when a network that it asked for is drawn: call it before the page is opened. */
export async function watchRedraws(page: Page): Promise<void> {
  await watchDraws(page);
  await page.addInitScript(() => {
    const plainFetch = window.fetch.bind(window);
    window.fetch = async (...given) => {
      const response = await plainFetch(...given);
      if (window.drawWatch !== undefined && response.url.includes('network.columns'))
        window.drawWatch.isDue = true;
      return response;
    };
  });
}

/** Milliseconds from a lens change in the program's page, as going back in its history brings one, to the redrawn picture. */
export function timeLensChange(page: Page, query: string): Promise<number> {
  return page.evaluate(
    (next) =>
      new Promise<number>((resolve) => {
        const watch = window.drawWatch;
        if (watch === undefined) throw new Error('the page is not watched');
        history.pushState(null, '', `?${next}`);
        watch.isDue = false;
        const startMs = performance.now();
        watch.done = (ms) => resolve(ms - startMs);
        dispatchEvent(new PopStateEvent('popstate'));
      }),
    query,
  );
}
