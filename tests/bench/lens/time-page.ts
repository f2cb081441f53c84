import type { Page } from 'playwright-core';

declare global {
  interface Window {
    lensWatch?: { answered: boolean; done: ((ms: number) => void) | undefined };
  }
}

/** Makes the program's page tell when a network that it asked for is drawn: call it before the page is opened. */
export async function watchRedraws(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: NonNullable<Window['lensWatch']> = { answered: false, done: undefined };
    window.lensWatch = watch;
    const plainFetch = window.fetch.bind(window);
    window.fetch = async (...given) => {
      const response = await plainFetch(...given);
      if (response.url.includes('network.columns')) watch.answered = true;
      return response;
    };
    const drawn = new Set<WebGL2RenderingContext>();
    for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
      const prototype = kind.prototype as unknown as Record<string, (...given: number[]) => void>;
      for (const name of ['drawArrays', 'drawArraysInstanced']) {
        const draw = prototype[name];
        if (draw === undefined) continue;
        prototype[name] = function (this: unknown, ...given: number[]): void {
          draw.apply(this, given);
          drawn.add(this as WebGL2RenderingContext);
          const { answered, done } = watch;
          if (!answered || done === undefined) return;
          watch.done = undefined;
          requestAnimationFrame(() => {
            // Each canvas has its own queue of work: lines and nodes are drawn on two.
            for (const gl of drawn) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
            requestAnimationFrame(() => done(performance.now()));
          });
        };
      }
    }
  });
}

/** Milliseconds from a lens change in the program's page, as going back in its history brings one, to the redrawn picture. */
export function timeLensChange(page: Page, query: string): Promise<number> {
  return page.evaluate(
    (next) =>
      new Promise<number>((resolve) => {
        const watch = window.lensWatch;
        if (watch === undefined) throw new Error('the page is not watched');
        history.pushState(null, '', `?${next}`);
        watch.answered = false;
        const startMs = performance.now();
        watch.done = (ms) => resolve(ms - startMs);
        dispatchEvent(new PopStateEvent('popstate'));
      }),
    query,
  );
}
