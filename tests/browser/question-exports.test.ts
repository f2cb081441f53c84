import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hashToken } from '../../server/api/access.ts';
import { tabTo } from './by-keyboard.ts';
import { executablePath, openPage, skipped, startForTests, startProgram } from './open-page.ts';

interface QuestionFile {
  readonly query: string;
  readonly link: string;
  readonly filename: string;
  /** How many things the page says there are: of so many the file has to tell. */
  readonly counted: RegExp;
  /** What the file counts. */
  readonly count: (rows: readonly Readonly<Record<string, string>>[]) => number;
}

const distinct =
  (column: string): QuestionFile['count'] =>
  (rows) =>
    new Set(rows.map((row) => row[column])).size;

const FILES: readonly QuestionFile[] = [
  {
    query: 'view=compare&compare=speaker:steve-witkoff:none',
    link: 'CSV: all claims of all these',
    filename: 'onrecord-v1-compare-steve-witkoff-none.csv',
    counted: /(\d+) differences/,
    count: distinct('difference'),
  },
  {
    query: 'view=disputes',
    link: 'CSV: all claims of all these disputes',
    filename: 'onrecord-v1-disputes.csv',
    counted: /(\d+) dispute\b/,
    count: distinct('dispute'),
  },
  {
    query: 'view=speakers&stance=positive',
    link: 'CSV: all speakers',
    filename: 'onrecord-v1-speakers-lens.csv',
    counted: /Compare with… Steve Witkoff (\d+)/,
    count: (rows) => Number(rows.find(({ speakerId }) => speakerId === 'steve-witkoff')?.['claims']),
  },
  {
    query: 'view=publishers',
    link: 'CSV: all publishers with all their speakers',
    filename: 'onrecord-v1-publishers.csv',
    counted: /\((\d+) claims of \d+ voices\)/,
    count: (rows) => rows.reduce((sum, { claims }) => sum + Number(claims), 0),
  },
  {
    query: 'paths=donald-trump..vladimir-putin',
    link: 'CSV: all sentences of these paths',
    filename: 'onrecord-v1-paths-donald-trump-vladimir-putin.csv',
    counted: /(\d+) paths, the shortest first/,
    count: distinct('path'),
  },
  {
    query: 'tab=table&table=timeline',
    link: 'CSV: claims over time',
    filename: 'onrecord-v1-timeline-said-day.csv',
    counted: /of (81) claims/,
    count: (rows) => rows.reduce((sum, { claims }) => sum + Number(claims), 0),
  },
];

const readRows = async (file: Download): Promise<Record<string, string>[]> =>
  parse(readFileSync(await file.path()), { bom: true, columns: true });

describe.skipIf(executablePath === undefined)(`what each question answers, taken away${skipped}`, () => {
  const started = startForTests();
  const take = async (page: Page, act: () => Promise<void>): Promise<Download> => {
    const [file] = await Promise.all([page.waitForEvent('download'), act()]);
    return file;
  };

  it.each(FILES)(
    'when the table of ?$query is taken by mouse or by keys, then it holds as many as the page says',
    async ({ query, link, filename, counted, count }) => {
      const { page, complaints, context } = await openPage(started.browser, `${started.address}/?${query}`);
      const place = page.getByRole('link', { name: link, exact: true });
      await place.waitFor();
      const words = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
      expect(words).toMatch(counted);

      const file = await take(page, () => place.click());
      expect(file.suggestedFilename()).toBe(filename);
      expect(count(await readRows(file))).toBe(Number(counted.exec(words)?.[1]));

      await page.locator('body').click({ position: { x: 1, y: 1 } });
      await tabTo(page, link);
      const again = await take(page, () => page.keyboard.press('Enter'));
      expect(readFileSync(await again.path())).toEqual(readFileSync(await file.path()));
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('when the timeline is open under the network, then its table is at hand there', async () => {
    const { page, context } = await openPage(started.browser, started.address);
    await page.getByRole('button', { name: /^Timeline/ }).click();
    const file = await take(page, () =>
      page.getByRole('link', { name: 'CSV: claims over time', exact: true }).click(),
    );
    expect(file.suggestedFilename()).toBe('onrecord-v1-timeline-said-day.csv');
    await context.close();
  });

  it('when whoever has signed in takes what only he sees, then the file holds it', async () => {
    const secret = 'a-token-of-this-test';
    const tokens = [{ name: 'ada', role: 'editor', hash: hashToken(secret) }] as const;
    const program = await startProgram(undefined, { host: '0.0.0.0', tokens });
    const address = program.address.replace('0.0.0.0', '127.0.0.1');
    const decided = await fetch(`${address}/api/v1/decisions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` },
      body: JSON.stringify({ decisions: [{ claim: await anyClaim(address), status: 'rejected' }] }),
    });
    expect(decided.status).toBe(200);

    const { page, context } = await openPage(started.browser, `${address}/?status=rejected&view=speakers`);
    await page.getByText('Nobody speaks').waitFor();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Token').fill(secret);
    await page.keyboard.press('Enter');
    const file = await take(page, () => page.getByRole('link', { name: 'CSV: all speakers' }).click());
    expect(file.suggestedFilename()).toBe('onrecord-v2-speakers.csv');
    expect((await readRows(file)).map(({ claims }) => claims)).toEqual(['1']);
    await context.close();
    await program.stop();
  });
});

async function anyClaim(address: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/claims?limit=1`);
  const { items } = (await response.json()) as { items: [{ id: string }] };
  return items[0].id;
}
