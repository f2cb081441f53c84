import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import { parseCaseFile } from '../../graph-data/formats/case-file/parse-case-file.ts';
import { writeCaseJson } from '../../graph-data/formats/case-file/write-case-json.ts';
import { DESKTOP, executablePath, openPage, PHONE, shoot, skipped, startForTests } from './open-page.ts';

describe.skipIf(executablePath === undefined)(`Paths and the case file${skipped}`, () => {
  const program = startForTests();

  const open = (query: string, options = DESKTOP) =>
    openPage(program.browser, `${program.address}/${query}`, options);
  const panel = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
  const items = (page: Page) => page.locator('.case-item h3').allTextContents();
  const download = async (page: Page, name: string): Promise<string> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFile(await file.path(), 'utf8');
  };

  /** Pins the first thing in the panel that is not pinned yet. */
  const pinFirst = (page: Page): Promise<void> =>
    panel(page)
      .getByRole('button', { name: /^Add to case file/ })
      .first()
      .click();

  it('when asked by mouse how Putin and NATO are connected, then a path is a text with notes, and goes into a file that can be opened again', async () => {
    const { page, context, complaints } = await open('?actor=vladimir-putin');
    await page.getByRole('button', { name: 'Paths from here' }).click();
    await page.getByRole('combobox', { name: 'Second actor' }).fill('NATO');
    await page.getByRole('option', { name: /NATO/ }).first().click();
    const heads = page.locator('.path-head');
    await heads.first().waitFor();
    expect(page.url()).toMatch(/paths=vladimir-putin\.\.nato/);
    expect(await heads.first().textContent()).toMatch(/^Vladimir Putin – .*NATO$/);
    await page.getByRole('button', { name: 'Note 1' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('1');
    await heads.nth(1).click();
    await expect.poll(() => page.url()).toMatch(/front=2/);

    await pinFirst(page);
    await pinFirst(page);
    await page.getByRole('button', { name: 'Case file (2)' }).click();
    await expect.poll(() => items(page)).toHaveLength(2);
    await page.getByLabel('Title').fill('Putin & <NATO>');
    const before = await items(page);
    await page
      .getByRole('button', { name: /^Move down/ })
      .first()
      .click();
    await expect.poll(() => items(page)).toEqual([...before].reverse());

    const html = await download(page, 'HTML');
    expect(html).toContain('<h1>Putin &amp; &lt;NATO&gt;</h1>');
    expect(html).toContain('our digest, not the report’s words');
    expect(await download(page, 'Markdown')).toContain('## Sources');
    expect(await download(page, 'BibTeX')).toMatch(/^@misc\{/);
    const json = await download(page, 'JSON');
    expect(parseCaseFile(json)).toMatchObject({ file: { title: 'Putin & <NATO>' } });

    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(() => items(page)).toHaveLength(1);
    await page.getByLabel('Case file', { exact: true }).setInputFiles({
      name: 'case.json',
      mimeType: 'application/json',
      buffer: Buffer.from(json),
    });
    await expect.poll(() => items(page)).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo the last change of the case file' }).click();
    await expect.poll(() => items(page)).toHaveLength(1);
    await page.reload();
    await expect.poll(() => items(page)).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('when asked by keyboard alone under a lens that leaves no path, then it says how many there are without it, and Enter shows them', async () => {
    const { page, context } = await open('?speaker=andriy-yermak');
    await page.getByRole('button', { name: 'How are two actors connected?' }).focus();
    await page.keyboard.press('Enter');
    for (const [label, name] of [
      ['First actor', 'Vladimir Putin'],
      ['Second actor', 'Donald Trump'],
    ] as const) {
      await page.getByRole('combobox', { name: label }).focus();
      await page.keyboard.type(name);
      await page.getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Remove: ${name}` }).waitFor();
    }
    const none = page.locator('.no-path p');
    await none.waitFor();
    expect(await none.textContent()).toBe(
      'No path within 4 steps under this lens; 5 or more without it, the shortest of 1 step.',
    );
    await page.getByRole('button', { name: 'Clear the lens and show them' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.path-head').first().waitFor();
    expect(page.url()).not.toMatch(/speaker=/);

    for (const at of [0, 1]) {
      await panel(page)
        .getByRole('button', { name: /^Add to case file/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Case file (${at + 1})` }).waitFor();
    }
    await page.getByRole('button', { name: 'Case file (2)' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => items(page)).toHaveLength(2);
    const before = await items(page);
    await page.locator('.case-item h3 button').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => items(page)).toEqual([...before].reverse());
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'Moved to place 2 of 2' }).count())
      .toBe(1);
    // The focus went along with what was moved.
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('.case-item')?.querySelector('h3')?.textContent,
      ),
    ).toBe(before[0]);
    await page.keyboard.press('Escape');
    await page.locator('.path-head').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toMatch(/paths=/);
    await context.close();
  }, 60_000);

  it('when a disputed relation is pinned, then what others say instead goes along, and into what is taken away', async () => {
    const { page, context, complaints } = await open('?relation=donald-trump.coerces.ukraine');
    await panel(page)
      .getByRole('button', { name: /^Add to case file.*the whole relation$/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Case file (1)' }).click();
    await page.getByText('Others say otherwise:').first().waitFor({ state: 'attached' });
    const text = await download(page, 'Markdown');
    expect(text).toMatch(/\(.*disputed\)[^]*Others say otherwise:[^]*## Sources/);
    expect(text.replaceAll('\\', '')).toContain('committed to settling the conflict in Ukraine');
    await page.getByRole('button', { name: 'Undo the last change of the case file' }).click();
    await expect.poll(() => items(page)).toHaveLength(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when a picture is taken away, then it is an SVG that says what it shows, and a PNG of the same', async () => {
    const { page, context, complaints } = await open('?stance=positive');
    await page.getByRole('button', { name: 'Export' }).click();
    const svg = await download(page, 'SVG, picture');
    expect(svg).toContain('>Shown: 17 of 35 actors, 17 of 53 relations, 33 of 81 claims.</text>');
    expect(svg).toContain('>Lens: Positive.</text>');
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG, picture' }).click(),
    ]);
    const bytes = await readFile(await png.path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(3200); // its width
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when the case file is printed, then its sheet is on the paper and the app is not; once it is closed, the app prints again', async () => {
    const { page, context, complaints } = await open('?pair=donald-trump..ukraine');
    await pinFirst(page);
    await page.getByRole('button', { name: 'Case file (1)' }).click();
    await page.locator('.case-item').waitFor();
    const shown = () =>
      page.evaluate(() =>
        [...document.body.children]
          .filter((element) => element.getBoundingClientRect().height > 0)
          .map(({ id, className }) => id || className),
      );
    await page.emulateMedia({ media: 'print' });
    await page.pdf(); // tells the page that it is printed, as the browser's own dialog does
    expect(await page.locator('.case-print h2').count()).toBeGreaterThan(0);
    expect(await shown()).toEqual(['case-print']);
    expect(await page.locator('#root').evaluate((element) => getComputedStyle(element).display)).toBe('none');

    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toEqual(['root']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when an opened case file was edited by hand, then it says on its cards and in its exports what is not as in this data', async () => {
    const { page, context, complaints } = await open('?pair=donald-trump..ukraine');
    await pinFirst(page);
    await page.getByRole('button', { name: 'Case file (1)' }).click();
    const json = await download(page, 'JSON');
    const parsed = parseCaseFile(json);
    const item = 'file' in parsed ? parsed.file.items[0] : undefined;
    const [one, other] = item?.claims ?? [];
    if (!item || !one || !other) throw new Error('nothing is pinned');
    const steps = item.steps.map((step) => ({ ...step, claims: [0], otherwise: [] }));
    const items = [
      { ...one, sentence: 'They hate us.', exact: 'hate us' },
      { ...other, id: 'ghost' },
      other,
    ].map((claim, at) => ({ ...item, kind: 'claim' as const, id: `edited-${at}`, steps, claims: [claim] }));
    await page.getByLabel('Case file', { exact: true }).setInputFiles({
      name: 'case.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeCaseJson({ title: '', items }, null)),
    });
    const marks = page.locator('.case-mark');
    await expect
      .poll(() => marks.allTextContents())
      .toEqual(['Differs from this data: the sentence, the exact words', 'Not in this data']);
    await shoot(page, 'case-marks');
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot(page, 'case-marks-phone');
    expect(await download(page, 'Markdown')).toContain('> **Not in this data.**');
    expect(await download(page, 'HTML')).toContain(
      '<strong>Differs from this data: the sentence, the exact words.</strong>',
    );
    expect(complaints.filter((words) => !words.includes('404'))).toEqual([]);
    await context.close();
  });

  it('when Ctrl-Z is pressed outside a text, then the last change of the case file is taken back, and help names the key', async () => {
    const { page, context } = await open('?pair=donald-trump..ukraine');
    await pinFirst(page);
    await page.getByRole('button', { name: 'Case file (1)' }).click();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await expect.poll(() => items(page)).toHaveLength(0);
    await page.getByLabel('Title').focus();
    await page.keyboard.press('Control+z'); // the text's own
    expect(await items(page)).toHaveLength(0);
    await page.getByRole('button', { name: 'Open a case file…' }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => items(page)).toHaveLength(1);
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Taken back' }).count()).toBe(1);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).toContain('take back its last change');
    await context.close();
  });

  it('when a pasted note is too long, then it is told how many characters were left out', async () => {
    const { page, context } = await open('?pair=donald-trump..ukraine', PHONE);
    await pinFirst(page);
    await page.getByRole('button', { name: 'Case file (1)' }).click();
    const note = page.getByLabel('Note');
    await note.fill('Look: . End');
    await note.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
    await page.keyboard.insertText('x'.repeat(6_000));
    const room = page.locator('.note-room');
    await expect
      .poll(() => room.textContent())
      .toBe('5,000 of at most 5,000 characters; 1,011 more were left out');
    expect(await note.inputValue()).toMatch(/^Look: x+\. End$/);
    expect(await note.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(4_995);
    await note.blur();
    expect(await room.textContent()).toMatch(/left out$/);
    await shoot(page, 'case-note-full');
    await context.close();
  });

  it('when the page is loaded again while a title is typed, then the title is there, and typing in its middle stays there', async () => {
    const { page, context } = await open('?pair=donald-trump..ukraine');
    await page.getByRole('button', { name: 'Case file' }).click();
    const title = page.getByLabel('Title');
    await title.focus();
    await page.keyboard.type('Ac');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('bbb');
    expect(await title.inputValue()).toBe('Abbbc');
    await page.reload();
    await expect.poll(() => title.inputValue()).toBe('Abbbc');
    await context.close();
  });

  it('when axe looks at paths and at a case file, in light, dark and on a phone, then it finds nothing', async () => {
    for (const options of [DESKTOP, { ...DESKTOP, colorScheme: 'dark' as const }, PHONE]) {
      const { page, context } = await open('?paths=vladimir-putin..ukraine&k=3', options);
      await page.locator('.path-notes').waitFor();
      await panel(page)
        .getByRole('button', { name: /^Add to case file/ })
        .first()
        .click();
      for (const isCase of [false, true]) {
        if (isCase) {
          await page.getByRole('button', { name: 'Case file (1)' }).click();
          await page.locator('.case-item').first().waitFor();
        }
        await expectAxeClean(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          options.viewport?.width ?? 0,
        );
      }
      await context.close();
    }
  }, 120_000);
});
