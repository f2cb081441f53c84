import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
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

const STEPS = 6;

describe.skipIf(executablePath === undefined)(`the tour of the first visit${skipped}`, () => {
  const program = startForTests(true);

  const open = (query = '', options: BrowserContextOptions = DESKTOP) =>
    openPage(program.browser, `${program.address}/${query}`, options);
  const tour = (page: Page) => page.getByRole('dialog');
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.id ?? '';
    });
  /** The page opened again in the same browser, until its picture is drawn and what comes after it has come. */
  async function openAgain(context: BrowserContext, query = ''): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${program.address}/${query}`);
    await page
      .getByText(/of 81 claims/)
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  }

  it('when the plain page is first opened, then each step points at something that is there, and the last ends it for good', async () => {
    const { page, context, complaints } = await open();
    await tour(page).waitFor();
    const titles = new Set<string>();
    for (let step = 1; step <= STEPS; step += 1) {
      await tour(page).getByText(`Tour, ${step} of ${STEPS}`).waitFor();
      const title = await tour(page).getByRole('heading').innerText();
      titles.add(title);
      await page.getByRole('dialog', { name: title, exact: true }).waitFor();
      await page.locator('.tour-ring').waitFor();
      await page.waitForFunction(() => {
        const [card, ring] = ['.tour', '.tour-ring'].map((part) =>
          document.querySelector(part)?.getBoundingClientRect(),
        );
        if (card === undefined || ring === undefined) return false;
        const isApart =
          card.left >= ring.right ||
          card.right <= ring.left ||
          card.top >= ring.bottom ||
          card.bottom <= ring.top;
        return (
          isApart && card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight
        );
      });
      await tour(page)
        .getByRole('button', { name: step === STEPS ? 'Done' : 'Next' })
        .click();
    }
    await tour(page).waitFor({ state: 'detached' });

    expect(titles.size).toBe(STEPS);
    expect(await tour(await openAgain(context)).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['Escape', 'Skip'])('when %s ends it at any step, then it never comes back', async (way) => {
    const { page, context } = await open();
    await tour(page).getByRole('button', { name: 'Next' }).click();
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await tour(page).getByRole('button', { name: 'Skip' }).click();
    await tour(page).waitFor({ state: 'detached' });

    expect(await focused(page)).not.toBe('');
    expect(await page.locator('.tour-ring').count()).toBe(0);
    expect(await tour(await openAgain(context)).count()).toBe(0);
    await context.close();
  });

  it('when only keys are pressed, then the focus goes to it, through it, and on; arrows turn it over', async () => {
    const { page, context } = await open();
    await tour(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('dialog');
    const text = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Tab');
    expect(await text()).toBe('Skip');
    await page.keyboard.press('Tab');
    expect(await text()).toBe('Next');
    await page.keyboard.press('Enter');
    await tour(page).getByText(`Tour, 2 of ${STEPS}`).waitFor();
    expect(await text()).toBe('Next');
    await page.keyboard.press('ArrowRight');
    await tour(page).getByText(`Tour, 3 of ${STEPS}`).waitFor();
    await page.keyboard.press('ArrowLeft');
    await tour(page).getByText(`Tour, 2 of ${STEPS}`).waitFor();
    await page.keyboard.press('Tab');
    expect(await text()).toBe('Skip to the view'); // no trap
    await page.keyboard.press('Escape');
    await tour(page).waitFor({ state: 'detached' });
    expect(await text()).toBe('Skip to the view'); // what has the focus keeps it
    await context.close();
  });

  it('when the page is used meanwhile, then nothing stands in the way, and Escape in a field is the field’s', async () => {
    const { page, context } = await open();
    await tour(page).waitFor();
    const { x, y } = await locateActor(page, 'steve-witkoff');
    await page.mouse.click(x, y);
    await page.getByRole('heading', { name: 'Steve Witkoff', level: 2 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('putin');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role=option]').first().waitFor({ state: 'detached' });

    expect(await tour(page).count()).toBe(1);
    expect(await page.locator(':modal').count()).toBe(0);
    await context.close();
  });

  it('when the reader is typing before it opens, then it is told, and takes nothing away', async () => {
    const context = await program.browser.newContext(DESKTOP);
    const page = await context.newPage();
    let draw = (): void => undefined;
    const mayDraw = new Promise<void>((resolve) => (draw = resolve));
    await page.route('**/network.columns*', async (route) => {
      await mayDraw;
      await route.continue();
    });
    await page.goto(program.address);
    await page.locator('#search').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('put');
    draw();
    await tour(page).waitFor();
    await page.getByRole('status').filter({ hasText: 'A short tour of the page has opened' }).waitFor();
    await page.keyboard.type('in');

    expect(await page.locator('#search').inputValue()).toBe('putin');
    await context.close();
  });

  it.each(['actor=vladimir-putin', 'speaker=steve-witkoff', 'tab=table', 'view=disputes', 'v=1', 'embed=1'])(
    'when somebody followed a link to %s, then there is no tour',
    async (query) => {
      const { page, context } = await open();
      await tour(page).waitFor();
      const followed = await openAgain(context, `?${query}`);

      expect(await tour(followed).count()).toBe(0);
      await context.close();
    },
  );

  it('when the browser keeps nothing, then it does not come by itself, and help shows it', async () => {
    const { page, context } = await open('?v=1');
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('forbidden');
        },
      });
    });
    const bare = await openAgain(context);
    expect(await tour(bare).count()).toBe(0);
    await bare.keyboard.press('?');
    await bare.getByRole('button', { name: 'Show the tour again' }).click();
    await bare.getByRole('dialog', { name: 'Who says what about whom' }).waitFor();
    await bare.keyboard.press('Escape');
    await tour(bare).waitFor({ state: 'detached' });
    await page.close();
    await context.close();
  });

  it('when help shows it again, from wherever the reader is, then it is over the network, and the focus comes back', async () => {
    const { page, context, complaints } = await open('?view=disputes');
    await page.getByRole('tab', { name: 'Questions', selected: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Help' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show the tour again' }).focus();
    await page.keyboard.press('Enter');
    await tour(page).getByText(`Tour, 1 of ${STEPS}`).waitFor();
    expect(await page.getByRole('tab', { name: 'Network' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('dialog');
    await page.keyboard.press('Escape');
    await tour(page).waitFor({ state: 'detached' });

    expect(await focused(page)).toBe('Help');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['in light', DESKTOP],
    ['in the dark', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['on a phone', PHONE],
    ['at 200 %', { ...DESKTOP, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ])('when axe looks at it %s, then it finds nothing, and no card is cut', async (_where, options) => {
    const { page, context } = await open('', options);
    await tour(page).waitFor();
    for (let step = 1; step <= STEPS; step += 1) {
      await tour(page).getByText(`Tour, ${step} of ${STEPS}`).waitFor();
      if (step === 1 || step === 4) {
        const { violations } = await new AxeBuilder({ page }).include('.tour').analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
      await page.waitForFunction(() => {
        const card = document.querySelector('.tour')?.getBoundingClientRect();
        return (
          card && card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight
        );
      });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await tour(page)
        .getByRole('button', { name: step === STEPS ? 'Done' : 'Next' })
        .click();
    }
    await context.close();
  });
});
