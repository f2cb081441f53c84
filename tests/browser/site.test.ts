import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedFolder } from '../fixtures/publish-shipped.ts';
import { publishShipped } from '../fixtures/publish-shipped.ts';
import type { ServedFolder } from '../fixtures/serve-folder.ts';
import { serveFolder } from '../fixtures/serve-folder.ts';
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

const MOST_PACKED_BYTES = 1_500_000;

describe.skipIf(executablePath === undefined)(`a published site${skipped}`, () => {
  const program = startForTests();
  let published: PublishedFolder;
  let served: ServedFolder;
  beforeAll(async () => {
    published = await publishShipped();
    served = await serveFolder(published.folder, '/some/sub-path/');
  });
  afterAll(async () => {
    await served.stop();
    published.remove();
  });

  /** Opens the site in a browser that reaches nothing else. */
  const open = async (query = '', options: BrowserContextOptions = DESKTOP) => {
    const opened = await openPage(program.browser, 'about:blank', options);
    const { page, context, complaints } = opened;
    complaints.length = 0;
    await context.route(
      (url) => !url.href.startsWith(served.address),
      (route) => route.abort(),
    );
    const strange: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(served.address))
        strange.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) strange.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(`${served.address}${query}`);
    const expectQuiet = (): void => {
      expect(complaints.filter((each) => !each.startsWith('a request to '))).toEqual([]);
      expect(strange).toEqual([]);
    };
    return { page, context, expectQuiet };
  };
  const save = async (page: Page, name: string): Promise<Download> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return download;
  };

  it('when it is opened below a path of a file server, then the picture is there, and nothing else is asked for', async () => {
    const { page, context, expectQuiet } = await open();
    await locateActor(page, 'vladimir-putin');
    for (const share of ['35 of 35 actors', '53 of 53 relations', '81 of 81 claims'])
      await page.getByText(share).first().waitFor();
    expect(await page.title()).toBe('Portrait & "gift" <2025>');
    const foot = page.getByRole('contentinfo');
    await foot.waitFor();
    expect((await foot.innerText()).replace(/\s+/g, ' ')).toBe(
      'Portrait & "gift" <2025> Published 30 November 2026, version 1, read-only Corrections: corrections@example.org',
    );
    expect(await foot.getByRole('link').getAttribute('href')).toBe('mailto:corrections@example.org');
    await shoot(page, 'site');
    expectQuiet();
    await context.close();
  });

  it('when a lens is set and a line’s evidence is opened, then it is the sentence of its claim, and the link says the same', async () => {
    const { page, context, expectQuiet } = await open('?speaker=steve-witkoff');
    await page
      .getByText(/of 81 claims/)
      .first()
      .waitFor();
    const { x, y } = await locateActor(page, 'vladimir-putin');
    await page.mouse.click(x, y);
    await page.getByRole('heading', { name: 'Vladimir Putin', level: 2 }).waitFor();
    await page
      .getByRole('button', { name: /^Donald Trump/ })
      .filter({ hasText: 'befriends' })
      .click();
    const friend = page.getByRole('article').filter({ hasText: '“friend”' }).first();
    await friend.waitFor();
    expect(await friend.innerText()).toContain('Says Steve Witkoff');
    expect(await friend.innerText()).toContain('our digest');

    const again = await open(new URL(page.url()).search);
    await again.page.getByRole('heading', { name: 'Donald Trump and Vladimir Putin' }).waitFor();
    again.expectQuiet();
    await again.context.close();
    expectQuiet();
    await context.close();
  });

  it('when the page is asked for one picture, then it is the picture for frames; the menu gives its HTML, and shows it', async () => {
    const { page, context, expectQuiet } = await open(
      '?embed=1&pair=donald-trump..vladimir-putin&speaker=steve-witkoff',
    );
    await page.getByRole('heading', { name: 'Donald Trump and Vladimir Putin', level: 2 }).waitFor();
    await page.getByRole('article').filter({ hasText: 'our digest' }).first().waitFor();
    await page.getByRole('button', { name: '2 sources' }).click();
    await page.getByRole('complementary').getByText('corrections@example.org').waitFor();
    const full = page.getByRole('link', { name: /^Open in Onrecord/ }).first();
    expect(await full.getAttribute('href')).toMatch(
      new RegExp(`^${served.address}\\?speaker=steve-witkoff&v=1$`),
    );
    expect(await page.evaluate(() => localStorage.length)).toBeLessThanOrEqual(1); // the tour, which the tests' browser has taken
    expectQuiet();
    await context.close();

    const menu = await open('?speaker=steve-witkoff');
    await menu.page.getByRole('button', { name: 'Export' }).click();
    await menu.page.getByRole('button', { name: 'Embed…' }).click();
    const snippet = menu.page.getByLabel('HTML for your page');
    expect(await snippet.inputValue()).toContain(
      `src="${served.address}?embed=1&amp;speaker=steve-witkoff&amp;v=1"`,
    );
    await menu.page.frameLocator('iframe').getByRole('heading', { name: 'Said by Steve Witkoff' }).waitFor();
    menu.expectQuiet();
    await menu.context.close();
  });

  it('when words are searched, then actors, sentences and documents are found', async () => {
    const { page, context, expectQuiet } = await open();
    await page.getByText('81 of 81 claims').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('portr');
    await page.getByRole('option').filter({ hasText: 'A portrait for Trump' }).first().waitFor();
    expect(await page.getByRole('option').count()).toBeGreaterThan(2);
    expectQuiet();
    await context.close();
  });

  it('when the questions are asked, then the timeline, a comparison, paths and disputes are answered', async () => {
    const { page, context, expectQuiet } = await open();
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.getByRole('slider').first().waitFor();
    const goTo = (query: string) => page.goto(`${served.address}${query}`);
    await goTo('?view=compare&compare=speaker:steve-witkoff:none');
    await page.getByRole('button', { name: 'They contradict 2 relations' }).waitFor();
    await goTo('?compare=speaker:steve-witkoff:none');
    await page.getByRole('group', { name: 'Whose relations' }).waitFor();
    await goTo('?view=disputes');
    await page.getByRole('article').filter({ hasText: 'Ukraine' }).first().waitFor();
    await goTo('?view=speakers');
    await page.getByText('Steve Witkoff').first().waitFor();
    await goTo('?paths=vladimir-putin..nato');
    await page.locator('.path-head').first().waitFor();
    expect(await page.locator('.path-head').first().textContent()).toMatch(/^Vladimir Putin – .*NATO$/);
    expectQuiet();
    await context.close();
  });

  it('when the table is shown, then it holds every claim', async () => {
    const { page, context, expectQuiet } = await open('?tab=table&table=claims');
    await page.getByRole('grid').waitFor();
    await page.getByText('Steve Witkoff').first().waitFor();
    expectQuiet();
    await context.close();
  });

  it('when files are exported, then they are the server’s, byte for byte', async () => {
    const { page, context, expectQuiet } = await open();
    await page.getByText('81 of 81 claims').first().waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    for (const [name, path] of [
      ['GEXF, claims', 'network.gexf?level=claims'],
      ['GEXF 1.2, relations', 'network.gexf?level=relations&gexf=1.2'],
      ['GraphML, claims', 'network.graphml?level=claims'],
      ['CSV, relations', 'network.csv?level=relations'],
      ['JSON, claims', 'network.json?level=claims'],
    ] as const) {
      const download = await save(page, name);
      const response = await fetch(`${program.address}/api/v1/${path}`);
      const bytes = readFileSync(await download.path());
      expect(bytes.equals(Buffer.from(await response.arrayBuffer())), name).toBe(true);
      expect(response.headers.get('Content-Disposition')).toContain(download.suggestedFilename());
    }
    expectQuiet();
    await context.close();
  });

  it('when a document is read, then its text is there; and nothing anywhere offers to change something', async () => {
    const { page, context, expectQuiet } = await open('?view=documents');
    await page.getByRole('button', { name: 'A portrait for Trump' }).click();
    await page.locator('.reader mark, .reader [data-claim], .document-text').first().waitFor();
    const offers =
      /\b(?:import|add a report|review|retract|undo the|sign in|edit|merge|changes|proposals waiting)\b/i;
    for (const query of [
      '?view=documents',
      '?view=ledger',
      '?view=review&review=portrait-gift',
      '?actor=nato',
      '',
    ]) {
      await page.goto(`${served.address}${query}`);
      await page.getByRole('contentinfo').waitFor();
      await page.waitForLoadState('networkidle');
      const controls = await page
        .locator('button, a, input, [role=tab]')
        .evaluateAll((all) =>
          all.map((each) => `${each.getAttribute('aria-label') ?? ''} ${each.textContent}`.trim()),
        );
      expect(controls.length).toBeGreaterThan(5);
      expect(controls.filter((words) => offers.test(words))).toEqual([]);
    }
    expectQuiet();
    await context.close();
  });

  it.each([
    ['at a desk', DESKTOP],
    ['on a phone, in the dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('when it is looked at %s, then nothing stands in the way of anyone', async (name, options) => {
    const { page, context } = await open('', options);
    await page.getByRole('contentinfo').waitFor();
    await locateActor(page, 'vladimir-putin');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await shoot(page, `site ${name}`);
    await context.close();
  });

  it('when its data cannot be had, then it says so in place of the picture', async () => {
    const { page, context } = await openPage(program.browser, 'about:blank');
    await page.route('**/data/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto(served.address);
    await page.getByText('The data of this site cannot be loaded').first().waitFor();
    await page.unroute('**/data/**');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByText('81 of 81 claims').first().waitFor();
    await context.close();
  });

  it('when a page comes from a server, then it loads nothing of a site', async () => {
    const { page, context } = await openPage(program.browser, 'about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(program.address, { waitUntil: 'networkidle' });
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((url) => /site-|\/data\//.test(url))).toEqual([]);
    await context.close();
  });

  it('when all its files are packed, then they are less than 1.5 MB', () => {
    expect(published.files).toBeGreaterThan(10);
    expect(published.packedBytes).toBeLessThan(MOST_PACKED_BYTES);
  });
});
