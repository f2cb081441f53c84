import type { Page } from 'playwright-core';
import { chooseByKeys, goToView, tabTo } from './by-keyboard.ts';
import { locateActor, locatePair } from './open-page.ts';

/** A question as a reader comes to its answer, in two ways from the plain page. */
export interface ReaderQuestion {
  readonly asked: string;
  readonly byMouse: (page: Page) => Promise<void>;
  /** Presses keys and nothing else; looks only at what is there. */
  readonly byKeyboard: (page: Page) => Promise<void>;
  /** What of the page answers it. */
  readonly answer: string;
  /** Has to be in the answer. */
  readonly words: RegExp;
  readonly address: RegExp;
  /** What a fresh browser shows at that address, where that is not the same. */
  readonly elsewhere?: RegExp;
}

const inPanel = 'aside[aria-label=Evidence]';
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Types into the field that has the focus, and takes the option of that name when it is there. */
const chooseOption = async (page: Page, typed: string, name: RegExp): Promise<void> => {
  await page.keyboard.type(typed);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
};
const search = async (page: Page, typed: string, name: string): Promise<void> => {
  await page.keyboard.press('/');
  await chooseOption(page, typed, new RegExp(name));
  await page.getByRole('heading', { name, level: 2 }).waitFor();
};
const goToQuestion = async (page: Page, steps: number, heading: string): Promise<void> => {
  await goToView(page, 'Questions');
  await page.getByRole('heading', { name: 'Who disagrees' }).waitFor();
  await tabTo(page, 'Disputes');
  for (let step = 0; step < Math.abs(steps); step += 1)
    await page.keyboard.press(steps < 0 ? 'ArrowLeft' : 'ArrowRight');
  await page.getByRole('heading', { name: heading, level: 2 }).waitFor();
};
const clickQuestion = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Questions' }).click();
  await page.getByRole('tab', { name: tab }).click();
};
/** The pixel of the timeline at this share of its bars. */
const barAt = async (page: Page, share: number) => {
  const box = await page.getByRole('group', { name: 'Time shown' }).boundingBox();
  if (box === null) throw new Error('no bars');
  return { x: box.x + box.width * share, y: box.y + box.height / 2 };
};

/** What readers come for, each from the plain page to its answer by mouse and by keys alone. */
export const READER_QUESTIONS: readonly ReaderQuestion[] = [
  {
    asked: 'whose view: two speakers side by side',
    async byMouse(page) {
      await clickQuestion(page, 'Compare');
      for (const [field, name] of [
        ['A: a speaker', /^Steve Witkoff/],
        ['B: a speaker', /own voice/],
      ] as const) {
        await page.getByRole('combobox', { name: field }).click();
        await page.getByRole('option', { name }).click();
      }
    },
    async byKeyboard(page) {
      await goToQuestion(page, -1, 'Whose view');
      await tabTo(page, 'A: a speaker');
      await chooseOption(page, 'witk', /^Steve Witkoff/);
      await tabTo(page, 'B: a speaker');
      await press(page, 'ArrowDown');
      await page.getByRole('option', { name: /own voice/, selected: true }).waitFor();
      await press(page, 'Enter');
    },
    answer: '#question',
    words: /42 differences.*United States → Russia.*They contradict.*improve relations.*on poor terms/s,
    address: /view=compare&compare=speaker%3Asteve-witkoff%3Anone/,
  },
  {
    asked: 'whose view: both in one network',
    async byMouse(page) {
      const { x, y } = await locateActor(page, 'steve-witkoff');
      await page.mouse.click(x, y);
      await page.getByRole('button', { name: 'Compare with… Steve Witkoff' }).click();
      await page.getByRole('combobox', { name: 'B: a speaker' }).click();
      await page.getByRole('option', { name: /own voice/ }).click();
      await page.getByRole('button', { name: 'Show both in the network' }).click();
      await page.getByRole('group', { name: 'Whose relations' }).waitFor();
    },
    async byKeyboard(page) {
      await search(page, 'witkoff', 'Steve Witkoff');
      await chooseByKeys(page, 'Compare with… Steve Witkoff');
      await page.getByRole('heading', { name: 'Whose view' }).waitFor();
      await tabTo(page, 'B: a speaker');
      await chooseOption(page, 'own voice', /own voice/);
      await page.getByRole('button', { name: 'Show both in the network' }).waitFor();
      await chooseByKeys(page, 'Show both in the network');
      await page.getByRole('group', { name: 'Whose relations' }).waitFor();
    },
    answer: '[aria-label="Legend and filters"]',
    words:
      /They contradict\s*2\s.*Only Steve Witkoff\s*13\s.*Only the document’s own voice\s*28\s.*Both\s*2\s/s,
    address: /compare=speaker%3Asteve-witkoff%3Anone/,
  },
  {
    asked: 'the world according to Witkoff',
    async byMouse(page) {
      const { x, y } = await locateActor(page, 'steve-witkoff');
      await page.mouse.click(x, y);
      await page.getByRole('button', { name: 'The world according to Steve Witkoff' }).click();
    },
    async byKeyboard(page) {
      await search(page, 'witkoff', 'Steve Witkoff');
      await chooseByKeys(page, 'The world according to Steve Witkoff');
    },
    answer: '.context',
    words: /20 of 81 claims.*Said by Steve Witkoff/s,
    address: /actor=steve-witkoff&speaker=steve-witkoff/,
  },
  {
    asked: 'disputed: both sides of one',
    async byMouse(page) {
      const { x, y } = await locatePair(page, 'donald-trump', 'ukraine');
      await page.mouse.click(x, y);
    },
    async byKeyboard(page) {
      await search(page, 'donald', 'Donald Trump');
      await page.getByRole('button', { name: /^Ukraine/ }).waitFor();
      await chooseByKeys(page, /^Ukraine/);
    },
    answer: '.dispute',
    words:
      /One side.*committed to settling.*Says Steve Witkoff.*The other side.*press Ukraine.*Says European leaders/s,
    address: /pair=donald-trump..ukraine/,
  },
  {
    asked: 'disputed: all there are',
    async byMouse(page) {
      await page.getByRole('tab', { name: 'Questions' }).click();
    },
    byKeyboard: (page) => goToQuestion(page, 0, 'Who disagrees'),
    answer: '#question',
    words: /1 dispute.*Donald Trump → Ukraine.*Said by Steve Witkoff.*Said by European leaders/s,
    address: /view=disputes/,
  },
  {
    asked: 'two clocks: what happened since 1993',
    async byMouse(page) {
      await page.getByRole('button', { name: 'Timeline' }).click();
      await page.getByRole('button', { name: 'When it happened' }).click();
      await page.getByText('74 claims without a date').waitFor();
      // The bars are the years from 1947 to 2025.
      const [start, end] = [await barAt(page, 46.5 / 79), await barAt(page, 0.999)];
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 3 });
      await page.mouse.up();
      await page.getByText('6 of 81 claims').first().waitFor();
    },
    async byKeyboard(page) {
      await chooseByKeys(page, 'Timeline');
      await page.getByRole('slider', { name: 'From' }).waitFor();
      await chooseByKeys(page, 'When it happened');
      await page.getByText('74 claims without a date').waitFor();
      await tabTo(page, 'From');
      await press(page, ...Array<string>(46).fill('ArrowRight'));
      await page.getByText('6 of 81 claims').first().waitFor();
    },
    answer: '.time-told',
    words: /1993 to 2025/,
    address: /\?clock=happened&from=1993/,
  },
  {
    asked: 'two clocks: played through, stepped, and what could one know on a day',
    async byMouse(page) {
      await page.getByRole('button', { name: 'Timeline' }).click();
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await page.getByText('1 to 3 March 2025 · 51 relations, 77 claims').waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('button', { name: 'Step on' }).click();
      await page.waitForURL(/to=2025-03-/);
      await page.getByLabel('What could one know on').fill('2025-03-12');
      await page.getByRole('button', { name: 'Show what could be known then' }).click();
    },
    async byKeyboard(page) {
      await chooseByKeys(page, 'Timeline');
      await page.getByRole('slider', { name: 'From' }).waitFor();
      await chooseByKeys(page, 'Play');
      await page.getByText('1 to 3 March 2025 · 51 relations, 77 claims').waitFor();
      await press(page, 'Enter');
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      await press(page, '.');
      await page.waitForURL(/to=2025-03-/);
      await tabTo(page, 'What could one know on');
      await page.keyboard.type('03122025');
      await press(page, 'Enter');
    },
    answer: '.time-told',
    words: /1 to 12 March 2025/,
    address: /\?to=2025-03-12/,
  },
  {
    asked: 'two clocks: as a table',
    async byMouse(page) {
      await page.getByRole('tab', { name: 'Table' }).click();
      await page.getByRole('tab', { name: 'Timeline' }).click();
      await page.getByRole('button', { name: 'When it happened' }).click();
      await page.getByRole('row', { name: /^1993/ }).click();
    },
    async byKeyboard(page) {
      await goToView(page, 'Table');
      await page.getByRole('tab', { name: 'Timeline' }).waitFor();
      await tabTo(page, /^(?:Explore|Actors)$/);
      await press(page, 'End');
      await page.getByRole('button', { name: 'When it happened' }).waitFor();
      await chooseByKeys(page, 'When it happened');
      await page.getByRole('row', { name: /^1993/ }).waitFor();
      await tabTo(page, /^1947/);
      for (let row = 1947; row < 1993; row += 1) await press(page, 'ArrowDown');
      await press(page, 'Enter');
    },
    answer: '.context',
    words: /Happened .*1993/s,
    address: /clock=happened&from=1993&to=1993&tab=table&table=timeline/,
  },
  {
    asked: 'how connected',
    async byMouse(page) {
      await page.getByRole('tab', { name: 'Questions' }).click();
      await page.getByRole('button', { name: 'How are two actors connected?' }).click();
      for (const [label, name] of [
        ['First actor', 'Vladimir Putin'],
        ['Second actor', 'NATO'],
      ] as const) {
        await page.getByRole('combobox', { name: label }).fill(name);
        await page.getByRole('option', { name }).first().click();
      }
      await page.locator('.path-head').nth(1).click();
    },
    async byKeyboard(page) {
      await goToQuestion(page, 0, 'Who disagrees');
      await chooseByKeys(page, 'How are two actors connected?');
      await page.getByRole('combobox', { name: 'First actor' }).waitFor();
      await tabTo(page, 'First actor');
      await chooseOption(page, 'Vladimir Putin', /Vladimir Putin/);
      await page.getByRole('combobox', { name: 'Second actor' }).waitFor();
      await chooseOption(page, 'NATO', /NATO/);
      await page.locator('.path-head').first().waitFor();
      await tabTo(page, /^Vladimir Putin – .* – NATO$/); // the first
      await chooseByKeys(page, /^Vladimir Putin – .* – NATO$/);
    },
    answer: inPanel,
    words: /Vladimir Putin and NATO.*weakest step: 1 origin.*Open in document/s,
    address: /paths=vladimir-putin\.\.nato&front=2/,
  },
  {
    asked: 'who speaks: hearsay alone',
    async byMouse(page) {
      await clickQuestion(page, 'Speakers');
      await page.getByRole('radio', { name: 'Handed on only' }).click();
      await page.getByText('2 of 81 claims', { exact: true }).waitFor();
    },
    async byKeyboard(page) {
      await goToQuestion(page, 1, 'Who speaks');
      await tabTo(page, 'First hand and handed on');
      await press(page, 'ArrowDown');
      await page.getByText('79 of 81 claims', { exact: true }).waitFor();
      await press(page, 'ArrowDown');
      await page.getByText('2 of 81 claims', { exact: true }).waitFor();
    },
    answer: '#question',
    words: /Steve Witkoff, quoting Vladimir Putin/,
    address: /view=speakers&via=any/,
  },
  {
    asked: 'who speaks: one way of hearsay in the network',
    async byMouse(page) {
      await clickQuestion(page, 'Speakers');
      await page.getByRole('button', { name: 'Steve Witkoff, quoting Vladimir Putin' }).first().click();
    },
    async byKeyboard(page) {
      await goToQuestion(page, 1, 'Who speaks');
      await page
        .getByRole('button', { name: /, quoting Vladimir Putin/ })
        .first()
        .waitFor();
      await chooseByKeys(page, 'Steve Witkoff, quoting Vladimir Putin');
    },
    answer: '.context',
    words: /2 of 81 claims.*Said by Steve Witkoff.*Handed on from Vladimir Putin/s,
    address: /\?speaker=steve-witkoff&via=vladimir-putin/,
  },
  {
    asked: 'who speaks: whom publishers let speak',
    async byMouse(page) {
      await clickQuestion(page, 'Publishers');
    },
    byKeyboard: (page) => goToQuestion(page, 2, 'Whom publishers let speak'),
    answer: '#question',
    words: /Onrecord \(digest\).*Steve Witkoff\s+25 %.*25 % of the whole/s,
    address: /view=publishers/,
  },
  {
    asked: 'a case file',
    async byMouse(page) {
      await page.getByRole('tab', { name: 'Questions' }).click();
      for (let claim = 0; claim < 2; claim += 1)
        await page
          .getByRole('button', { name: /^Add to case file/ })
          .first()
          .click();
      await page.getByRole('button', { name: /^Case file/ }).click();
      await page
        .getByRole('button', { name: /^Move down/ })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'Note' }).first().fill('Of all there is');
      await page.getByLabel('Title').fill('Both sides');
      await page.getByLabel('Title').blur();
    },
    async byKeyboard(page) {
      await goToQuestion(page, 0, 'Who disagrees');
      for (let claim = 0; claim < 2; claim += 1) await chooseByKeys(page, /^Add to case file/);
      await chooseByKeys(page, /^Case file/, 'Shift+Tab');
      await page.getByRole('heading', { name: 'Case file' }).waitFor();
      await tabTo(page, 'Title');
      await page.keyboard.type('Both sides');
      await chooseByKeys(page, /^Move down/);
      await page.getByText('Moved to place 2 of 2').waitFor({ state: 'attached' });
      await tabTo(page, 'Note', 'Shift+Tab');
      await tabTo(page, 'Note', 'Shift+Tab');
      await page.keyboard.type('Of all there is');
      await press(page, 'Tab');
    },
    answer: inPanel,
    words: /2 items, kept in this browser.*might press Ukraine.*committed to settling.*Both sides/s,
    address: /open=case-file/,
    elsewhere: /0 items, kept in this browser.*Nothing is here yet/s, // a case file goes from hand to hand as JSON
  },
];
