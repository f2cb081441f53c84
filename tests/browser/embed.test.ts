import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DESKTOP,
  executablePath,
  locateActor,
  locatePair,
  openPage,
  PHONE,
  skipped,
  startForTests,
} from './open-page.ts';

const PAIR = 'pair=donald-trump..vladimir-putin&speaker=steve-witkoff';

describe.skipIf(executablePath === undefined)(`the embedded picture${skipped}`, () => {
  const program = startForTests(true);
  /** Somebody else's site: its only page is an article with the frame that `html` holds. */
  let site: Server;
  let html = '';
  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Article</title><h1>Article</h1>${html}<div style="height: 200vh">`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => site.close(resolve)));

  const open = (query = '', options: BrowserContextOptions = DESKTOP) =>
    openPage(program.browser, `${program.address}/embed${query === '' ? '' : `?${query}`}`, options);
  const heading = (page: Page | Frame, name: string) =>
    page.getByRole('heading', { name, exact: true, level: 2 });

  /** The article, with a frame of this address. */
  async function openArticle(address: string) {
    html = `<iframe src="${address}" title="Network" width="640" height="420"></iframe>`;
    const context = await program.browser.newContext(DESKTOP);
    const page = await context.newPage();
    const sent: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    const { port } = site.address() as AddressInfo;
    await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
    return { context, page, sent, refused };
  }

  it('when the page of another origin frames it, then it is drawn and opens the evidence; the page itself is refused', async () => {
    const { context, page, sent, refused } = await openArticle(`${program.address}/embed?${PAIR}`);
    const frame = page.frames()[1];
    if (frame === undefined) throw new Error('no frame');
    await heading(frame, 'Donald Trump and Vladimir Putin').waitFor();
    await frame.getByText('Says Steve Witkoff').first().waitFor();

    expect(await frame.getByRole('article').locator('mark').first().innerText()).not.toBe('');
    expect(refused).toEqual([]);
    expect(sent.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2); // the article's own entries alone
    await context.close();

    for (const path of ['/', `/?embed=1&${PAIR}`]) {
      const other = await openArticle(`${program.address}${path}`);
      expect(await other.page.frames()[1]?.evaluate(() => document.querySelector('#root'))).toBeNull();
      expect(other.refused.join('\n')).toMatch(/frame-ancestors|X-Frame-Options/);
      await other.context.close();
    }
  });

  it('when a circle, a line and every button are used, then evidence is read, and nothing is sent, kept or listened to', async () => {
    const { page, context, complaints } = await open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    const circle = await locateActor(page, 'vladimir-putin');
    await page.mouse.click(circle.x, circle.y);
    await heading(page, 'Vladimir Putin').waitFor();
    await page.getByRole('heading', { name: 'What is done to Vladimir Putin' }).waitFor();
    await page.keyboard.press('Escape');
    const line = await locatePair(page, 'donald-trump', 'vladimir-putin');
    await page.mouse.click(line.x, line.y);
    await heading(page, 'Donald Trump and Vladimir Putin').waitFor();
    const friend = page
      .getByRole('article')
      .filter({ hasText: '“friend”' })
      .filter({ hasText: 'Says Steve Witkoff' })
      .first();

    expect(await friend.locator('mark').innerText()).toMatch(/friend/);
    expect(await friend.innerText()).toMatch(/our digest, not the report’s words/);
    expect(await friend.innerText()).toMatch(/The envoy’s interview|A portrait for Trump/);
    await friend.getByRole('button', { name: 'Steve Witkoff' }).click();
    await heading(page, 'Steve Witkoff').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /source/ }).click();
    await page.getByRole('button', { name: 'List' }).click();
    for (const name of ['Zoom in', 'Zoom out', 'Show everything'])
      await page.getByRole('button', { name }).click();

    expect(sent.filter((request) => !/^GET \/(?:api\/v1|assets)\//.test(request))).toEqual([]);
    expect(sent.filter((request) => /session|events|jobs|ledger/.test(request))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('dialog').count()).toBe(0); // no tour
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when its scripts are read, then none of them can write, sign in, listen or keep anything, and they are few', async () => {
    const { page, context } = await open(PAIR);
    const own = new Set<string>();
    page.on('response', (response) => own.add(response.url()));
    await page.reload({ waitUntil: 'networkidle' });
    const addresses = [...own].filter((address) => address.endsWith('.js'));
    const scripts = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
    const all = scripts.join('\n');

    expect(addresses.length).toBeGreaterThan(2);
    // As the page's scripts hold: what they send changes with, sign in with, listen by, and keep things under.
    for (const sign of [
      'If-Match',
      'Authorization',
      'event-stream',
      'onrecord-token',
      'onrecord-case-file-unread',
      'onrecord-tour',
    ])
      expect(all.includes(sign), sign).toBe(false);
    const onPage = await (await fetch(program.address)).text();
    const pageScripts = [...onPage.matchAll(/assets\/[\w.-]+\.js/g)].map(
      ([path]) => `${program.address}/${path}`,
    );
    const texts = await Promise.all(pageScripts.map(async (address) => (await fetch(address)).text()));
    for (const sign of [
      'If-Match',
      'Authorization',
      'event-stream',
      'onrecord-token',
      'onrecord-case-file-unread',
    ])
      expect(texts.join('\n').includes(sign), sign).toBe(true);
    await context.close();
  });

  it('when the picture has a lens, then it says it in words, with how much of how much, its sources, and whose digest they are', async () => {
    const { page, context } = await open('speaker=steve-witkoff&stance=positive&v=99');

    await page.getByRole('heading', { name: 'Said by Steve Witkoff · Positive', level: 1 }).waitFor();
    await page.getByText('15 of 81 claims').first().waitFor();
    await page.getByText('Onrecord (digest), 15 claims (our digest, not the report’s words)').waitFor();
    await page.getByRole('button', { name: '2 sources' }).click();
    const about = page.getByRole('complementary');
    await about.getByText('Sources: 2 documents of 1 publisher').waitFor();
    await about.getByText('our digest, not the report’s words').first().waitFor();
    await about.getByText('The data has changed since this link was made').waitFor();
    await about.getByText('Lens: Said by Steve Witkoff · Positive.').waitFor();
    await context.close();
  });

  it.each([
    ['embed?speaker=nobody', 'no actor "nobody"'],
    ['?embed=1&publisher=Nobody', 'no publisher "Nobody"'],
    ['embed?compare=speaker:none:nobody', 'no actor "nobody"'],
    ['embed?actor=nobody', 'no actor "nobody"'],
  ])(
    'when /%s asks for what is not there, then the reason stands in an empty picture, with the way to everything',
    async (path, reason) => {
      const { page, context } = await openPage(program.browser, `${program.address}/${path}`, {
        ...DESKTOP,
        viewport: { width: 280, height: 200 },
      });
      await page
        .getByRole('alert')
        .getByText(`This picture asks for something that is not in the data any more: ${reason}.`)
        .waitFor();

      expect(await page.locator('canvas').count()).toBe(0);
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(/of 81|Everything that is stated$/m);
      const link = page.getByRole('link', { name: /^Everything that is stated, in Onrecord/ });
      expect(await link.getAttribute('href')).toBe(`${program.address}/`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await context.close();
    },
  );

  it('when two views are compared, then both are named, and it is not said that everything is shown', async () => {
    const { page, context } = await open('compare=speaker:none:steve-witkoff&speaker=donald-trump&v=1');
    await page.getByRole('button', { name: /source/ }).click();
    const about = page.getByRole('complementary');
    await about.getByText('Compared: the document’s own voice and Steve Witkoff.').waitFor();
    await about.getByText('Only Steve Witkoff').waitFor();

    expect(await about.innerText()).not.toMatch(/No lens|Said by Donald Trump/);
    expect(await about.locator('.side-sample').count()).toBe(4);
    await context.close();
  });

  it.each([
    ['/embed', `embed?${PAIR}`],
    ['?embed=1', `?embed=1&${PAIR}`],
  ])(
    'when “Open in Onrecord” of %s is followed, then a new tab shows the same in full',
    async (_form, path) => {
      const { page, context, complaints } = await openPage(program.browser, `${program.address}/${path}`);
      await heading(page, 'Donald Trump and Vladimir Putin').waitFor();
      const link = page.getByRole('link', { name: /^Open in Onrecord/ });
      const [target, rel] = [await link.getAttribute('target'), await link.getAttribute('rel')];
      const [full] = await Promise.all([context.waitForEvent('page'), link.click()]);
      await heading(full, 'Donald Trump and Vladimir Putin').waitFor();
      await full.getByRole('region', { name: 'Lens' }).getByText('Said by Steve Witkoff').waitFor();

      expect(target).toBe('_blank');
      expect(rel).toContain('noopener');
      expect(await full.evaluate(() => window.opener === null)).toBe(true);
      expect(full.url()).toMatch(new RegExp(`^${program.address}/\\?${PAIR.replaceAll('.', '\\.')}`));
      const countsOf = async (of: Page) => (await of.locator('.counts').innerText()).replace(/\s+/g, ' ');
      expect(await countsOf(page)).toBe(await countsOf(full));
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('when only keys are pressed, then evidence is read, each Escape is one step back, and the focus is never lost', async () => {
    const { page, context } = await open('', { ...DESKTOP, viewport: { width: 640, height: 420 } });
    await page.getByText('81 of 81 claims').first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let press = 0; press < 40; press += 1) {
        await page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`no way by Tab to ${String(name)}`);
    };
    await tabTo(/^List$/);
    await page.keyboard.press('Enter');
    await heading(page, 'In this picture').waitFor();
    expect(await focused()).toBe('In this picture');
    await tabTo(/^Vladimir Putin/);
    await page.keyboard.press('Enter');
    await heading(page, 'Vladimir Putin').waitFor();
    await page.getByRole('article').first().waitFor();
    expect(await focused()).toBe('Vladimir Putin');
    await tabTo(/^Vladimir Putin agrees with Donald Trump/);
    await page.keyboard.press('Enter');
    await heading(page, 'Donald Trump and Vladimir Putin').waitFor();
    await page.keyboard.press('Escape');
    await heading(page, 'In this picture').waitFor();
    expect(await focused()).toBe('In this picture');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    expect(await focused()).toBe('List');
    await context.close();
  });

  it.each([
    ['a small frame', { viewport: { width: 280, height: 200 } }],
    ['a frame in the dark', { viewport: { width: 640, height: 420 }, colorScheme: 'dark' as const }],
    ['a phone', PHONE],
    ['a wide frame', { viewport: { width: 1200, height: 600 } }],
  ])(
    'when it stands in %s, then axe finds nothing, and nothing runs over the side',
    async (_where, options) => {
      for (const query of ['', 'pair=donald-trump..ukraine', 'compare=speaker:steve-witkoff:donald-trump']) {
        const { page, context, complaints } = await open(query, { ...DESKTOP, ...options });
        await page
          .getByText(/of 81 claims/)
          .first()
          .waitFor({ state: 'attached' });
        await page.waitForLoadState('networkidle');
        const buttons = query === '' ? [/source/, /List/] : [];
        for (const name of [null, ...buttons]) {
          if (name !== null) {
            await page.getByRole('button', { name }).click();
            await page.getByRole('complementary').waitFor();
          }
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([]);
          if (name !== null) await page.keyboard.press('Escape');
        }
        const [width, over] = await page.evaluate(
          () => [innerWidth, document.documentElement.scrollWidth] as const,
        );
        expect(over).toBeLessThanOrEqual(width);
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
  );

  it('when the wheel turns over it, then the article scrolls; with Ctrl the picture is zoomed', async () => {
    const { context, page } = await openArticle(`${program.address}/embed`);
    const frame = page.frames()[1];
    const box = await page.locator('iframe').boundingBox();
    if (frame === undefined || box === null) throw new Error('no frame');
    const link = frame.getByRole('link', { name: /^Open in Onrecord/ });
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => scrollY > 0);
    expect(await link.getAttribute('href')).not.toContain('at=');

    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await frame.waitForFunction(() =>
      document.querySelector<HTMLAnchorElement>('.embed-head a')?.href.includes('at='),
    );
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await context.close();
  });

  it('when a finger taps a circle in it, then its evidence opens', async () => {
    const { page, context } = await open('', PHONE);
    const { x, y } = await locateActor(page, 'donald-trump');
    await page.touchscreen.tap(x, y);
    await heading(page, 'Donald Trump').waitFor();
    await context.close();
  });

  it('when “Embed…” of the export menu is used, then the copied HTML frames the present view on another page', async () => {
    const { page, context, complaints } = await openPage(program.browser, `${program.address}/?${PAIR}`);
    await heading(page, 'Donald Trump and Vladimir Putin').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Embed…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Embed this view' });
    await dialog.getByLabel('Height in pixels').fill('20');
    await dialog.getByText('A whole number from 200 to 2000.').waitFor();
    await dialog.getByLabel('Height in pixels').fill('360');
    await dialog.getByLabel('Title').fill('“Friends” <b> & "others"');
    await dialog.getByRole('button', { name: 'Copy HTML' }).click();
    await dialog.getByText('HTML copied').waitFor();
    const snippet = await page.evaluate(() => navigator.clipboard.readText());
    await page
      .frameLocator('iframe')
      .getByRole('heading', { name: 'Donald Trump and Vladimir Putin' })
      .waitFor();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.filter(({ impact }) => impact !== 'moderate').map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Export');
    expect(complaints).toEqual([]);
    await context.close();

    html = snippet;
    const reader = await program.browser.newContext(DESKTOP);
    const article = await reader.newPage();
    await article.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
    await article
      .frameLocator('iframe')
      .getByRole('heading', { name: 'Donald Trump and Vladimir Putin' })
      .waitFor();
    expect(await article.locator('iframe').getAttribute('title')).toBe('“Friends” <b> & "others"');
    expect(await article.locator('iframe').getAttribute('height')).toBe('360');
    await reader.close();
  });
});
