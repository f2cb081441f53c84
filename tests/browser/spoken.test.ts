import { describe, expect, it } from 'vitest';
import { chooseByKeys, goToView, tabTo } from './by-keyboard.ts';
import { executablePath, openPage, skipped, startForTests } from './open-page.ts';
import { readSpokenFocus, readSpokenTree } from './spoken-tree.ts';

describe.skipIf(executablePath === undefined)(`what a screen reader says${skipped}`, () => {
  const program = startForTests();

  const open = async (query: string) => {
    const opened = await openPage(program.browser, `${program.address}/${query}`);
    await opened.page
      .getByText(/of 81 claims/)
      .first()
      .waitFor();
    await opened.page.waitForFunction(() => document.querySelector('.waiting') === null);
    return opened;
  };
  /** Everything said once the page has come to say this. */
  const hear = async (page: Parameters<typeof readSpokenTree>[0], selector: string, words: string) => {
    let lines: string[] = [];
    const isSaid = async (): Promise<boolean> => {
      lines = await readSpokenTree(page, selector);
      return lines.some((line) => line.includes(words));
    };
    await expect.poll(isSaid, { timeout: 15_000, message: `says “${words}”` }).toBe(true);
    return lines;
  };

  it('when Explore is walked by arrow keys, then each row makes sense alone: who, what, whom, who says so, disputed or not, and where it stands', async () => {
    const { page, context } = await open('');
    const isOpen = (text: string, level: number) =>
      page.locator(`[role=row][aria-level="${level}"]`).filter({ hasText: text }).first().waitFor();
    await goToView(page, 'Table');
    await page.getByRole('tab', { name: 'Explore' }).waitFor();
    await tabTo(page, 'Actors');
    await page.keyboard.press('Home');
    await page.locator('[role=row][aria-level="1"]').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await readSpokenFocus(page)).toBe(
      'Donald Trump, Person, 42 claims, row, collapsed, level 1, 1 of 35',
    );
    await page.keyboard.press('ArrowRight');
    await isOpen('Ukraine', 2);
    expect(await readSpokenFocus(page)).toMatch(/row, expanded, (?:selected, )?level 1, 1 of 35$/);
    for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
    expect(await readSpokenFocus(page)).toMatch(
      /^Ukraine, disputed, Donald Trump supports: commits to resolve conflict in, mediates; coerces: pressures; said by the document’s own voice, Steve Witkoff, European leaders, 3 claims, row, collapsed, (?:selected, )?level 2, 3 of 11$/,
    );
    await page.keyboard.press('ArrowRight');
    await isOpen('pressures', 3);
    await page.keyboard.press('ArrowDown');
    expect(await readSpokenFocus(page)).toMatch(
      /^“commits to resolve conflict in”, disputed: Donald Trump supports Ukraine\. According to Witkoff, Trump and Putin are both committed to settling the conflict in Ukraine\. our digest, not the report’s words Said by Steve Witkoff, positive, asserted, row, (?:selected, )?level 3, 1 of 3$/,
    );
    await page.keyboard.press('ArrowDown');
    expect(await readSpokenFocus(page)).toContain('In the document’s own voice, positive, asserted, row');
    await page.keyboard.press('ArrowDown');
    expect(await readSpokenFocus(page)).toContain('Said by European leaders, negative, hypothetical, row');
    await context.close();
  });

  it('when a relation’s evidence is read, then each sentence has its speaker, its stance and its document, and no sign is read out', async () => {
    const { page, context } = await open('?pair=donald-trump..ukraine');
    const lines = await hear(page, 'aside', 'hypothetical');
    expect(lines.slice(0, 2)).toEqual([
      'Evidence, complementary',
      'Donald Trump and Ukraine, heading level 2',
    ]);
    expect(lines).toContain('Disputed, heading level 3');
    expect(lines).toContain('supports: commits to resolve conflict in, mediates, heading level 4');
    const at = lines.lastIndexOf(
      'Some European leaders fear that Trump might press Ukraine to surrender part of its land.',
    );
    expect(lines.slice(at - 1, at + 9)).toEqual([
      'article',
      'Some European leaders fear that Trump might press Ukraine to surrender part of its land.',
      'Says',
      'European leaders, button',
      'labelled “pressures”',
      'negative',
      'hypothetical',
      'A portrait for Trump, Onrecord (digest), March 2025',
      'our digest, not the report’s words: Report on the portrait gift, March 2025',
      'curated',
    ]);
    expect(lines.filter((line) => /[≠✕·]|^image/.test(line))).toEqual([]);
    await context.close();
  });

  it('when the differences of two views are read, then a row says whose each claim is', async () => {
    const { page, context } = await open('?view=compare&compare=speaker:steve-witkoff:none');
    const lines = await hear(page, '#question', '42 differences');
    expect(lines).toContain('They contradict 2 relations, button, not pressed');
    const at = lines.findIndex((line) => line.endsWith(', table'));
    expect(lines.slice(at, at + 11)).toEqual([
      'Differences: Steve Witkoff and the document’s own voice, claim by claim, table',
      'row',
      'About, column header',
      'A: Steve Witkoff, column header',
      'B: the document’s own voice, column header',
      'row',
      'About: United States → Russia',
      'They contradict',
      'Show in the network: United States and Russia, button',
      'A: Steve Witkoff: article',
      'United States cooperates with Russia, button',
    ]);
    expect(lines).toContain('B: the document’s own voice: article');
    expect(lines).toContain('B: the document’s own voice: Nothing of the kind');
    await context.close();
  });

  it('when the disputes and the speakers are read, then every number has its noun', async () => {
    const { page, context } = await open('?view=disputes');
    const disputes = await hear(page, '#question', '1 dispute');
    expect(disputes).toContain('Donald Trump → Ukraine, heading level 3');
    expect(disputes).toContain('1 claim of 1 origin. Said by Steve Witkoff.');
    expect(disputes).toContain('1 claim of 1 origin. Said by European leaders.');
    await page.keyboard.press('Escape');
    await tabTo(page, 'Disputes');
    await page.keyboard.press('ArrowRight');
    expect(await readSpokenFocus(page)).toBe('Speakers, tab, selected, 3 of 4');
    const speakers = await hear(page, '#question', 'Speakers, most claims first, table');
    const at = speakers.indexOf('Speaker: Steve Witkoff, button');
    expect(speakers.slice(at + 1, at + 10)).toEqual([
      'Its world according to Steve Witkoff, button, not pressed',
      'Compare with… Steve Witkoff, button',
      'Says: 20',
      'Said about: 8',
      '1 by itself',
      'Documents: 2',
      'Publishers: 1',
      'Handed on: 0',
      'Through whom, and whom it quotes: list',
    ]);
    await context.close();
  });

  it('when the timeline’s ends are moved, then they say days, not numbers, and how', async () => {
    const { page, context } = await open('');
    await chooseByKeys(page, 'Timeline');
    await page.getByRole('slider', { name: 'From' }).waitFor();
    expect(await readSpokenFocus(page)).toBe('Timeline, button, expanded');
    await tabTo(page, 'From');
    const how = 'Arrow keys move it, with Shift both ends; Escape shows all of time.';
    expect(await readSpokenFocus(page)).toBe(`From, slider, 1 March 2025. ${how}`);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => readSpokenFocus(page)).toBe(`From, slider, 2 March 2025. ${how}`);
    const lines = await hear(page, '.timeline', '2 to 31 March 2025');
    expect(lines).toContain('When it was said, button, pressed');
    expect(lines).toContain('What could one know on, date edit, 2025-03-31');
    // A key of the page is one here too.
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await context.close();
  });

  it('when paths are read, then each is a text whose sentences have notes, and the notes are sources', async () => {
    const { page, context } = await open('?paths=vladimir-putin..ukraine&k=3&front=2');
    const lines = await hear(page, 'aside', 'Notes, list');
    const at = lines.indexOf('Vladimir Putin – Donald Trump – Ukraine, button, expanded, heading level 4');
    expect(lines.slice(at + 1, at + 8)).toEqual([
      '2 steps · weakest step: 3 origins',
      'Vladimir Putin, button',
      'consults',
      'Donald Trump, button',
      '(“plans to meet”), say the document’s own voice, Donald Trump, Steve Witkoff and 1 other.',
      expect.stringMatching(/^Note \d+, button$/),
      expect.stringMatching(/^Note \d+, button$/),
    ]);
    expect(lines).toContain('Show choices Another actor, button, collapsed');
    const notes = lines.slice(lines.indexOf('Notes, list'));
    expect(notes.filter((line) => line === 'article').length).toBeGreaterThan(2);
    const [note] = lines.filter((line) => line.startsWith('Note ')).map((line) => line.split(',')[0] ?? '');
    await tabTo(page, note ?? '');
    await page.keyboard.press('Enter');
    expect(await readSpokenFocus(page)).toMatch(/listitem|article/);
    await context.close();
  });

  it('when the lens changes, then how much is left is announced, politely and once', async () => {
    const { page, context } = await open('');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const listen = (): void => {
        for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
          if (region.hasAttribute('data-heard')) continue;
          region.setAttribute('data-heard', '');
          new MutationObserver(() => {
            const words = region.textContent.trim();
            if (words !== '') heard.push(`${region.getAttribute('role') ?? ''}: ${words}`);
          }).observe(region, { childList: true, characterData: true, subtree: true });
        }
      };
      listen();
      new MutationObserver(listen).observe(document.body, { childList: true, subtree: true });
    });
    await page.keyboard.press('f');
    await page.getByRole('checkbox', { name: /^Steve Witkoff/ }).waitFor();
    await tabTo(page, /^Steve Witkoff/);
    expect(await readSpokenFocus(page)).toMatch(/^Steve Witkoff ?,? ?20 claims?, checkbox, not checked/);
    await page.keyboard.press('Space');
    const heard = (): Promise<readonly string[]> =>
      page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard);
    await expect
      .poll(heard, { timeout: 15_000 })
      .toContainEqual(expect.stringMatching(/^status: \d+ of 35 actors, 20 of 81 claims under this lens$/));
    const all = await heard();
    expect(all.filter((words) => words.startsWith('alert'))).toEqual([]);
    expect(all.filter((words) => words.includes('under this lens'))).toHaveLength(1);
    await context.close();
  });

  it('when a dialog opens, then it has a name and the focus, and gives it back', async () => {
    const { page, context } = await open('');
    for (const [opener, name] of [
      ['Help', 'Help'],
      ['Import', 'Import claims'],
      ['Export', 'Export'],
    ] as const) {
      await chooseByKeys(page, opener);
      await page.getByRole('dialog', { name }).waitFor();
      const isInside = (): Promise<boolean> =>
        page.evaluate(() => document.activeElement?.closest('dialog, [role=dialog]') !== null);
      if (opener !== 'Export') await expect.poll(isInside).toBe(true); // a popover is the next stop, not a place
      const [first] = await readSpokenTree(page, opener === 'Export' ? '#export-menu' : 'dialog');
      expect(first).toBe(`${name}, dialog`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
      await expect.poll(() => readSpokenFocus(page)).toMatch(new RegExp(`^${opener}, button`));
    }
    await context.close();
  });
});
