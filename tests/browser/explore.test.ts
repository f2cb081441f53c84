import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import {
  DESKTOP,
  executablePath,
  locateActor,
  openPage,
  PHONE,
  skipped,
  startForTests,
} from './open-page.ts';

describe.skipIf(executablePath === undefined)(`Explore, and the page without a drawing${skipped}`, () => {
  const program = startForTests();

  const open = (query: string, options = DESKTOP) =>
    openPage(program.browser, `${program.address}/${query}`, options);
  const row = (page: Page, name: RegExp, level: number) =>
    page.locator(`[role=treegrid] [role=row][aria-level="${level}"]`).filter({ hasText: name }).first();
  const active = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement;
      return {
        role: element?.getAttribute('role'),
        level: element?.getAttribute('aria-level'),
        text: element?.textContent ?? '',
      };
    });

  it('when walked by keyboard alone from Putin to what ties him to Trump, then the tree says what it is, and Enter opens the evidence', async () => {
    const { page, context, complaints } = await open('?tab=table&table=explore');
    const grid = page.getByRole('treegrid', { name: /^Explore/ });
    await grid.waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe('36');
    await row(page, /Donald Trump/, 1).focus();
    await page.keyboard.type('vlad');
    await expect.poll(async () => (await active(page)).text).toMatch(/^Vladimir Putin/);
    const putin = row(page, /^Vladimir Putin/, 1);
    expect(await putin.getAttribute('aria-expanded')).toBe('false');
    expect(await putin.getAttribute('aria-posinset')).toBe('2');
    expect(await putin.getAttribute('aria-setsize')).toBe('35');

    await page.keyboard.press('ArrowRight');
    await row(page, /^Donald Trump/, 2).waitFor();
    expect(await putin.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowRight');
    expect(await active(page)).toMatchObject({ role: 'row', level: '2' });
    await page.keyboard.press('ArrowRight');
    const claim = row(page, /friend/, 3);
    await claim.waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toMatchObject({ role: 'row', level: '3' });
    await expect.poll(() => page.url()).toMatch(/claim=/);
    expect((await active(page)).level).toBe('3'); // the selection follows, the focus stays

    await page.keyboard.press('Enter');
    await expect.poll(async () => (await active(page)).text).toBe('Donald Trump and Vladimir Putin');
    await page.locator('[aria-label=Evidence] [aria-current]').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await active(page)).role).toBe('row');
    await page.keyboard.press('ArrowLeft');
    expect(await active(page)).toMatchObject({ level: '2' });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    expect((await active(page)).text).toMatch(/^Donald Trump/);
    await page.keyboard.press('End');
    expect(await active(page)).toMatchObject({ role: 'row', level: '1' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when something is selected in the network, then its row is open and active in the table', async () => {
    const { page, context } = await open('?pair=donald-trump..vladimir-putin');
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByRole('tab', { name: 'Explore' }).click();
    const pair = page.locator('[role=treegrid] [role=row][aria-selected=true]');
    await pair.waitFor();

    expect(await pair.getAttribute('aria-level')).toBe('2');
    expect(await pair.getAttribute('tabindex')).toBe('0');
    await context.close();
  });

  it('when a lens takes the row with the focus away, then another row has it', async () => {
    const { page, context } = await open('?tab=table&table=explore');
    await row(page, /^NATO/, 1).focus();
    await page.evaluate(() => {
      history.pushState(null, '', '?kind=country&tab=table&table=explore');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect.poll(() => row(page, /^NATO/, 1).count()).toBe(0);

    await expect.poll(async () => (await active(page)).role).toBe('row');
    await expect
      .poll(() =>
        page
          .getByRole('status')
          .filter({ hasText: /of 35 actors.*under this lens/ })
          .count(),
      )
      .toBe(1);
    await context.close();
  });

  it('when axe looks at an open tree, in light, dark and on a phone, then it finds nothing', async () => {
    for (const options of [DESKTOP, { ...DESKTOP, colorScheme: 'dark' as const }, PHONE]) {
      const { page, context } = await open('?tab=table&table=explore&pair=donald-trump..ukraine', options);
      await page.locator('[role=row][aria-level="2"]').first().waitFor();
      await expectAxeClean(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        options.viewport?.width ?? 0,
      );
      await context.close();
    }
  }, 120_000);

  it('when the graphics card is taken away, then the page says so and shows the table, and draws again when told; selection and lens stay', async () => {
    const { page, context } = await open('?actor=vladimir-putin&stance=positive');
    await locateActor(page, 'vladimir-putin');
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas'))
        (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))
          ?.getExtension('WEBGL_lose_context')
          ?.loseContext();
    });
    await page.getByRole('alert').filter({ hasText: 'cannot be drawn' }).waitFor();
    await page.getByRole('grid').waitFor();
    await page.getByRole('heading', { name: 'Vladimir Putin', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();

    await locateActor(page, 'vladimir-putin');
    await page.getByRole('button', { name: 'Remove: Positive' }).waitFor();
    expect(page.url()).toContain('actor=vladimir-putin');
    await context.close();
  });
});
