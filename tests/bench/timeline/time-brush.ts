import type { Page } from 'playwright-core';

declare global {
  interface Window {
    brushWatch?: { startMs: number | undefined; done: ((ms: number) => void) | undefined };
  }
}

/** Pixels from the left end of the bars that are in the first bar, and not on the handle before it. */
const BESIDE_HANDLE = 8;

/** Makes the program's page tell how long it takes from a move of the pointer to the redrawn picture: call it before it is opened. */
export async function watchBrush(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: NonNullable<Window['brushWatch']> = { startMs: undefined, done: undefined };
    window.brushWatch = watch;
    addEventListener(
      'pointermove',
      () => {
        if (watch.done !== undefined) watch.startMs ??= performance.now();
      },
      true,
    );
    const drawn = new Set<WebGL2RenderingContext>();
    for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
      const prototype = kind.prototype as unknown as Record<string, (...given: number[]) => void>;
      for (const name of ['drawArrays', 'drawArraysInstanced']) {
        const draw = prototype[name];
        if (draw === undefined) continue;
        prototype[name] = function (this: unknown, ...given: number[]): void {
          draw.apply(this, given);
          drawn.add(this as WebGL2RenderingContext);
          const { startMs, done } = watch;
          if (startMs === undefined || done === undefined) return;
          watch.done = undefined;
          requestAnimationFrame(() => {
            // Each canvas has its own queue of work: lines and nodes are drawn on two.
            for (const gl of drawn) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
            requestAnimationFrame(() => done(performance.now() - startMs));
          });
        };
      }
    }
  });
}

/** Opens the timeline and begins a brush at its first bar; everything that it draws by is in the page then. */
export async function beginBrush(page: Page): Promise<void> {
  const days = page.waitForResponse(/timeline\.columns/);
  await page.getByRole('button', { name: 'Timeline' }).click();
  await (await days).finished();
  await page.getByRole('group', { name: 'Time shown' }).waitFor();
  const { left, middle } = await toBars(page);
  await page.mouse.move(left + BESIDE_HANDLE, middle);
  await page.mouse.down();
  await page.locator('.time-window').getByText('claims').waitFor();
}

/** Milliseconds from the brush's other end moving to this share of the bars to the redrawn picture. */
export async function timeBrushMove(page: Page, share: number): Promise<number> {
  const { left, width, middle } = await toBars(page);
  const timed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const watch = window.brushWatch;
        if (watch === undefined) throw new Error('the page is not watched');
        watch.startMs = undefined;
        watch.done = resolve;
      }),
  );
  await page.mouse.move(left + width * share, middle);
  return timed;
}

async function toBars(page: Page): Promise<{ left: number; width: number; middle: number }> {
  const box = await page.getByRole('group', { name: 'Time shown' }).boundingBox();
  if (box === null) throw new Error('no bars');
  return { left: box.x, width: box.width, middle: box.y + box.height / 2 };
}
