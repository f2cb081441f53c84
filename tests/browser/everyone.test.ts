import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import {
  DESKTOP,
  executablePath,
  locateActor,
  openPage,
  PHONE,
  skipped,
  startForTests,
} from './open-page.ts';

describe.skipIf(executablePath === undefined)(`the page for everyone${skipped}`, () => {
  const program = startForTests();

  const open = (query: string, options = DESKTOP) =>
    openPage(program.browser, `${program.address}/${query}`, options);

  it.each([
    ['the start', ''],
    ['an actor', '?actor=vladimir-putin'],
    ['a pair', '?pair=donald-trump..ukraine'],
    ['a document', '?read=portrait-gift'],
    ['the table', '?tab=table'],
    ['the claims table', '?tab=table&table=claims'],
    ['an empty lens', '?from=1800&to=1801'],
  ])(
    'when axe looks at %s, in light, dark and on a phone, then it finds nothing serious',
    async (_what, query) => {
      for (const options of [DESKTOP, { ...DESKTOP, colorScheme: 'dark' as const }, PHONE]) {
        const { page, context } = await open(query, options);
        await page
          .getByText(/of 35 actors|of 35/)
          .first()
          .waitFor();
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');

        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
          [],
        );
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
