import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import type { NetworkCanvas } from '../../client/canvas/network-canvas-options.ts';
import type { ActorId } from '../../graph-data/model/ids.ts';
import { tabTo } from './by-keyboard.ts';
import {
  DESKTOP,
  executablePath,
  locateActor,
  openPage,
  PHONE,
  skipped,
  startForTests,
} from './open-page.ts';

type CanvasElement = HTMLElement & { readonly networkCanvas?: NetworkCanvas };

/** A window of 1280 × 720 at 200 %. */
const ZOOMED = { ...DESKTOP, viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 };

describe.skipIf(executablePath === undefined)(`the timeline${skipped}`, () => {
  const program = startForTests();

  const open = async (query = '', options = DESKTOP) => {
    const opened = await openPage(program.browser, `${program.address}/${query}`, options);
    await opened.page.getByText('of 35 actors').first().waitFor();
    return opened;
  };
  const handle = (page: Page, name: 'From' | 'To') =>
    page.getByRole('group', { name: 'Time shown' }).getByRole('slider', { name, exact: true });
  const told = (page: Page) => page.locator('.time-window');
  const isHit = (page: Page, actor: string) =>
    page.evaluate(
      (id) =>
        document.querySelector<CanvasElement>('.canvas')?.networkCanvas?.locate(id as ActorId) !== undefined,
      actor,
    );
  /** The pixel of the page at this share of the bars. */
  const barAt = async (page: Page, share: number) => {
    const box = await page.getByRole('group', { name: 'Time shown' }).boundingBox();
    if (box === null) throw new Error('no bars');
    return { x: box.x + box.width * share, y: box.y + box.height / 2 };
  };

  it('when the brush is drawn by mouse, then the picture follows at once, and the lens when it is let go; Escape takes it off', async () => {
    const { page, context, complaints } = await open();
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.getByRole('button', { name: 'When it happened' }).click();
    await page.getByText('74 claims without a date').waitFor();
    const before = await locateActor(page, 'donald-trump');
    await locateActor(page, 'olaf-scholz');

    // The bars are the years from 1947 to 2025.
    const [start, end] = [await barAt(page, 46.5 / 79), await barAt(page, 0.999)];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 4 });
    await told(page).getByText('1993 to 2025 · 5 relations, 6 claims').waitFor();
    expect((await page.locator('.counts').innerText()).replace(/\s+/g, ' ')).toMatch(
      /\d of 35 actors 5 of 53 relations 6 of 81 claims/,
    );
    expect(await page.locator('.legend-count').count()).toBe(0);
    expect(page.url()).not.toContain('from=');
    expect(await isHit(page, 'olaf-scholz')).toBe(false);
    expect(await locateActor(page, 'donald-trump')).toEqual(before);

    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('from=1993');
    expect(page.url()).toContain('clock=happened');
    expect(page.url()).not.toContain('to=');
    await page.getByText('6 of 81 claims').first().waitFor();
    await page.getByRole('button', { name: 'Remove: Happened from 1993' }).waitFor();

    // A handle is taken hold of, and Escape takes off what it left.
    const grip = await barAt(page, 46 / 79);
    await page.mouse.move(grip.x - 5, grip.y);
    await page.mouse.down();
    await page.mouse.move((await barAt(page, 0.25)).x, grip.y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toMatch(/from=19[67]/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('from=');
    await page.getByText('81 of 81 claims').first().waitFor();
    await locateActor(page, 'olaf-scholz');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when only the keyboard is used, then the same is done: opened, moved, played, asked for a day, and remembered', async () => {
    const { page, context, complaints } = await open();
    await tabTo(page, 'Timeline');
    await page.keyboard.press('Enter');
    await handle(page, 'From').waitFor();
    expect(await handle(page, 'To').getAttribute('aria-valuetext')).toBe('31 March 2025');

    await tabTo(page, 'To');
    await page.keyboard.press('Home');
    expect(await handle(page, 'To').getAttribute('aria-valuetext')).toBe('1 March 2025');
    await expect.poll(() => page.url()).toContain('to=2025-03-01');
    await page.getByText('77 of 81 claims').first().waitFor();
    await page.keyboard.press('.');
    await expect.poll(() => page.url()).toContain('to=2025-03-02');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('to=2025-03-03');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.url()).toContain('from=2025-03-02&to=2025-03-04');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('to=');

    await tabTo(page, 'Play', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await told(page).getByText('1 to 3 March 2025 · 51 relations, 77 claims').waitFor();
    expect(page.url()).not.toContain('to=');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await expect.poll(() => page.url()).toMatch(/to=2025-03-0\d/);

    await tabTo(page, 'When it happened');
    await page.keyboard.press('Space');
    await expect.poll(() => page.url()).toContain('clock=happened');
    await tabTo(page, 'What could one know on');
    await page.keyboard.type('03122025');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('to=2025-03-12');
    expect(page.url()).not.toContain('clock=');
    await page.getByText('77 of 81 claims').first().waitFor();

    await page.reload();
    await handle(page, 'To').waitFor();
    expect(await handle(page, 'To').getAttribute('aria-valuetext')).toBe('12 March 2025');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when an answer comes while a day is being typed, then neither the day nor the focus is lost', async () => {
    const { page, context, complaints } = await open();
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const held = Promise.withResolvers<undefined>();
    await page.route(/timeline\?.*clock=happened/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'When it happened' }).click();
    await page.getByLabel('What could one know on').focus();
    await page.keyboard.type('031220');
    held.resolve(undefined);
    await page.getByText('74 claims without a date').waitFor();
    await page.keyboard.type('25');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('to=2025-03-12');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when it is read as a table by keyboard, then a row’s days are left, and axe finds nothing', async () => {
    const { page, context, complaints } = await open('?tab=table&table=timeline');
    const row = page.getByRole('row', { name: /13 March 2025/ });
    await row.waitFor();
    await page.getByText('77 claims with a date longer than a day, as spans').waitFor();
    await expectAxeClean(page);
    await row.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('from=2025-03-13');
    await page.getByRole('button', { name: 'When it happened' }).press('Enter');
    await page.getByRole('row', { name: /1947/ }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when axe looks at it, in light, dark, on a phone and at 200 %, then it finds nothing, and nothing is cut off', async () => {
    for (const options of [DESKTOP, { ...DESKTOP, colorScheme: 'dark' as const }, PHONE, ZOOMED]) {
      const { page, context } = await open('?from=2025-03-10', options);
      // A link with days opens it where there is room.
      const head = page.getByRole('button', { name: 'Timeline' });
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      await page.getByText('with a date longer than a day').waitFor();
      await expectAxeClean(page);
      const { width } = options.viewport ?? { width: 0 };
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    }
  });
});
