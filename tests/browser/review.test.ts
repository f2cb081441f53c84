import { describe, expect, it } from 'vitest';
import { expectAxeClean } from './axe-clean.ts';
import type { ClaimPatch } from '../../graph-data/contract/writes.ts';
import { DESKTOP, PHONE, executablePath, shoot, skipped } from './open-page.ts';
import { REPORT, readFront, reviewAll, startReviewProgram, toIds, waitUntilKept } from './review-program.ts';

describe.skipIf(executablePath === undefined)(`reviewing a document's proposals${skipped}`, () => {
  const program = startReviewProgram();

  it('when all proposals are decided on by keyboard alone, then each takes one key, and the accepted are the chosen', async () => {
    const document = await program.ingest(REPORT);
    const proposals = await program.readClaims(document, 'proposed');
    const { page, keys, complaints, context } = await program.open(document);
    const wanted = new Set(
      toIds(proposals.filter(({ type }) => type !== 'located-in').filter((_, n) => n % 2 === 0)),
    );
    const decided = await reviewAll(page, keys, wanted);

    expect(decided).toBe(proposals.length);
    expect(decided).toBeGreaterThan(8);
    expect(keys.count / decided).toBeLessThanOrEqual(1.3);
    expect(toIds(await program.readClaims(document, 'accepted'))).toEqual([...wanted].sort());
    expect(toIds(await program.readClaims(document, 'proposed'))).toEqual([]);
    expect(complaints).toEqual([]);

    await page.getByRole('button', { name: 'See its network' }).click();
    await page
      .getByText(new RegExp(`${wanted.size} of \\d+ claims`))
      .first()
      .waitFor();
    await context.close();
  });

  it('when one is edited, one flipped, one taken back and one added, all by keyboard, then that is what is kept', async () => {
    const document = await program.ingest(REPORT.replace('Norway for its help', 'Norway for its kind help'));
    const { page, keys, context } = await program.open(document);
    const proposals = await program.readClaims(document, 'proposed');
    const find = (id: string | null) => proposals.find((claim) => claim.id === id);

    // Taken back: rejected by mistake, then accepted.
    const first = await readFront(page);
    await keys.press('r');
    await keys.press('z');
    expect(await readFront(page)).toBe(first);
    await keys.press('a');

    // Flipped, then accepted.
    const second = find(await readFront(page));
    await keys.press('f');
    await keys.press('a');

    // Edited: another type and another object, by type-ahead; Enter saves and accepts.
    const third = await readFront(page);
    await keys.press('e');
    await keys.press('Tab');
    await keys.type('accus');
    await page.getByRole('option', { name: 'accuses' }).waitFor();
    await keys.press('Tab');
    await keys.type('Emmanuel M');
    await page.getByRole('option', { name: /^Emmanuel Macron/ }).waitFor();
    await keys.press('Enter');
    await keys.press('Enter');
    await page.getByText('Edit the claim', { exact: true }).waitFor({ state: 'detached' }); // an open list hides the rest from roles

    // Added: the words found in the text, a new actor, a known one.
    await keys.press('m');
    await keys.type('denmark supports  UKRAINE');
    await page.getByText('Found in the text.').waitFor();
    await keys.press('Tab');
    await keys.type('Kingdom of Denmark');
    await page.getByRole('option', { name: 'Add “Kingdom of Denmark”' }).waitFor();
    await keys.press('Enter');
    await page.getByRole('combobox', { name: 'Type' }).focus(); // past the kind of the new actor
    await keys.type('aids');
    await keys.press('Tab');
    await keys.type('Ukraine');
    await page
      .getByRole('option', { name: /^Ukraine/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    await keys.press('Enter');
    await page.getByText('Add a missed claim', { exact: true }).waitFor({ state: 'detached' });
    await waitUntilKept(page);

    const accepted = await program.readClaims(document, 'accepted');
    const byId = (id: string | null | undefined) => accepted.find((claim) => claim.id === id);
    expect(accepted.length).toBe(4);
    expect(byId(first)?.status).toBe('accepted');
    expect([byId(second?.id)?.subject.id, byId(second?.id)?.object.id]).toEqual([
      second?.object.id,
      second?.subject.id,
    ]);
    expect(byId(third)).toMatchObject({ type: 'accuses', object: { id: 'emmanuel-macron' } });
    const added = accepted.find(({ subject }) => subject.label === 'Kingdom of Denmark');
    expect(added).toMatchObject({
      type: 'aids',
      object: { id: 'ukraine' },
      evidence: { exact: 'Denmark supports Ukraine' },
    });

    // The last two are taken back, each by a key.
    await keys.press('z');
    await keys.press('z');
    await page.waitForFunction(
      (id) => globalThis.document.querySelector('.current')?.getAttribute('data-claim') === id,
      third,
    );
    await waitUntilKept(page);
    expect((await program.readClaims(document, 'accepted')).length).toBe(2);
    expect((await program.readClaims(document)).find(({ id }) => id === third)).toMatchObject({
      status: 'proposed',
      type: find(third)?.type,
    });
    await context.close();
  });

  it('when letters are typed into a field or a form is left by Escape, then nothing is decided, the focus is on the claim; what the search finds is shown', async () => {
    const document = await program.ingest(REPORT.replace('Tallinn.', 'Tallinn today.'));
    const { page, context } = await program.open(document);
    const claim = await readFront(page);
    await page.keyboard.press('/');
    await page.keyboard.type('arfz');
    for (const _ of ['the suggestions', 'the words', 'the field']) await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.keyboard.type('a');
    await page.keyboard.press('Escape'); // the list
    await page.keyboard.press('Escape'); // the form
    await page.getByText('Edit the claim', { exact: true }).waitFor({ state: 'detached' });

    expect(await readFront(page)).toBe(claim);
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('current-heading');
    expect((await program.readClaims(document, 'proposed')).length).toBe(
      (await program.readClaims(document)).length,
    );

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of the review' }).waitFor();
    await page.keyboard.press('a'); // not under a dialog
    await page.getByLabel('Single keys work on this screen').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a'); // turned off
    expect(await readFront(page)).toBe(claim);

    await page.keyboard.press('/'); // the page's own keys are not
    await page.keyboard.type('Vladimir Putin');
    await page.getByRole('option', { name: /^Vladimir Putin/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vladimir Putin', level: 2 }).waitFor();
    await context.close();
  });

  it('when a claim was changed or its document retracted meanwhile, then the page says so, and nothing is lost silently', async () => {
    const document = await program.ingest(REPORT.replace('delaying', 'slowing down'));
    const { page, context } = await program.open(document);
    const claim = await readFront(page);
    const patch: ClaimPatch = { label: 'another’s word' };
    const { version } = (await program.call('GET', 'ledger?limit=1')) as { version: number };
    await program.call('PATCH', `claims/${claim}`, patch, { 'If-Match': `"${version}"` });
    await page.keyboard.press('f');
    await page.getByText('The direction was not kept').waitFor();
    await page.getByText('labelled “another’s word”').waitFor();

    await program.call('POST', `documents/${document}/retract`, {});
    await page.keyboard.press('a');
    await page.getByText('This document is no longer here').waitFor();
    await context.close();
  });

  it('when the server cannot be reached, then what was decided comes back, and is sent again when asked', async () => {
    const document = await program.ingest(REPORT.replace('criticised', 'blamed'));
    const { page, context } = await program.open(document);
    const claim = await readFront(page);
    await page.route('**/api/v1/decisions', (route) => route.abort());
    await page.keyboard.press('a');
    await page.getByText('Not kept, and back in the queue: 1 decision').waitFor();
    expect(toIds(await program.readClaims(document, 'accepted'))).toEqual([]);
    await page.unroute('**/api/v1/decisions');
    await page.getByRole('button', { name: 'Send them again' }).click();
    await waitUntilKept(page);

    expect(toIds(await program.readClaims(document, 'accepted'))).toEqual([claim]);
    await context.close();
  });

  it('when an actor may be one that is here, then the claim asks, and it is merged, taken back, and told apart by keys', async () => {
    const document = await program.ingest(
      'Steven Witkoff criticised Finland on Monday. Steven Witkoff praised the premier of Estonia.',
    );
    const { page, context } = await program.open(document);
    const heading = page.getByRole('heading', { level: 3 }).first();
    await page.getByText('Is Steven Witkoff the same as Steve Witkoff').waitFor();
    await page.keyboard.press('s');
    await page
      .getByText(/Steve Witkoff stays, Steven Witkoff becomes another name of it\. .*relation/)
      .waitFor();
    await page.keyboard.press('Enter');
    await heading.filter({ hasText: 'Steve Witkoff' }).waitFor();
    expect((await program.readClaims(document)).map(({ subject }) => subject.id)).toContain('steve-witkoff');

    await page.keyboard.press('z');
    await heading.filter({ hasText: 'Steven Witkoff' }).waitFor();
    await page.keyboard.press('n');
    await page.getByText('the same as Steve Witkoff').waitFor({ state: 'detached' });
    await waitUntilKept(page);
    const { items } = (await program.call('GET', `likenesses?document=${document}`)) as { items: unknown[] };
    expect(items).toEqual([]);
    await context.close();
  });

  it('when words are marked in the text by mouse, then they can be stated as a claim', async () => {
    const document = await program.ingest(REPORT.replace('more weapons', 'more arms'));
    const { page, context } = await program.open(document);
    const paragraph = page.locator('.review-text p').filter({ hasText: 'Finland' });
    await paragraph.locator('span').last().click({ clickCount: 3 });
    await page.getByRole('button', { name: 'Add a claim on this' }).click();
    const quote = await page.getByRole('textbox', { name: 'The words that state it' }).inputValue();

    expect(quote).toMatch(/^Estonia and Latvia .* Denmark supports Ukraine\.$/);
    await context.close();
  });

  it.each([
    ['light', DESKTOP],
    ['dark', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['phone', PHONE],
    ['zoomed', { ...DESKTOP, viewport: { width: 640, height: 400 } }],
  ])(
    'when looked at in %s, then each step is whole, axe finds nothing, and it works by pointer',
    async (name, options) => {
      const document = await program.ingest(REPORT.replace('for its help', `for its help (${name})`));
      const { page, complaints, context } = await program.open(document, options);
      const look = async (step: string): Promise<void> => {
        await shoot(page, `review-${step}-${name}`);
        await expectAxeClean(page);
        const width = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - innerWidth);
        expect(width).toBeLessThanOrEqual(0);
      };
      await look('claim');
      const claim = await readFront(page);
      await page.getByRole('button', { name: 'Accept', exact: true }).click();
      expect(await readFront(page)).not.toBe(claim);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await look('edit');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Same as' }).click();
      await look('same');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Add missed' }).click();
      await look('add');
      await page.getByRole('button', { name: 'Cancel' }).click();
      if (name === 'phone') {
        const small = await page.evaluate(() =>
          [...globalThis.document.querySelectorAll('.review button')]
            .filter((button) => button.checkVisibility())
            .map((button) => [button.textContent, button.getBoundingClientRect().height] as const)
            .filter(([, height]) => height < 44),
        );
        expect(small).toEqual([]);
        await page.getByRole('button', { name: 'Document', exact: true }).click();
        await look('text');
        await page.getByRole('button', { name: 'Claim', exact: true }).click();
      }
      while ((await readFront(page)) !== null)
        await page.getByRole('button', { name: 'Reject', exact: true }).click();
      await look('end');
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
