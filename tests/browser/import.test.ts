import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import type { Serving } from '../../server/app/serve.ts';
import {
  DESKTOP,
  executablePath,
  launch,
  openPage,
  PHONE,
  shoot,
  skipped,
  startProgram,
} from './open-page.ts';

const TABLE = `subject;type;label;object;speaker;quote;document;saidOn
Vladimir Putin;befriends;friend;Donald Trump;Steve Witkoff;prayed for his friend;A walk;2025-03
Ada Example;;wonders about;Ben Sample;;she wondered;A walk;
;befriends;friend;Donald Trump;;nobody says;A walk;
Ada Example;befriends;friend;<img src=x onerror=alert(1)>;;"<script>alert(2)</script>";A walk;2025-02-30
`;
const FILE = { name: 'walk.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) };

describe.skipIf(executablePath === undefined)(`importing a table${skipped}`, () => {
  let browser: Browser;
  let serving: Serving;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    serving = await startProgram();
  });
  afterEach(() => serving.stop());

  const open = async (options: BrowserContextOptions = DESKTOP) => {
    const opened = await openPage(browser, serving.address, options);
    await opened.page
      .getByText(/35 actors/)
      .first()
      .waitFor();
    return opened;
  };
  const choose = (page: Page) => page.locator('.import input[type=file]').setInputFiles(FILE);
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (page: Page, words: string) => {
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await focused(page)).trim() === words) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${words} cannot be reached by Tab`);
  };

  it('when a table with two bad rows is imported and undone by keyboard, then the data is as it was', async () => {
    const { page, complaints, context } = await open();
    await tabTo(page, 'Import');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Import claims' }).waitFor();
    await choose(page); // the chooser itself is the system's
    await page.getByText('4 rows: 2 rows at fault. Nothing has changed yet.').waitFor();
    const faults = await page
      .getByRole('region', { name: '2 rows at fault' })
      .locator('tbody tr')
      .allInnerTexts();
    expect(faults.map((text) => text.split('\t').slice(0, 2))).toEqual([
      ['4', 'subject'],
      ['5', 'saidOn'],
    ]);

    await tabTo(page, 'Import the 2 valid rows');
    await page.keyboard.press('Enter');
    await page.getByText('Imported 2 claims from walk.csv.').waitFor();
    await page
      .getByText(/37 actors/)
      .first()
      .waitFor();

    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await page.getByText(/^Taken back: 2 claims, 2 actors and 1 document/).waitFor();
    await page
      .getByText(/35 actors/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).trim()).toBe('Import');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when a column is read as another, then the check is made again', async () => {
    const { page, context } = await open();
    await page.getByRole('button', { name: 'Import' }).click();
    await choose(page);
    await page.getByLabel('object', { exact: true }).selectOption('not read');
    await page.getByText('Say below which column is object.').waitFor();
    await page.getByLabel('object', { exact: true }).selectOption('object');
    await page.getByText(/^4 rows: 2 rows at fault/).waitFor();
    await context.close();
  });

  it('when what was added is shown, then its claims say that they are quotes only, and the document that its text is not here', async () => {
    const { page, complaints, context } = await open();
    await page.getByRole('button', { name: 'Import' }).click();
    await choose(page);
    await page.getByRole('button', { name: 'Import the 2 valid rows' }).click();
    await page.getByRole('button', { name: 'Show what was added' }).click();
    await shoot(page, 'import-shown');
    await page.getByText('5 of 37 actors').first().waitFor();
    await shoot(page, 'import-shown');
    await page.goto(`${serving.address}/?pair=ada-example..ben-sample`);
    await page.getByText('Quote only: its place').first().waitFor();
    expect(await page.getByRole('button', { name: 'Open in document' }).count()).toBe(0);
    await shoot(page, 'import-quote-only');
    await page.goto(`${serving.address}/?read=a-walk`);
    await page.getByText('The text of this document is not here.').waitFor();
    await page.locator('.claim').nth(1).waitFor();
    expect(await page.locator('.claim').count()).toBe(2);
    await shoot(page, 'import-document');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', DESKTOP],
    ['dark', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['phone', PHONE],
  ])('when looked at in %s, then every step is whole, and axe finds nothing', async (name, options) => {
    const { page, complaints, context } = await open(options);
    const look = async (step: string) => {
      await shoot(page, `import-${step}-${name}`);
      await expectAxeClean(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(width).toBeLessThanOrEqual(0);
    };
    await shoot(page, `import-bar-${name}`);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('Download a template').waitFor();
    await look('choose');
    await choose(page);
    await page.getByText(/^4 rows: 2 rows at fault/).waitFor();
    await look('check');
    await page.getByRole('button', { name: 'Import the 2 valid rows' }).click();
    await page.getByText('Imported 2 claims from walk.csv.').waitFor();
    await look('done');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
