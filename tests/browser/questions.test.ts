import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import { tabTo } from './by-keyboard.ts';
import { DESKTOP, executablePath, openPage, PHONE, shoot, skipped, startForTests } from './open-page.ts';

const VIEWS = [
  'view=compare',
  'view=compare&compare=speaker:steve-witkoff:none',
  'view=disputes',
  'view=speakers',
  'view=publishers',
  'compare=speaker:steve-witkoff:none',
];
const COMPARED = 'compare=speaker%3Asteve-witkoff%3Anone';

describe.skipIf(executablePath === undefined)(`the questions${skipped}`, () => {
  const started = startForTests();
  const open = (query: string, options: BrowserContextOptions = DESKTOP) =>
    openPage(started.browser, `${started.address}/?${query}`, options);

  /** From the top of the page to a question, by keys alone. */
  const goTo = async (page: Page, steps: number, name: string) => {
    await tabTo(page, 'Network');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Who disagrees' }).waitFor();
    await tabTo(page, 'Disputes');
    const key = steps < 0 ? 'ArrowLeft' : 'ArrowRight';
    for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(key);
    await page.getByRole('heading', { name }).waitFor();
  };
  const firstRow = (page: Page) => page.getByRole('table').getByRole('row').nth(1);

  it('when two speakers are compared by mouse, then the network and the table say whose each relation is, and the link says the same', async () => {
    const { page, complaints, context } = await open('actor=steve-witkoff');
    await page.getByRole('button', { name: 'Compare with… Steve Witkoff' }).click();
    await page.waitForFunction(() => document.activeElement?.role === 'combobox');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('');
    await page.getByRole('combobox', { name: 'B: a speaker' }).click();
    await page.getByRole('option', { name: /the document’s own voice/ }).click();
    await page.getByRole('button', { name: 'They contradict 2 relations' }).waitFor();
    await page.getByRole('columnheader', { name: 'A: Steve Witkoff' }).waitFor();
    const contradiction = await firstRow(page).innerText();
    expect(contradiction).toContain('They contradict');
    expect(contradiction).toContain('efforts to improve relations between the United States and Russia');
    expect(contradiction).toContain('the United States and Russia were on poor terms');
    expect(contradiction).toContain('A portrait for Trump');

    await page.getByRole('button', { name: 'Both 2 relations' }).click();
    await page.getByText('2 relations that both state').waitFor();
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await page.getByRole('columnheader', { name: 'B: Steve Witkoff' }).waitFor();
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await page.getByRole('button', { name: 'Show both in the network' }).click();
    const legend = page.getByRole('group', { name: 'Whose relations' });
    await legend.waitFor();
    const words = await legend.innerText();
    expect(words.replace(/\s+/g, ' ')).toMatch(
      /They contradict 2.*Only Steve Witkoff 13.*Only the document’s own voice 28.*Both 2/,
    );
    expect(page.url()).toContain(COMPARED);
    await shoot(page, 'compare');

    const again = await openPage(started.browser, page.url());
    await again.page.getByRole('group', { name: 'Whose relations' }).waitFor();
    expect(await again.page.getByRole('group', { name: 'Whose relations' }).innerText()).toBe(words);
    await again.context.close();

    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await page.getByText('53 of 53 relations').waitFor();
    expect(page.url()).not.toContain('compare');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when two speakers are compared by keyboard alone, then the differences are read and a contradiction is opened in the network', async () => {
    const { page, complaints, context } = await open('');
    await page.getByRole('tab', { name: 'Questions' }).waitFor();
    await goTo(page, -1, 'Whose view');
    await tabTo(page, 'A: a speaker');
    await page.keyboard.type('witk');
    await page.getByRole('option', { name: /Steve Witkoff/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'B: a speaker');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: /the document’s own voice/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^They contradict/ }).waitFor();
    await tabTo(page, /^They contradict/);
    await page.keyboard.press('Enter');
    await page.getByText('1 contradiction').waitFor();
    await tabTo(page, 'Show in the network: United States and Russia');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Russia and United States' }).waitFor();
    expect(page.url()).toContain(COMPARED);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when a name is taken before it is found, and the field is left, then it is chosen when it is found', async () => {
    const { page, context } = await open('view=compare');
    const found = Promise.withResolvers();
    await page.route(/facets\?.*q=witk/, async (route) => {
      await found.promise;
      await route.continue();
    });
    await page.getByRole('combobox', { name: 'A: a speaker' }).fill('witk');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    found.resolve(undefined);
    await expect.poll(() => page.url()).toContain('compare=speaker%3Asteve-witkoff%3A');
    expect(await page.getByRole('combobox', { name: 'A: a speaker' }).inputValue()).toBe('Steve Witkoff');
    await context.close();
  });

  it('when dates are compared, then a date is read as it is typed, and what is none is said', async () => {
    const { page, context } = await open('view=compare');
    await page.getByRole('combobox', { name: 'Compare' }).selectOption('date');
    await page.getByLabel('A: a date').fill('someday');
    await page.keyboard.press('Enter');
    await page.getByText('This is no date').waitFor();
    await page.getByLabel('A: a date').fill('March 2025');
    await page.keyboard.press('Enter');
    await page.getByLabel('B: a date').fill('2024');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Only March 2025/ }).waitFor();
    expect(page.url()).toContain('compare=date%3A2025-03%3A2024');
    await page.getByLabel('A: a date').fill('2025-05/2025-03');
    await page.keyboard.press('Enter');
    await page.getByText('This is no date').waitFor();
    await page.getByLabel('A: a date').fill('2022/2025');
    await page.keyboard.press('Enter');
    await page.getByLabel('B: a date').fill('1900/2000');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'When it happened' }).click();
    await page.getByRole('button', { name: /^Only 2022 to 2025 [1-9]/ }).waitFor();
    await page.getByRole('button', { name: /^Only 1900 to 2000 [1-9]/ }).waitFor();
    const words = await page.locator('.side-counts').innerText();
    await page.reload();
    await page.getByRole('button', { name: /^Only 1900 to 2000 [1-9]/ }).waitFor();
    expect(await page.locator('.side-counts').innerText()).toBe(words);
    await context.close();
  });

  it('when a link compares with somebody who is not there, then it says so and shows everything', async () => {
    const { page, context } = await open('compare=speaker:steve-witkoff:nobody-of-this-name');
    await page.getByText(/compare=speaker:steve-witkoff:nobody-of-this-name/).waitFor();
    await page.getByText('53 of 53 relations').waitFor();
    expect(page.url()).not.toContain('compare=');
    await context.close();
  });

  it('when disputes are looked at by mouse, then both sides stand there with their sentences, and one opens in the network', async () => {
    const { page, complaints, context } = await open('');
    await page.getByRole('tab', { name: 'Questions' }).click();
    const dispute = page.getByRole('article', { name: 'Donald Trump → Ukraine' });
    await dispute.waitFor();
    const words = await dispute.innerText();
    expect(words).toContain('Trump and Putin are both committed to settling the conflict in Ukraine');
    expect(words).toContain('Trump might press Ukraine to surrender part of its land');
    expect(words).toContain('1 claim of 1 origin. Said by European leaders.');
    await dispute.getByRole('button', { name: /Show in the network/ }).click();
    await page.getByRole('heading', { name: 'Donald Trump and Ukraine' }).waitFor();
    await page.getByRole('button', { name: 'All disputes' }).click();
    await dispute.waitFor();
    expect(page.url()).toContain('view=disputes');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when disputes are looked at by keyboard alone, then one is opened; under a lens without any, it says so', async () => {
    const { page, complaints, context } = await open('');
    await page.getByRole('tab', { name: 'Questions' }).waitFor();
    await goTo(page, 0, 'Who disagrees');
    await tabTo(page, 'Show in the network: Donald Trump and Ukraine');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Donald Trump and Ukraine' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();

    const other = await open('view=disputes&speaker=dmitry-peskov');
    await other.page.getByText('Nothing is disputed under the present lens.').waitFor();
    await other.context.close();
  });

  it('when one asks who speaks by mouse, then each voice has its reach, hearsay is a filter, and its world is one click away', async () => {
    const { page, complaints, context } = await open('view=speakers');
    const witkoff = page.getByRole('row', { name: /^Steve Witkoff/ });
    await witkoff.waitFor();
    expect((await witkoff.getByRole('cell').allInnerTexts()).slice(0, 3).map((cell) => cell.trim())).toEqual([
      '20',
      expect.stringMatching(/^8\s*1 by itself$/),
      '2',
    ]);
    await page.getByRole('radio', { name: 'Handed on only' }).click();
    await page.getByText('2 of 81 claims', { exact: true }).waitFor();
    expect(page.url()).toContain('via=any');
    await witkoff.getByRole('button', { name: 'Steve Witkoff, quoting Vladimir Putin' }).click();
    await page.getByRole('button', { name: 'Remove: Handed on from Vladimir Putin' }).waitFor();
    expect(page.url()).toContain('speaker=steve-witkoff&via=vladimir-putin');

    await page.getByRole('tab', { name: 'Questions' }).click();
    await page.getByRole('tab', { name: 'Speakers' }).click();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: 'Its world according to Steve Witkoff' }).click();
    await page.getByText('20 of 81 claims', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when one asks by keyboard alone who speaks and where, then publishers follow, each share beside the whole', async () => {
    const { page, complaints, context } = await open('');
    await page.getByRole('tab', { name: 'Questions' }).waitFor();
    await goTo(page, 1, 'Who speaks');
    await tabTo(page, 'First hand and handed on');
    await page.keyboard.press('ArrowDown');
    await page.getByText('79 of 81 claims', { exact: true }).waitFor();
    await tabTo(page, 'Speakers', 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    const publisher = page.getByRole('article', { name: 'Onrecord (digest)' });
    await publisher.waitFor();
    expect((await publisher.innerText()).replace(/\s+/g, ' ')).toMatch(
      /Steve Witkoff 2\d % \(18 claims\); 2\d % of the whole/,
    );
    await tabTo(page, 'The world according to Onrecord (digest)');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove: Published by Onrecord (digest)' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('when the tree of a screen reader is read, then the questions say where one is and what is there', async () => {
    const { page, context } = await open(VIEWS[1] ?? '');
    await page.getByRole('table').waitFor();
    const tree = await page.getByRole('tabpanel', { name: 'Compare' }).ariaSnapshot();
    expect(tree).toContain('heading "Whose view" [level=2]');
    expect(tree).toMatch(/button "They contradict 2 relations"/);
    expect(tree).toMatch(/table "Differences: Steve Witkoff and the document’s own voice, claim by claim"/);
    expect(tree).toMatch(/rowheader "United States → Russia They contradict/);
    await context.close();

    const table = await open('compare=speaker:steve-witkoff:none&tab=table&table=relations');
    const relations = table.page.getByRole('grid', { name: 'Relations' });
    await relations.getByRole('columnheader', { name: 'Whose' }).waitFor();
    const sides = await relations.locator('.side-words').allInnerTexts();
    expect(sides.filter((side) => side.trim() === 'They contradict')).toHaveLength(2);
    await table.context.close();
  });

  it.each([
    ['light', { ...DESKTOP, colorScheme: 'light' }],
    ['dark', { ...DESKTOP, colorScheme: 'dark' }],
    ['a phone', PHONE],
  ] as const)(
    'when axe looks at each view (%s), then it finds nothing, and nothing is wider than the page',
    async (name, options) => {
      for (const view of VIEWS) {
        const { page, complaints, context } = await open(view, options);
        await page.getByText(/ of 53 relations/).waitFor();
        if (view.includes('view=')) await page.locator('.question-answer').waitFor();
        await page.waitForFunction(() => document.querySelector('.waiting') === null);
        await expectAxeClean(page, view);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([view, width]).toEqual([view, 0]);
        expect(complaints).toEqual([]);
        if (name === 'a phone') await shoot(page, `phone-${view.replace(/\W+/g, '-').slice(0, 30)}`);
        await context.close();
      }
    },
  );
});
