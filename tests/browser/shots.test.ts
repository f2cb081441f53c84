import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Serving } from '../../server/app/serve.ts';
import {
  DESKTOP,
  executablePath,
  launch,
  locateActor,
  openPage,
  PHONE,
  shoot,
  skipped,
  startProgram,
} from './open-page.ts';

const LOOKS = [
  ['light', DESKTOP],
  ['dark', { ...DESKTOP, colorScheme: 'dark' }],
  ['phone', { ...PHONE, deviceScaleFactor: 2 }],
] as const;

const VIEWS = [
  ['start', ''],
  ['actor', '?actor=vladimir-putin'],
  ['pair', '?pair=donald-trump..vladimir-putin'],
  ['dispute', '?pair=donald-trump..ukraine'],
  ['reader', '?read=portrait-gift'],
  ['lens', '?actor=steve-witkoff&speaker=steve-witkoff'],
  ['table', '?tab=table'],
  ['claims', '?tab=table&table=claims'],
] as const;

describe.skipIf(executablePath === undefined)(`pictures of the main views, to look at${skipped}`, () => {
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    [serving, browser] = await Promise.all([startProgram(), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await serving.stop();
  });

  it.each(LOOKS)(
    'when drawn %s, then each view is on file and complains of nothing',
    async (look, options) => {
      for (const [view, query] of VIEWS) {
        const { page, context, complaints } = await openPage(browser, `${serving.address}/${query}`, options);
        if (query.includes('tab=table')) await page.getByRole('grid').waitFor();
        else if (look !== 'phone') await locateActor(page, 'vladimir-putin');
        await page.waitForLoadState('networkidle');
        await shoot(page, `${view}-${look}`);

        expect(complaints).toEqual([]);
        await context.close();
      }
    },
    180_000,
  );
});
