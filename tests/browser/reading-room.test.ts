import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import { hashToken } from '../../server/api/access.ts';
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

/** Written for this test: nobody and nothing in it is real. */
const REPORT = `Ferry talks go on

The Norwegian minister Kari Lund met Ole Friis in Oslo on Tuesday. Sweden supports Norway in the talks. Lund accused Denmark of delaying the ferry. Finland rejects the fee that Denmark wants. Friis thanked Kari Lund for her patience.
`;
const TITLE = 'Ferry talks go on';

describe.skipIf(executablePath === undefined)(`the reading room${skipped}`, () => {
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

  const open = (query: string, options: BrowserContextOptions = DESKTOP) =>
    openPage(browser, `${serving.address}/?${query}`, options);
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  const row = (page: Page, title: string) => page.getByRole('rowheader', { name: title });
  const addByPaste = async (page: Page) => {
    await page.getByRole('button', { name: 'Add a report' }).click();
    await page.getByLabel('Text of the report').fill(REPORT);
    await page.getByLabel('Publisher').fill('Fjord Daily');
    await page.getByLabel('Published').fill('13 March 2025');
    await page.getByRole('button', { name: 'Read the report' }).click();
    await page
      .getByRole('dialog')
      .getByText(/proposals: review them/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await row(page, TITLE).waitFor();
  };
  const expectWhole = async (page: Page) => {
    await expectAxeClean(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
  };

  it('when a report is pasted, then its proposals wait, also after the dialog; retracted it goes, and undo brings it back', async () => {
    const { page, complaints, context } = await open('view=documents');
    await addByPaste(page);
    expect(await focused(page)).toBe('Add a report');
    await page.getByRole('button', { name: new RegExp(`^Review \\d+ proposals of ${TITLE}`) }).waitFor();
    const cells = await page.getByRole('row', { name: TITLE }).innerText();
    expect(cells).toContain('Fjord Daily');
    expect(cells).toContain('13 March 2025');

    await page.getByRole('button', { name: `Retract ${TITLE}` }).click();
    await page.getByText(/proposals waiting go with it\. Undo brings all of it back\./).waitFor();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(`Retract ${TITLE}`);
    await page.getByRole('button', { name: `Retract ${TITLE}` }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter'); // the dialog begins at what was asked for
    await page.getByText(`Retracted “${TITLE}”.`).waitFor();
    await row(page, TITLE).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await row(page, TITLE).waitFor();

    await page.getByLabel('Find a document').fill('fjord');
    await page.getByText('1 of 3 documents').waitFor();
    await page.getByLabel('Find a document').fill('');
    await page.getByLabel('With proposals waiting').check();
    await page.getByText('1 of 3 documents').waitFor();
    await page.getByRole('link', { name: 'Review log (CSV)' }).waitFor();
    await page.getByRole('button', { name: TITLE, exact: true }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when files are added, then those that can be read are, and of the others it is said why not', async () => {
    const { page, complaints, context } = await open('view=documents');
    await page.getByRole('button', { name: 'Add a report' }).click();
    await page.getByRole('tab', { name: 'Files' }).click();
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles([
        { name: 'ferry.md', mimeType: 'text/markdown', buffer: Buffer.from(`# ${REPORT}`) },
        {
          name: 'korean.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('장관이 오슬로에서 만났다. '.repeat(20)),
        },
        { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
        {
          name: 'lie.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 255]),
        },
      ]);
    await page.getByText('Only text, Markdown and web pages are read').waitFor();
    await page.getByRole('button', { name: 'Read 3 reports' }).click();
    const jobs = page.getByRole('dialog').getByRole('region', { name: 'Reports being read' });
    await jobs.getByText(/proposals: review them/).waitFor();
    await jobs.getByText(/it is in Korean, and only English is read/).waitFor();
    await jobs.getByText('Save it as plain text, Markdown or a web page').waitFor();
    await shoot(page, 'reading-room-jobs');
    await jobs.getByRole('button', { name: 'Dismiss lie.txt' }).click();
    await jobs.getByText('lie.txt').waitFor({ state: 'detached' });
    await jobs.getByText(/proposals: review them/).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForURL(/view=review&document=/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when files are dropped on the page, then the dialog opens with them', async () => {
    const { page, context } = await open('view=documents');
    await page.getByRole('button', { name: 'Add a report' }).waitFor();
    const transfer = await page.evaluateHandle(() => {
      const held = new DataTransfer();
      held.items.add(new File(['A walk.'], 'walk.txt', { type: 'text/plain' }));
      return held;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.getByText('Drop to add as reports').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.getByRole('dialog').getByText('walk.txt').waitFor();
    await page.keyboard.press('Escape'); // what is not sent yet is kept
    await page.getByRole('button', { name: 'Add a report' }).click();
    await page.getByRole('dialog').getByText('walk.txt').waitFor();
    await context.close();
  });

  it('when two actors are merged by keyboard, then it is seen before and after, and the ledger takes it back', async () => {
    const { page, complaints, context } = await open('actor=tass');
    await page.getByRole('button', { name: 'Same as another…' }).press('Enter');
    await page.getByRole('combobox', { name: 'The same as' }).pressSequentially('rt');
    await page.getByRole('option', { name: /^RT/ }).waitFor();
    await page.keyboard.press('Enter');
    const preview = '4 relations become 2; 3 claims are read as about RT. Nothing has changed yet.';
    await page.getByText(preview).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Merged TASS into RT.').waitFor();
    await page.getByRole('button', { name: 'Take TASS out again' }).waitFor();

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('RT and TASS');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'RT and TASS', exact: true }).waitFor();

    await page.getByRole('tab', { name: 'Documents' }).click();
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('button', { name: /^Undo: TASS is read as/ }).click();
    await page.getByText(/^Taken back: “TASS is read as/).waitFor();
    await page.goto(`${serving.address}/?actor=tass`);
    await page.getByRole('heading', { name: 'TASS', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when later changes stand on one, then the ledger says which, and takes them all back at once', async () => {
    const { page, context } = await open('view=documents');
    await addByPaste(page);
    await page.getByRole('button', { name: `Retract ${TITLE}` }).click();
    await page.getByRole('button', { name: 'Retract it' }).click();
    await row(page, TITLE).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('button', { name: `Undo: Read ${TITLE}` }).click();
    await page.getByRole('dialog').getByText(`Retracted ${TITLE}`).waitFor();
    await shoot(page, 'reading-room-blocked');
    await page.getByRole('button', { name: 'Take both back' }).click();
    await page.getByText(/^Taken back:/).waitFor();
    await page.getByRole('button', { name: /^Redo/ }).first().waitFor();
    await context.close();
  });

  it('when Ctrl-Z is pressed outside a field, then the last change is taken back; in a field it is the field’s own', async () => {
    const { page, context } = await open('view=documents');
    await addByPaste(page);
    await page.getByLabel('Find a document').press('Control+z');
    await row(page, TITLE).waitFor();
    await page.getByRole('tab', { name: 'All documents' }).press('Control+z');
    await page.getByText(/^Taken back:/).waitFor();
    await row(page, TITLE).waitFor({ state: 'detached' });
    await context.close();
  });

  it('when another tab changes the data, then what is being read stays until it is asked for', async () => {
    const [one, other] = [await open('actor=vladimir-putin'), await open('view=documents')];
    await one.page.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    await one.page.waitForResponse(/api\/v1\/events/);
    await other.page.getByRole('button', { name: 'Retract A portrait for Trump' }).click();
    await other.page.getByRole('button', { name: 'Retract it' }).click();
    await one.page.getByText('The data has changed.').waitFor();
    await one.page
      .getByText(/81 claims/)
      .first()
      .waitFor();
    await one.page.getByRole('button', { name: 'Show it' }).click();
    await one.page.getByText('31 of 31 claims').first().waitFor();
    await one.page.getByText('The data has changed.').waitFor({ state: 'detached' });
    await Promise.all([one.context.close(), other.context.close()]);
  });

  it('when others reach the address, then a reader sees nothing that writes until he has signed in, in this tab alone', async () => {
    const secret = 'a-token-of-this-test';
    const tokens = [{ name: 'ada', role: 'editor', hash: hashToken(secret) }] as const;
    const open = await startProgram(undefined, { host: '0.0.0.0', tokens });
    const address = open.address.replace('0.0.0.0', '127.0.0.1');
    const { page, context } = await openPage(browser, `${address}/?view=documents`);
    const writing = page.getByRole('button', { name: /^(?:Add a report|Import|Retract .*)$/ });
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await row(page, 'A portrait for Trump').waitFor();
    expect(await writing.count()).toBe(0);

    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Token').fill('not-the-token-of-this-test');
    await page.keyboard.press('Enter');
    await page.getByText('The server does not know this token').waitFor();
    await page.getByLabel('Token').fill(secret);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await addByPaste(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Review log (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('onrecord-review-log.csv');
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(secret);

    await page.reload();
    await page.getByRole('button', { name: 'Signed in as ada. Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await writing.first().waitFor({ state: 'detached' });
    await context.close();
    await open.stop();
  });

  it.each([
    ['light', DESKTOP],
    ['dark', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['phone', PHONE],
  ])('when looked at in %s, then all of it is whole, and axe finds nothing', async (name, options) => {
    const { page, complaints, context } = await open('view=documents', options);
    const look = async (step: string) => {
      await shoot(page, `reading-room-${step}-${name}`);
      await expectWhole(page);
    };
    await addByPaste(page);
    await look('documents');
    await page.getByRole('button', { name: 'Add a report' }).click();
    await page.getByRole('button', { name: 'Read the report' }).click();
    await page.getByText('Paste the text of a report.').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await look('add');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Retract ${TITLE}` }).click();
    await page.getByRole('button', { name: 'Retract it' }).waitFor();
    await look('retract');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText('Loaded a dataset').waitFor();
    await look('changes');
    await page.goto(`${serving.address}/?actor=tass`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Other names').waitFor();
    await look('edit');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Same as another…' }).click();
    await page.getByRole('combobox', { name: 'The same as' }).fill('r');
    await page.getByRole('option', { name: /^RT/ }).waitFor();
    await look('choose');
    await page.getByRole('option', { name: /^RT/ }).click();
    await page.getByText('Nothing has changed yet.').waitFor();
    await look('merge');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
