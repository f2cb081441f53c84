import { describe, expect, it } from 'vitest';
import {
  DESKTOP,
  executablePath,
  locateActor,
  openPage,
  PHONE,
  shoot,
  skipped,
  startForTests,
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
  const program = startForTests();

  it.each(LOOKS)(
    'when drawn %s, then each view is on file and complains of nothing',
    async (look, options) => {
      for (const [view, query] of VIEWS) {
        const { page, context, complaints } = await openPage(
          program.browser,
          `${program.address}/${query}`,
          options,
        );
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
