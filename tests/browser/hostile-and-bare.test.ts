import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Serving } from '../../server/app/serve.ts';
import { makeTemporaryFolder } from '../fixtures/serve-dataset.ts';
import { executablePath, launch, locateActor, openPage, skipped, startProgram } from './open-page.ts';

const SCRIPT = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';

describe.skipIf(executablePath === undefined)(`a dataset that means harm${skipped}`, () => {
  let folder: string;
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    folder = makeTemporaryFolder();
    writeHostileDataset(folder);
    [serving, browser] = await Promise.all([startProgram(folder), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await serving.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    '',
    '?actor=ada',
    '?pair=ada..bob',
    '?read=note',
    '?tab=table',
    '?tab=table&table=claims',
    '?view=documents',
    'embed?pair=ada..bob',
    '?embed=1&actor=ada',
  ])('when %j is opened, then its text is shown as text and nothing of it runs', async (query) => {
    const { page, context, complaints } = await openPage(browser, `${serving.address}/${query}`);
    if (query === '') {
      await locateActor(page, 'ada');
      await page.keyboard.press('/');
      await page.keyboard.type('img');
      await page.getByRole('option').first().waitFor();
    }
    await page.getByText('<img src=x').first().waitFor();

    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Names, labels, titles, quotes and texts that would run where they were taken for HTML. */
function writeHostileDataset(folder: string): void {
  mkdirSync(join(folder, 'documents'));
  const text = `Ada ${SCRIPT} trusts Bob.`;
  writeFileSync(
    join(folder, 'actors.yaml'),
    stringify([
      { id: 'ada', name: `Ada ${SCRIPT}`, kind: 'person', aliases: [`${SCRIPT} alias`] },
      { id: 'bob', name: 'Bob', kind: 'person' },
    ]),
  );
  writeFileSync(
    join(folder, 'documents', 'note.yaml'),
    stringify({
      id: 'note',
      kind: 'report',
      title: `Title ${SCRIPT}`,
      publisher: `Publisher ${SCRIPT}`,
      text,
      claims: [
        {
          subject: 'ada',
          type: 'befriends',
          object: 'bob',
          label: '<img src=x onerror=broken=1>',
          stance: 'positive',
          speaker: 'ada',
          quote: text.slice(4),
          start: 4,
          end: text.length,
          reason: SCRIPT,
        },
      ],
    }),
  );
}

describe.skipIf(executablePath === undefined)(`a browser without WebGL${skipped}`, () => {
  it('when the page is opened, then it says so and shows the table; and the embedded picture its list', async () => {
    const [serving, browser] = await Promise.all([startProgram(), launch(['--disable-3d-apis'])]);
    try {
      const { page, context } = await openPage(browser, `${serving.address}/?actor=vladimir-putin`);
      await page.getByText('cannot be drawn').first().waitFor();
      const grid = page.getByRole('grid');
      await grid.waitFor();

      expect(await grid.getByRole('row').count()).toBe(36);
      await page.getByRole('heading', { name: 'Vladimir Putin', level: 2 }).waitFor();
      await context.close();

      const embed = await openPage(browser, `${serving.address}/embed`);
      await embed.page.getByText('The list gives the same.').waitFor();
      await embed.page.getByRole('button', { name: 'List' }).click();
      await embed.page
        .getByRole('button', { name: /^Vladimir Putin/ })
        .first()
        .waitFor();
      await embed.context.close();
    } finally {
      await browser.close();
      await serving.stop();
    }
  });
});
