import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Serving } from '../../server/app/serve.ts';
import { serveStore } from '../bench/draw/serve-store.ts';
import { findLargeStore } from '../bench/large-store.ts';
import {
  DESKTOP,
  PHONE,
  executablePath,
  launch,
  locateActor,
  openPage,
  shoot,
  skipped,
} from './open-page.ts';

/** Waits for what a busy machine may take its time for. */
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 20_000 });
const counts = (page: Page): Promise<string> => page.locator('.counts').innerText();
const more = (page: Page) => page.getByRole('button', { name: /^Show 25 more/ });

describe.skipIf(executablePath === undefined)(`the overview of a large network${skipped}`, () => {
  let serving: Serving;
  let browser: Browser;
  /** The actor with most claims, and one that is left out. */
  let hub: string;
  let rare: string;
  beforeAll(async () => {
    serving = await serveStore(findLargeStore(undefined, { actors: 3_000, claims: 20_000, seed: 2 }));
    browser = await launch();
    const response = await fetch(`${serving.address}/api/v1/network?limit=3000&relations=1`);
    const { nodes } = (await response.json()) as { nodes: { key: string; attributes: { claims: number } }[] };
    hub = nodes[0]?.key ?? '';
    rare = nodes.findLast(({ attributes }) => attributes.claims > 0)?.key ?? '';
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await serving.stop();
  });

  it('when it opens, then the actors with most claims are drawn and the page says of how many', async () => {
    const { page, context, complaints } = await openPage(browser, serving.address);
    await locateActor(page, hub);
    const words = await counts(page);
    expect(words).toContain('2,000 of 3,000 actors');
    expect(words).toContain('those with most claims are drawn');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when more neighbours are asked for by button and by key, then they come in by lots, stand in the link, and can be taken back', async () => {
    const { page, context, complaints } = await openPage(browser, `${serving.address}/?actor=${hub}`);
    const before = await more(page).innerText();
    const plain = await counts(page);
    await more(page).click();
    await poll(() => counts(page)).not.toBe(plain);
    const hidden = (text: string): number => Number(/of ([\d,]+) hidden/.exec(text)?.[1]?.replace(',', ''));
    await poll(async () => hidden(await more(page).innerText())).toBe(hidden(before) - 25);
    expect(page.url()).toContain(`expand=${hub}.25`);

    await page.keyboard.press('e');
    await poll(async () => hidden(await more(page).innerText())).toBe(hidden(before) - 50);
    const shown = await counts(page);
    const copied = await openPage(browser, page.url());
    await poll(() => counts(copied.page)).toBe(shown);
    await copied.context.close();

    await page.getByRole('button', { name: 'Take the last back' }).click();
    await poll(async () => hidden(await more(page).innerText())).toBe(hidden(before) - 25);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await poll(() => counts(page)).toBe(plain);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when an actor beyond the overview is selected, then the card says so and brings it in', async () => {
    const { page, context } = await openPage(browser, `${serving.address}/?actor=${rare}`);
    await page.getByText(/The picture leaves .* out/).waitFor();
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await page.getByText(/The picture ties/).waitFor();
    await poll(() => counts(page)).toContain('2,001 of 3,000 actors');
    await locateActor(page, rare);
    await context.close();
  });

  it.each([
    ['light', DESKTOP],
    ['dark', { ...DESKTOP, colorScheme: 'dark' }],
    ['phone', { ...PHONE, deviceScaleFactor: 2 }],
  ] as const)('when drawn %s, then the picture is on file to be looked at', async (look, options) => {
    for (const [view, query] of [
      ['overview', ''],
      ['overview-actor', `?actor=${hub}&expand=${hub}.25`],
    ] as const) {
      const { page, context } = await openPage(browser, `${serving.address}/${query}`, options);
      if (look !== 'phone') await locateActor(page, hub);
      await page.waitForLoadState('networkidle');
      await shoot(page, `${view}-${look}`);
      expect(await page.locator('.canvas canvas').count()).toBeGreaterThan(0);
      await context.close();
    }
  });
});
