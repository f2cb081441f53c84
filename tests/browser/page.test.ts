import { readFileSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  DESKTOP,
  executablePath,
  locateActor,
  locatePair,
  openPage,
  skipped,
  startForTests,
} from './open-page.ts';

describe.skipIf(executablePath === undefined)(`the page in a real browser${skipped}`, () => {
  const program = startForTests();

  const open = (query = '', options = DESKTOP) =>
    openPage(program.browser, `${program.address}/${query}`, options);
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 });
  const claim = (page: Page, label: string, speaker: string) =>
    page
      .getByRole('article')
      .filter({ hasText: `“${label}”` })
      .filter({ hasText: `Says ${speaker}` })
      .first();

  it('when it is opened, then it shows all there is and complains of nothing', async () => {
    const { page, context, complaints } = await open();
    await locateActor(page, 'vladimir-putin');

    for (const share of ['35 of 35 actors', '53 of 53 relations', '81 of 81 claims'])
      await page.getByText(share).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("when the page is built, by a test as by anyone, then it is React's production build", async () => {
    const page = await (await fetch(program.address)).text();
    const scripts = [...page.matchAll(/assets\/[\w.-]+\.js/g)].map(
      ([address]) => `${program.address}/${address}`,
    );
    const sources = await Promise.all(scripts.map(async (address) => (await fetch(address)).text()));

    expect(scripts.length).toBeGreaterThan(0);
    expect(sources.filter((source) => /jsxDEV|react-stack-top-frame/.test(source))).toEqual([]);
  });

  it("when Putin's node is clicked where it stands, then his card shows Trump befriended: friend; and the pair, by whose word", async () => {
    const { page, context } = await open();
    const { x, y } = await locateActor(page, 'vladimir-putin');
    await page.mouse.click(x, y);

    await heading(page, 'Vladimir Putin').waitFor();
    const row = page.getByRole('button', { name: /^Donald Trump/ }).filter({ hasText: 'befriends' });
    expect(await row.innerText()).toMatch(/befriends: .*friend/);
    await row.click();
    await heading(page, 'Donald Trump and Vladimir Putin').waitFor();
    const friend = claim(page, 'friend', 'Steve Witkoff');
    expect(await friend.locator('mark').innerText()).toMatch(/friend/);
    await context.close();
  });

  it('when an edge is clicked, then its claims open, and each opens its document at the sentence', async () => {
    const { page, context } = await open();
    const { x, y } = await locatePair(page, 'donald-trump', 'vladimir-putin');
    await page.mouse.click(x, y);

    await heading(page, 'Donald Trump and Vladimir Putin').waitFor();
    const friend = claim(page, 'friend', 'Steve Witkoff');
    const quote = await friend.locator('mark').innerText();
    await friend.getByText('our digest, not the report’s words').waitFor();
    await friend.getByRole('button', { name: 'Open in document' }).click();
    const stretch = page.locator('.document-text [aria-current]').first();
    await stretch.waitFor();
    expect(quote).toContain(await stretch.innerText());
    const [box, panel] = await Promise.all([
      stretch.boundingBox(),
      page.getByRole('complementary').boundingBox(),
    ]);
    expect(box?.y).toBeGreaterThan(panel?.y ?? Infinity);
    expect(box?.y).toBeLessThan((panel?.y ?? 0) + (panel?.height ?? 0));
    await context.close();
  });

  it('when a span in a document is clicked, then its claim opens', async () => {
    const { page, context } = await open('?read=portrait-gift');
    const spans = page.locator('.document-text a');
    await spans.first().waitFor();
    const single = spans.filter({ hasText: /soccer|football/ }).first();
    await single.click();

    await page
      .getByRole('region', { name: 'Claims of this stretch' })
      .getByText(/gives gift/)
      .waitFor();
    expect(await single.getAttribute('aria-current')).toBe('true');
    await context.close();
  });

  it('when a copied link is followed in a fresh context, then the same is seen', async () => {
    const first = await open();
    const { x, y } = await locateActor(first.page, 'steve-witkoff');
    await first.page.mouse.click(x, y);
    await first.page.getByRole('button', { name: /The world according to/ }).click();
    await first.page.getByText('Said by Steve Witkoff').first().waitFor();
    await first.page.getByRole('button', { name: 'Zoom in' }).click();
    await first.page.waitForURL(/at=/);
    await first.page.getByRole('button', { name: 'Copy link' }).click();
    await first.page.getByText('Link copied').waitFor();
    const link = await first.page.evaluate(() => navigator.clipboard.readText());
    const seen = await see(first.page);
    await first.context.close();

    const { page, context } = await openPage(program.browser, link);
    await heading(page, 'Steve Witkoff').waitFor();

    expect(link).toMatch(/[?&]v=\d+/);
    expect(await see(page)).toEqual(seen);
    await context.close();
  });

  /** What the reader of a page sees: counts, selection, lens, and where two actors stand. */
  async function see(page: Page) {
    const places = await Promise.all(
      ['steve-witkoff', 'donald-trump'].map((actor) => locateActor(page, actor)),
    );
    return {
      heading: await page.getByRole('heading', { level: 2 }).first().innerText(),
      counts: await page.locator('.counts').innerText(),
      lens: await page.getByRole('region', { name: 'Lens' }).innerText(),
      places: places.map(({ x, y }) => [Math.round(x), Math.round(y)]),
    };
  }

  it('when a link was made at another version of the data, then the page says so', async () => {
    const { page, context } = await open('?actor=vladimir-putin&v=999');

    await page
      .getByText(/data has changed/i)
      .first()
      .waitFor();
    await context.close();
  });

  it('when a link names what does not exist, then the page names each part it left out, and stands', async () => {
    const { page, context, complaints } = await open(
      '?actor=vladimir-putin&speaker=no-one&stance=angry&at=1_2&zzz=1',
    );

    for (const part of ['speaker=no-one', 'stance=angry', 'at=1_2', 'zzz=1']) {
      await page.getByRole('status').getByText(part).first().waitFor();
    }
    await heading(page, 'Vladimir Putin').waitFor();
    await page.getByText('81 of 81 claims').first().waitFor();
    expect(complaints.filter((text) => !/422/.test(text))).toEqual([]);
    await context.close();
  });

  it('when a link with an open document is followed, then the document is open at the same words', async () => {
    const first = await open('?pair=donald-trump..vladimir-putin');
    await claim(first.page, 'friend', 'Steve Witkoff')
      .getByRole('button', { name: 'Open in document' })
      .click();
    const stretch = first.page.locator('.document-text [aria-current]').first();
    const words = await stretch.innerText();
    await first.page.getByRole('button', { name: 'Copy link' }).click();
    await first.page.getByText('Link copied').waitFor();
    const link = await first.page.evaluate(() => navigator.clipboard.readText());
    await first.context.close();

    const { page, context } = await openPage(program.browser, link);
    expect(await page.locator('.document-text [aria-current]').first().innerText()).toBe(words);
    await context.close();
  });

  it('when ? is pressed, then help opens and Escape closes it; Escape then takes back the selection', async () => {
    const { page, context } = await open('?actor=vladimir-putin');
    await heading(page, 'Vladimir Putin').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');

    await heading(page, 'Who says what about whom').waitFor();
    await context.close();
  });

  it('when the legend is clicked, then only what it names is shown, and the chip takes it back', async () => {
    const { page, context } = await open();
    await locateActor(page, 'vladimir-putin');
    await page.getByRole('button', { name: 'Negative' }).click();
    await page
      .getByText(/^\d+ of 81 claims/)
      .filter({ hasNotText: '81 of 81' })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Remove: .*negative/i }).click();

    await page.getByText('81 of 81 claims').first().waitFor();
    await context.close();
  });

  it('when digests are quoted in suggestions and tables, then each says so', async () => {
    const { page, context } = await open('?tab=table&table=claims');
    const rows = page.getByRole('grid').getByRole('row');
    await rows.nth(1).waitFor();
    const texts = await rows.allInnerTexts();
    expect(texts.slice(1).filter((text) => !/our digest/i.test(text))).toEqual([]);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('portrait');
    const sentence = page
      .getByRole('group', { name: /sentences/i })
      .getByRole('option')
      .first();
    await sentence.waitFor();
    expect(await sentence.innerText()).toMatch(/our digest/i);
    await context.close();
  });

  it('when the GEXF is downloaded from the menu, then it parses and holds every relation', async () => {
    const { page, context } = await open();
    await locateActor(page, 'vladimir-putin');
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'GEXF, relations' }).first().click(),
    ]);
    const graph = gexf.parse(MultiDirectedGraph, readFileSync(await download.path(), 'utf8'));

    expect(download.suggestedFilename()).toMatch(/^onrecord-v\d+-relations\.gexf$/);
    expect([graph.order, graph.size]).toEqual([35, 53]);
    await context.close();
  });

  it('when Trump → Ukraine is opened, then it is marked disputed, with the sentences of both sides', async () => {
    const { page, context } = await open('?actor=donald-trump');
    const row = page.getByRole('button', { name: /^Ukraine/ });
    await row.getByText('disputed').waitFor();
    await row.click();
    const dispute = page.getByRole('region', { name: 'Disputed' });
    await dispute.waitFor();
    const sides = dispute.locator('.dispute-side');
    await sides.nth(1).locator('mark').first().waitFor();
    const texts = await sides.allInnerTexts();

    expect(texts).toHaveLength(2);
    expect(texts.find((text) => text.includes('Says Steve Witkoff'))).toMatch(/supports/);
    expect(texts.find((text) => text.includes('Says European leaders'))).toMatch(/coerces/);
    await context.close();
  });

  it('when / or Ctrl-K is pressed and a name typed, then Enter flies there, selects, and opens the card', async () => {
    const { page, context } = await open();
    await locateActor(page, 'vladimir-putin');
    await page.keyboard.press('/');
    await page.keyboard.type('zelen');
    await page
      .getByRole('option', { name: /Zelensky/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await heading(page, 'Volodymyr Zelensky').waitFor();
    const { x, y } = await locateActor(page, 'volodymyr-zelensky');
    const canvas = await page.locator('.canvas').boundingBox();
    expect(x).toBeGreaterThan(canvas?.x ?? Infinity);
    expect(y).toBeGreaterThan(canvas?.y ?? Infinity);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('soccer ball');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'soccer ball' }).first().waitFor();
    await context.close();
  });

  it('when a node is dragged, then it stays; Ctrl-Z takes it back; Run and Reset end at the stored places', async () => {
    const { page, context } = await open();
    const before = await locateActor(page, 'joe-biden');
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x + 40, before.y + 60, { steps: 5 });
    await page.mouse.up();
    const dragged = await locateActor(page, 'joe-biden');
    expect(Math.hypot(dragged.x - before.x - 40, dragged.y - before.y - 60)).toBeLessThan(3);

    await page.keyboard.press('Control+z');
    expect(await placeOf(page, before)).toBeLessThan(3);

    await page.getByRole('button', { name: /^Run/ }).click();
    await page.getByRole('button', { name: /^Run/ }).waitFor();
    await page.getByRole('button', { name: /^Reset/ }).click();
    expect(await placeOf(page, before)).toBeLessThan(3);
    await context.close();
  });

  /** How far Biden stands from a place, once he stands still there or the wait is over. */
  async function placeOf(page: Page, place: { x: number; y: number }): Promise<number> {
    let distance = Infinity;
    await expect
      .poll(
        async () => {
          const { x, y } = await locateActor(page, 'joe-biden');
          return (distance = Math.hypot(x - place.x, y - place.y));
        },
        { timeout: 20_000 },
      )
      .toBeLessThan(3);
    return distance;
  }

  it('when the table is used by keyboard alone, then it sorts, selects the same, and counts the same', async () => {
    const { page, context } = await open();
    await locateActor(page, 'vladimir-putin');
    await page.getByRole('tab', { name: 'Network' }).focus();
    await page.keyboard.press('ArrowRight');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await page.getByText('35 of 35 actors').first().waitFor();
    expect(await grid.getByRole('row').count()).toBe(36);

    const header = grid.getByRole('columnheader').first();
    const hasFocus = () => header.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 40 && !(await hasFocus()); presses += 1) {
      const isInGrid = await grid.evaluate((element) => element.contains(document.activeElement));
      await page.keyboard.press(isInGrid ? 'ArrowUp' : 'Tab');
    }
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Enter');
    await grid.locator('[aria-sort=ascending]').first().waitFor();
    expect(await grid.getByRole('rowheader').first().innerText()).toMatch(/^A leading Russian artist/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await heading(page, 'A leading Russian artist').waitFor();
    await expect.poll(() => page.url()).toContain('actor=russian-artist');
    await context.close();
  });

  it('when a lens leaves nothing, then the page says so and offers to clear it', async () => {
    const { page, context } = await open('?from=1800&to=1801');
    await page.getByText('0 of 81 claims').first().waitFor();
    await page.getByRole('button', { name: /clear/i }).first().click();

    await page.getByText('81 of 81 claims').first().waitFor();
    await context.close();
  });

  it('when the server does not answer, then the page says so and tries again when told', async () => {
    const { page, context } = await open('?tab=table');
    await page.getByRole('grid').waitFor();
    await page.route('**/api/v1/network*', (route) => route.abort());
    await page.reload();
    const retry = page.getByRole('button', { name: /again/i }).first();
    await retry.waitFor();
    await page.unroute('**/api/v1/network*');
    await retry.click();

    await page.getByText('35 of 35 actors').first().waitFor();
    await context.close();
  });

  it('when back is pressed, then what was selected before is selected again', async () => {
    const { page, context } = await open('?actor=vladimir-putin');
    await heading(page, 'Vladimir Putin').waitFor();
    await page.getByRole('button', { name: /^Joe Biden/ }).click();
    await heading(page, 'Joe Biden and Vladimir Putin').waitFor();
    await page.goBack();

    await heading(page, 'Vladimir Putin').waitFor();
    await context.close();
  });
});
