import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, executablePath, openPage, skipped, startForTests } from './open-page.ts';
import type { ReaderQuestion } from './reader-questions.ts';
import { READER_QUESTIONS } from './reader-questions.ts';

describe.skipIf(executablePath === undefined)(
  `each question by mouse, by keyboard and by link${skipped}`,
  () => {
    const started = startForTests();

    const open = async (address = started.address) => {
      const opened = await openPage(started.browser, address, DESKTOP);
      await opened.page
        .getByText(/of 81 claims/)
        .first()
        .waitFor();
      return opened;
    };
    /** What answers the question, fields and their values too, once it has come to rest; and where. */
    const read = async (page: Page, { answer, words }: Pick<ReaderQuestion, 'answer' | 'words'>) => {
      const all = async (): Promise<string> =>
        page
          .locator(answer)
          .first()
          .evaluate((element) => {
            const fields = [...element.querySelectorAll('input[type=text], textarea')];
            return [
              (element as HTMLElement).innerText,
              ...fields.map((field) => (field as HTMLInputElement).value),
            ].join('\n');
          });
      let last = '';
      const isAtRest = async (): Promise<boolean> => {
        const before = last;
        last = await all();
        return last === before && words.test(last) && (await page.locator('.waiting').count()) === 0;
      };
      await expect
        .poll(isAtRest, { timeout: 15_000, interval: 100 })
        .toBe(true)
        .catch(() => expect(last).toMatch(words));
      return last.replace(/\s+/g, ' ').trim();
    };
    /** The address without where the camera is: a click and a search come to the same actor from other sides. */
    const toPlace = (page: Page): string => {
      const { searchParams } = new URL(page.url());
      searchParams.delete('at');
      return `?${searchParams.toString()}`;
    };

    it.each(READER_QUESTIONS)(
      'when one asks $asked, then mouse and keyboard come to the same words and the same address, and so does a fresh browser',
      async (question) => {
        const mouse = await open();
        await question.byMouse(mouse.page);
        const words = await read(mouse.page, question);
        await expect.poll(() => mouse.page.url()).toMatch(question.address);
        const [place, address] = [toPlace(mouse.page), mouse.page.url()];
        expect(mouse.complaints).toEqual([]);
        await mouse.context.close();

        const keys = await open();
        await question.byKeyboard(keys.page);
        expect(await read(keys.page, question)).toBe(words);
        await expect.poll(() => toPlace(keys.page)).toBe(place);
        expect(await keys.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
        expect(keys.complaints).toEqual([]);
        await keys.context.close();

        const fresh = await open(address);
        const again = await read(fresh.page, { ...question, words: question.elsewhere ?? question.words });
        if (question.elsewhere === undefined) expect(again).toBe(words);
        expect(toPlace(fresh.page)).toBe(place);
        expect(fresh.complaints).toEqual([]);
        await fresh.context.close();
      },
    );
  },
);
