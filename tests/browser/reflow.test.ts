import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, executablePath, openPage, PHONE, shoot, skipped, startForTests } from './open-page.ts';

/** A window of 1280 × 800 at 200 %. */
const ZOOMED = { ...DESKTOP, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

const VIEWS = [
  ['network', ''],
  ['compare', '?view=compare&compare=speaker:steve-witkoff:none'],
  ['compared', '?compare=speaker:steve-witkoff:none'],
  ['disputes', '?view=disputes'],
  ['dispute', '?pair=donald-trump..ukraine'],
  ['timeline', '?from=2025-03-10'],
  ['timeline-table', '?tab=table&table=timeline'],
  ['explore', '?tab=table&table=explore'],
  ['paths', '?paths=vladimir-putin..ukraine&k=3'],
  ['no-path', '?paths=vladimir-putin..ukraine&speaker=andriy-yermak'],
  ['speakers', '?view=speakers'],
  ['publishers', '?view=publishers'],
  ['case-file', '?open=case-file'],
] as const;

describe.skipIf(executablePath === undefined)(`the questions where there is little room${skipped}`, () => {
  const program = startForTests();

  /** What can be used but not be seen whole, however far one scrolls up and down. */
  const findOutside = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          // Tabs and wide tables scroll by themselves; what takes no room is for screen readers.
          const scrolls = element.closest('.tabs, .table-scroll') !== null;
          return element.checkVisibility() && width > 2 && !scrolls && (left < -1 || right > innerWidth + 1);
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
  /** Buttons and headings whose words are cut, or that lie under one another. */
  const findCut = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, h2, h3, h4, th, td, label, legend, .counts, .time-window')]
        .filter((element) => {
          const { overflowX } = getComputedStyle(element);
          const isCut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
          return element.checkVisibility() && element.clientWidth > 2 && isCut;
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
  const findCovered = (page: Page) =>
    page.evaluate(() => {
      const buttons = [
        ...document.querySelectorAll('.top-bar button, .context button, .panel-title button, .timeline-head'),
      ];
      return buttons
        .filter((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          if (!button.checkVisibility() || width < 3 || top < 0 || top + height > innerHeight) return false;
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          // A sheet that is open covers what is beside the view.
          return (
            hit !== null && !button.contains(hit) && !hit.contains(button) && hit.closest('.panel') === null
          );
        })
        .map((button) => button.outerHTML.slice(0, 120));
    });

  it('when a link opens one relation of a pair, then the head of the panel stays in sight', async () => {
    const { page, context, complaints } = await openPage(program.browser, program.address, PHONE);
    await page.goto(`${program.address}/?relation=vladimir-putin.befriends.donald-trump`);
    const quote = page.locator('.panel mark').first();
    await quote.waitFor();
    await quote.scrollIntoViewIfNeeded();
    const panel = page.locator('.panel');
    expect(await panel.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await panel.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['200 %', ZOOMED],
    ['390 px', PHONE],
  ] as const)(
    'when each is read at %s, then the page does not scroll sideways, and nothing is cut off, outside or covered',
    async (size, options) => {
      const { page, context, complaints } = await openPage(program.browser, program.address, options);
      for (const [view, query] of VIEWS) {
        await page.goto('about:blank');
        await page.goto(`${program.address}/${query}`);
        await page
          .getByText(/of 53 relations/)
          .first()
          .waitFor({ state: 'attached' });
        await page.waitForFunction(() => document.querySelector('.waiting') === null);
        const head = page.getByRole('button', { name: 'Timeline' });
        if (view === 'timeline' && (await head.getAttribute('aria-expanded')) === 'false') await head.click();
        if (view === 'timeline') await page.getByRole('slider', { name: 'From' }).waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([view, width]).toEqual([view, 0]);
        expect([view, await findOutside(page)]).toEqual([view, []]);
        expect([view, await findCut(page)]).toEqual([view, []]);
        expect([view, await findCovered(page)]).toEqual([view, []]);
        await shoot(page, `reflow-${view}-${size.replace(/\W+/g, '')}`);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
