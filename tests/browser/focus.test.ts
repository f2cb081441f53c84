import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { executablePath, openPage, skipped, startForTests } from './open-page.ts';

/** A button that is gone once it is used, and where. */
interface Vanishing {
  readonly what: string;
  readonly query: string;
  readonly button: RegExp;
  readonly before?: (page: Page) => Promise<void>;
}

const click =
  (...names: readonly RegExp[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
  };

const VANISHING: readonly Vanishing[] = [
  { what: 'the start is closed', query: '', button: /^Close$/ },
  { what: 'an actor’s card is closed', query: '?actor=vladimir-putin', button: /^Close$/ },
  { what: 'a pair’s card is closed', query: '?pair=donald-trump..ukraine', button: /^Close$/ },
  {
    what: 'a pair’s card is closed beside Explore',
    query: '?tab=table&table=explore&pair=donald-trump..ukraine',
    button: /^Close$/,
  },
  { what: 'a document is closed', query: '?read=portrait-gift', button: /^Close$/ },
  {
    what: 'one goes back from a list',
    query: '?actor=vladimir-putin&list=about',
    button: /^Vladimir Putin$|^Back/,
  },
  { what: 'paths are closed', query: '?paths=vladimir-putin..nato', button: /^Close$/ },
  { what: 'the filter is closed', query: '', button: /^Close$/, before: click(/^Filter/) },
  { what: 'the case file is closed', query: '?open=case-file', button: /^Close$/ },
  {
    what: 'a thing is taken out of the case file',
    query: '?view=disputes',
    button: /^Remove/,
    before: click(/^Add to case file/, /^Case file/),
  },
  { what: 'the only condition is taken off', query: '?stance=negative', button: /^Remove: Negative/ },
  {
    what: 'all conditions are taken off',
    query: '?stance=negative&speaker=steve-witkoff',
    button: /^Clear all/,
  },
  { what: 'an empty lens is cleared', query: '?from=1800&to=1801', button: /^Clear the lens/ },
  {
    what: 'a question without an answer is freed',
    query: '?view=disputes&speaker=dmitry-peskov',
    button: /^Clear the lens/,
  },
  {
    what: 'an actor is taken out of a question of paths',
    query: '?paths=vladimir-putin..nato',
    button: /^Remove: NATO/,
  },
  {
    what: 'the lens is cleared for paths',
    query: '?paths=vladimir-putin..ukraine&speaker=andriy-yermak',
    button: /^Clear the lens and show them/,
  },
  {
    what: 'a comparison is left in the network',
    query: '?compare=speaker:steve-witkoff:none',
    button: /^Stop comparing/,
  },
  {
    what: 'a comparison is left among the questions',
    query: '?view=compare&compare=speaker:steve-witkoff:none',
    button: /^Stop comparing/,
  },
  { what: 'a dispute is shown in the network', query: '?view=disputes', button: /^Show in the network/ },
  {
    what: 'a voice’s world is opened',
    query: '?view=speakers',
    button: /^Its world according to Steve Witkoff/,
  },
  { what: 'a way of hearsay is opened', query: '?view=speakers', button: /, quoting Vladimir Putin/ },
  { what: 'all of time is shown', query: '?from=2025-03-10', button: /^All of time/ },
  { what: 'a notice is read', query: '?actor=vladimir-putin&v=999', button: /^(?:Dismiss|Close|Hide)/ },
];

describe.skipIf(executablePath === undefined)(`the focus${skipped}`, () => {
  const program = startForTests();

  const open = (query: string) => openPage(program.browser, `${program.address}/${query}`);
  /** What has the focus: never the page itself. */
  const active = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at === null || at === document.body ? 'nothing' : at.tagName;
    });

  /** One page for all: each begins at an address of its own. */
  let page: Page;
  beforeAll(async () => {
    ({ page } = await open(''));
  });

  it.each(VANISHING)(
    'when $what, then the focus is somewhere, by mouse and by keyboard',
    async ({ query, button, before }) => {
      for (const isByKey of [true, false]) {
        await page.goto('about:blank');
        await page.goto(`${program.address}/${query}`);
        await before?.(page);
        const target = page.getByRole('button', { name: button }).first();
        await target.waitFor();
        const element = await target.evaluateHandle((button) => button);
        if (isByKey) await target.press('Enter');
        else await target.click();
        await page.waitForFunction((gone) => !gone.checkVisibility(), element);
        await expect
          .poll(() => active(page), { message: isByKey ? 'by keyboard' : 'by mouse' })
          .not.toBe('nothing');
      }
    },
  );

  it('when tabs are changed and steps taken back by keys, then the focus is somewhere all the way', async () => {
    const { page, context } = await open('?actor=vladimir-putin');
    await page.getByRole('heading', { name: 'Vladimir Putin', level: 2 }).waitFor();
    await page.getByRole('tab', { name: 'Network' }).press('ArrowRight');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight']) {
      expect(await active(page)).toBe('BUTTON');
      await page.keyboard.press(key);
    }
    await page
      .getByRole('button', { name: /^Donald Trump/ })
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: 'Donald Trump and Vladimir Putin' }).waitFor();
    await page.getByRole('button', { name: 'Open in document' }).first().press('Enter');
    await page.getByRole('heading', { name: /portrait|interview/ }).waitFor();
    for (const heading of ['Donald Trump and Vladimir Putin', 'Who says what about whom']) {
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: heading, level: 2 }).waitFor();
      await expect.poll(() => active(page)).not.toBe('nothing');
    }
    await context.close();
  });

  it('when there is no more to take back in a case file, then the button that did it keeps the focus', async () => {
    const { page: own, context } = await open('?view=disputes');
    await own
      .getByRole('button', { name: /^Add to case file/ })
      .first()
      .click();
    await own.getByRole('button', { name: /^Case file/ }).click();
    const undo = own.getByRole('button', { name: 'Undo the last change of the case file' });
    await undo.press('Enter');
    await own.getByText('0 items, kept in this browser').waitFor();
    expect(await undo.isDisabled()).toBe(true);
    expect(await active(own)).toBe('BUTTON');
    await context.close();
  });

  it('when a document is retracted and that is taken back, then the focus is somewhere after each', async () => {
    const { page, context } = await open('?view=documents');
    await page.getByRole('button', { name: 'Retract A portrait for Trump' }).press('Enter');
    await page.getByRole('button', { name: 'Retract it' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => active(page)).not.toBe('nothing');
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Retract A portrait for Trump' }).waitFor();
    await expect.poll(() => active(page)).not.toBe('nothing');
    await context.close();
  });
});
