import type { Page } from 'playwright-core';
import { watchDraws } from '../lens/watch-draws.ts';

declare global {
  interface Window {
    /** When the pointer first moved since a move was waited for, by `performance.now()`. */
    brushMovedMs?: number | undefined;
  }
}

/** Pixels from the left end of the bars that are in the first bar, and not on the handle before it. */
const BESIDE_HANDLE = 8;

/** Makes the program's page tell how long it takes from a move of the pointer to the redrawn picture: call it before it is opened. */
export async function watchBrush(page: Page): Promise<void> {
  await watchDraws(page);
  await page.addInitScript(() => {
    addEventListener(
      'pointermove',
      () => {
        if (window.drawWatch?.done === undefined) return;
        window.brushMovedMs ??= performance.now();
        window.drawWatch.isDue = true;
      },
      true,
    );
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
        const watch = window.drawWatch;
        if (watch === undefined) throw new Error('the page is not watched');
        window.brushMovedMs = undefined;
        watch.isDue = false;
        watch.done = (ms) => resolve(ms - (window.brushMovedMs ?? NaN));
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
