import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, executablePath, locateActor, skipped, startForTests } from './open-page.ts';

type CountingWindow = Window & { drawn: number };

describe.skipIf(executablePath === undefined)(`a page that should not move${skipped}`, () => {
  const program = startForTests();

  /** A page that counts the frames it asks the browser for. */
  const open = async (reducedMotion: 'reduce' | 'no-preference', query = '') => {
    const context = await program.browser.newContext({ ...DESKTOP, reducedMotion });
    await context.addInitScript(() => {
      const counting = window as unknown as CountingWindow;
      const ask = window.requestAnimationFrame.bind(window);
      counting.drawn = 0;
      window.requestAnimationFrame = (draw) => {
        counting.drawn += 1;
        return ask(draw);
      };
    });
    const page = await context.newPage();
    await page.goto(`${program.address}/${query}`);
    await page.getByText('of 35 actors').first().waitFor();
    return { page, context };
  };
  const drawn = (page: Page) => page.evaluate(() => (window as unknown as CountingWindow).drawn);
  /** How many frames it takes to play through some years, and how many steps those are. */
  const play = async (page: Page) => {
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.getByRole('button', { name: 'When it happened' }).click();
    await page.getByText('74 claims without a date').waitFor();
    const before = await drawn(page);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page
      .locator('.time-window')
      .getByText(/^1947 to 195[5-9] /)
      .waitFor();
    const frames = (await drawn(page)) - before;
    await page.getByRole('button', { name: 'Pause' }).click();
    const steps = Number(/195\d/.exec(await page.locator('.time-window').innerText())?.[0]) - 1946;
    return { frames, steps };
  };
  /** The same for a run of the layout to its end. */
  const run = async (page: Page) => {
    const before = await drawn(page);
    await page.getByRole('button', { name: 'Run the layout' }).click();
    await page.getByRole('button', { name: 'Run the layout' }).waitFor();
    return (await drawn(page)) - before;
  };

  it('when motion is to be reduced, then time is played in single pictures, and a layout is there at once', async () => {
    const still = await open('reduce');
    const { frames, steps } = await play(still.page);
    expect(frames).toBeLessThanOrEqual(steps * 2);
    expect(await run(still.page)).toBeLessThanOrEqual(3);
    await still.page.keyboard.press('f');
    await still.page.getByRole('heading', { name: 'Filter' }).waitFor();
    expect(await still.page.evaluate(() => document.getAnimations().length)).toBe(0);
    await still.context.close();
  });

  it('when it need not be, then lines fade and nodes glide: what is counted here is motion', async () => {
    const free = await open('no-preference');
    const { frames, steps } = await play(free.page);
    expect(frames).toBeGreaterThan(steps * 2);
    expect(await run(free.page)).toBeGreaterThan(20);
    await free.context.close();
  });

  it.each(['', '?from=2025-03', '?clock=happened&actor=donald-trump'])(
    'when the page is opened at %j, then the picture comes to rest where it does under reduced motion',
    async (query) => {
      const still = await open('reduce', query);
      const moving = await open('no-preference', query);
      const wanted = await locateActor(still.page, 'donald-trump');
      const far = (): Promise<number> =>
        locateActor(moving.page, 'donald-trump').then(({ x, y }) => Math.hypot(x - wanted.x, y - wanted.y));
      await expect.poll(far, { timeout: 5000 }).toBeLessThan(1);
      await Promise.all([still.context.close(), moving.context.close()]);
    },
  );
});
