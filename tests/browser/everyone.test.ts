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

const press =
  (name: string | RegExp, ready: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
    await page.getByText(ready).first().waitFor();
  };

/**
 * Views, how to come to them, and what is there when one is. Axe looks at the others in their own tests: the questions, the
 * timeline, Explore, the ranking, the filter, paths and the case file, the import, documents, changes, forms and reviews.
 */
const VIEWS: readonly [what: string, query: string, act?: (page: Page) => Promise<void>][] = [
  ['the start', ''],
  ['an actor', '?actor=vladimir-putin'],
  ['the claims about an actor', '?actor=vladimir-putin&list=about'],
  ['a pair', '?pair=donald-trump..ukraine'],
  ['a claim', '?view=disputes', press(/^Donald Trump coerces Ukraine/, 'Donald Trump and Ukraine')],
  ['a document', '?read=portrait-gift'],
  // Few rows say as much as many, much sooner.
  ['the actors table', '?tab=table&table=actors&speaker=dmitry-peskov'],
  ['the relations table', '?tab=table&table=relations&speaker=dmitry-peskov'],
  ['the claims table', '?tab=table&table=claims&speaker=dmitry-peskov'],
  [
    'the export menu',
    '',
    async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('button', { name: 'SVG, picture' }).waitFor();
    },
  ],
  ['help', '', press('Help', 'Size of a circle')],
  [
    'what the search finds',
    '',
    async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('portrait');
      await page.getByRole('option').first().waitFor();
    },
  ],
  ['no path', '?paths=vladimir-putin..ukraine&speaker=andriy-yermak'],
  ['an empty lens', '?from=1800&to=1801'],
];

describe.skipIf(executablePath === undefined)(`the page for everyone${skipped}`, () => {
  const program = startForTests();

  const open = (query: string, options = DESKTOP) =>
    openPage(program.browser, `${program.address}/${query}`, options);

  it.each(VIEWS)(
    'when axe looks at %s, in light, dark and on a phone, then it finds nothing',
    async (what, query, act) => {
      for (const options of [DESKTOP, PHONE]) {
        const { page, context } = await open(query, options);
        await page
          .getByText(/of 35 actors|of 53 relations/)
          .first()
          .waitFor();
        await act?.(page);
        await page.waitForFunction(() => document.querySelector('.waiting') === null);
        await expectAxeClean(page, what);
        if (options === DESKTOP) {
          await page.emulateMedia({ colorScheme: 'dark' });
          await expectAxeClean(page, `${what}, dark`);
        }
        await context.close();
      }
    },
    240_000,
  );

  it.each([
    '',
    '?actor=vladimir-putin',
    '?pair=donald-trump..vladimir-putin',
    '?read=portrait-gift',
    '?tab=table',
  ])(
    'when %j is opened at 390 px, then nothing runs over the side and an actor can be tapped',
    async (query) => {
      const { page, context, complaints } = await open(query, PHONE);
      await page.getByText(/of 35/).first().waitFor();

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      if (query === '') {
        const { x, y } = await locateActor(page, 'donald-trump');
        await page.touchscreen.tap(x, y);
        await page.getByRole('heading', { name: 'Donald Trump', level: 2 }).waitFor();
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
