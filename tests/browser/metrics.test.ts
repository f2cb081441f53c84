import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import {
  DESKTOP,
  PHONE,
  executablePath,
  locateActor,
  openPage,
  skipped,
  startForTests,
} from './open-page.ts';

/** A worker that tells the quick numbers never ends: what is long on large networks, at once on small ones. */
const NEVER_ENDS = `self.addEventListener('message', () => postMessage({ kind: 'progress', progress: 0.4 }));`;

describe.skipIf(executablePath === undefined)(`who matters, in a browser${skipped}`, () => {
  const program = startForTests();

  /** The colours so many pixels above the middle of an actor's node, as a picture that can be compared. */
  const colourAt = async (page: Page, actor: string, above = 12): Promise<string> => {
    const { x, y } = await locateActor(page, actor);
    const shot = await page.screenshot({ clip: { x: x - 1, y: y - above, width: 2, height: 2 } });
    return shot.toString('base64');
  };

  it('when colour tells the community, then nodes take other colours, the key and the address say so, and back again', async () => {
    const { page, context, complaints } = await openPage(program.browser, program.address, DESKTOP);
    const before = await colourAt(page, 'donald-trump');
    await page.getByLabel('Colour by').selectOption('Community');
    await page.getByText(/\d+ communities/).waitFor();

    await expect.poll(() => colourAt(page, 'donald-trump')).not.toBe(before);
    await expect.poll(() => new URL(page.url()).searchParams.get('colour')).toBe('community');
    await page.getByLabel('Colour by').selectOption('Kind');
    await expect.poll(() => colourAt(page, 'donald-trump')).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when size tells betweenness, then who speaks between groups is large, and small again by its claims', async () => {
    const { page, context } = await openPage(program.browser, program.address, DESKTOP);
    // Steve Witkoff has 8 claims, a radius of 10 pixels; but only Donald Trump lies between more of the others.
    const before = await colourAt(page, 'steve-witkoff', 14);
    await page.getByLabel('Size by').selectOption('Betweenness');
    await page.getByText('of the 35 actors shown').waitFor();

    await expect.poll(() => colourAt(page, 'steve-witkoff', 14)).not.toBe(before);
    await page.getByLabel('Size by').selectOption('Claims');
    await expect.poll(() => colourAt(page, 'steve-witkoff', 14)).toBe(before);
    await context.close();
  });

  it('when the ranking is sorted and a row chosen, then its actor is selected', async () => {
    const { page, context } = await openPage(
      program.browser,
      `${program.address}/?tab=table&table=ranking`,
      DESKTOP,
    );
    const grid = page.getByRole('grid', { name: 'Ranking' });
    await grid.getByRole('row', { name: /Donald Trump/ }).waitFor();
    await grid.getByRole('columnheader', { name: 'Betweenness' }).click();
    await grid.getByRole('columnheader', { name: 'Betweenness' }).click();
    await expect.poll(() => grid.getByRole('row').nth(1).innerText()).toContain('Donald Trump');
    await grid.getByRole('row').nth(2).click();

    await expect.poll(() => new URL(page.url()).searchParams.get('actor')).toBe('steve-witkoff');
    await context.close();
  });

  it('when it takes long, then its progress is told, and it can be cancelled and taken up again by keyboard', async () => {
    const context = await program.browser.newContext(DESKTOP);
    const page = await context.newPage();
    await page.route(/metrics-worker/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: NEVER_ENDS }),
    );
    await page.goto(`${program.address}/?size=betweenness`);
    await page.getByText('40 %').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await page.getByText('Not computed to the end.').waitFor();
    await page.unroute(/metrics-worker/);
    await page.getByRole('button', { name: 'Compute' }).press('Enter');

    await page.getByText('Not computed to the end.').waitFor({ state: 'detached' });
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await context.close();
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('when axe looks at legend and ranking on a %s, then it finds nothing', async (_, options) => {
    for (const query of [
      '?size=pagerank&colour=betweenness',
      '?colour=community',
      '?tab=table&table=ranking',
    ]) {
      const { page, context } = await openPage(program.browser, `${program.address}/${query}`, options);
      if (query.includes('ranking')) await page.getByRole('row', { name: /Donald Trump/ }).waitFor();
      else {
        const head = page.getByRole('button', { name: 'Legend' });
        if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
        await page.getByText('of the 35 actors shown').waitFor();
      }
      await expectAxeClean(page);
      await context.close();
    }
  });
});
