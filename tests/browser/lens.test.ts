import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import { DESKTOP, executablePath, openPage, PHONE, skipped, startForTests } from './open-page.ts';

/** A window of 1280 × 720 at 200 %. */
const ZOOMED = { ...DESKTOP, viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 };

describe.skipIf(executablePath === undefined)(`the filter panel${skipped}`, () => {
  const program = startForTests();

  const open = async (query = '', options = DESKTOP) => {
    const opened = await openPage(program.browser, `${program.address}/${query}`, options);
    await opened.page.getByText('of 35 actors').first().waitFor();
    return opened;
  };
  const tick = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
  /** Presses Tab until the focus is where it should be. */
  const tabTo = async (page: Page, isThere: () => Promise<boolean>) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not lead there');
  };

  it('when a speaker is chosen by keyboard alone, then the counts change everywhere, and Clear all and Escape bring all back', async () => {
    const { page, context, complaints } = await open();
    await page.keyboard.press('f');
    await page.getByRole('heading', { name: 'Filter', level: 2 }).waitFor();
    expect(await focused(page)).toBe('Filter');
    const speaker = tick(page, /^Steve Witkoff/);
    await speaker.waitFor();
    expect(await page.getByText('81 of 81 claims left').count()).toBe(1);
    const positive = await tick(page, /^Positive/).getAttribute('checked');
    expect(positive).toBeNull();

    await tabTo(page, () => speaker.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Space');
    await page.getByText('20 of 81 claims left').waitFor();
    await page.getByRole('button', { name: 'Remove: Said by Steve Witkoff' }).waitFor();
    await expect.poll(() => page.url()).toContain('speaker=steve-witkoff');
    // Speakers count under all other conditions: another one still says what it would leave.
    await tick(page, /^Dmitry Peskov ?, 6 claims/).waitFor();
    expect(await speaker.isChecked()).toBe(true);

    const clear = page
      .getByRole('complementary', { name: 'Filter' })
      .getByRole('button', { name: 'Clear all' });
    await page.keyboard.press('Shift+Tab');
    for (
      let presses = 0;
      presses < 6 && !(await clear.evaluate((e) => e === document.activeElement));
      presses += 1
    )
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('81 of 81 claims left').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('complementary', { name: 'Filter' }).count()).toBe(0);
    expect(await focused(page)).toBe('Filter');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when back is pressed after a change, then the lens before is in force again', async () => {
    const { page, context } = await open();
    await page.getByRole('button', { name: 'Filter' }).click();
    await tick(page, /^Negative/).check();
    await expect.poll(() => page.url()).toContain('stance=negative');
    await page.goBack();

    await page.getByText('81 of 81 claims left').waitFor();
    await context.close();
  });

  it('when a speaker is looked for by name, then only those are listed, and dates are taken as they are typed', async () => {
    const { page, context } = await open();
    await page.keyboard.press('f');
    await page.getByRole('searchbox', { name: 'Find a speaker' }).fill('macron');
    await tick(page, /^Emmanuel Macron/).waitFor();
    await expect.poll(() => tick(page, /Witkoff/).count()).toBe(0);

    const from = page.getByRole('textbox', { name: 'From' });
    await from.fill('soon');
    await from.press('Enter');
    await page.getByText('Write a year, a month or a day').waitFor();
    await from.fill('13 March 2025');
    await from.press('Enter');
    await expect.poll(() => page.url()).toContain('from=2025-03-13');
    await context.close();
  });

  it('when a condition is taken off by keyboard, then the focus goes to what is next to it', async () => {
    const { page, context } = await open('?stance=negative&stance=positive');
    await page.getByRole('button', { name: 'Remove: Negative' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('button', { name: 'Remove: Negative' }).count()).toBe(0);

    await expect.poll(() => focused(page), { timeout: 5_000 }).toBe('Positive');
    await context.close();
  });

  it.each(['?f', '?speaker=steve-witkoff'])(
    'when axe looks at the panel of %j, in light, dark, on a phone and at 200 %, then it finds nothing and nothing is cut off',
    async (query) => {
      for (const options of [DESKTOP, { ...DESKTOP, colorScheme: 'dark' as const }, PHONE, ZOOMED]) {
        const { page, context } = await open(query === '?f' ? '' : query, options);
        await page.getByRole('button', { name: 'Filter' }).click();
        await tick(page, /own voice/).waitFor();
        await expectAxeClean(page);
        const width = options.viewport?.width ?? 0;
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await context.close();
      }
    },
    120_000,
  );

  it.each(['', '?actor=vladimir-putin', '?tab=table&table=explore', '?tab=table', '?read=portrait-gift'])(
    'when %j is read at 200 percent, then the page does not scroll sideways and what it is about is in sight',
    async (query) => {
      const { page, context } = await open(query, ZOOMED);
      await page.waitForLoadState('networkidle');

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
      const main = await page
        .locator('.panel-body, .tree-body, .table-scroll, .canvas:visible')
        .first()
        .boundingBox();
      expect(main?.height ?? 0).toBeGreaterThan(120);
      const help = await page.getByRole('button', { name: 'Help' }).boundingBox();
      expect((help?.x ?? 999) + (help?.width ?? 0)).toBeLessThanOrEqual(640);
      await context.close();
    },
  );
});
