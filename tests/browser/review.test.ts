import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ClaimAnswer, ClaimsAnswer } from '../../graph-data/contract/answers.ts';
import type { ClaimPatch, Job, JobsAnswer } from '../../graph-data/contract/writes.ts';
import type { GoldReading } from '../fixtures/gold.ts';
import { RETOLD, hasGold, readGold, readReport } from '../fixtures/gold.ts';
import { DESKTOP, PHONE, executablePath, openPage, shoot, skipped, startForTests } from './open-page.ts';

/** Own words, one plain relation after the other, so that the engine has something to propose. */
const REPORT = `Envoy of Norway meets the premier of Estonia

The Norwegian envoy Kari Lund met Prime Minister Jaan Tamm in Tallinn. Tamm thanked Norway for its help. Lund told reporters that Norway supports the agreement.

The European Union accused Russia of delaying the talks. Latvia's government criticised Russia. The United States threatened Iran with sanctions.

Estonia and Latvia will cooperate on border security, Tamm said. President Volodymyr Zelenskyy asked the United States for more weapons. Finland praised Sweden, and Denmark supports Ukraine.
`;

describe.skipIf(executablePath === undefined)(`reviewing a document's proposals${skipped}`, () => {
  const program = startForTests();
  let reports = 0;

  /** Puts a report in, in a version of its own, and waits until it is read. */
  async function ingest(text: string): Promise<string> {
    reports += 1;
    const body = JSON.stringify({ text, publisher: `Paper ${reports}`, publishedAt: '2025-03' });
    const job = (await call('POST', 'documents', body)) as Job;
    return expect
      .poll(
        async () => {
          const { items } = (await call('GET', 'jobs')) as JobsAnswer;
          const { state, result, problem } = items.find(({ id }) => id === job.id) ?? job;
          if (problem !== null) throw new Error(JSON.stringify(problem));
          return state === 'done' ? result?.document : undefined;
        },
        { timeout: 60_000 },
      )
      .toBeDefined()
      .then(async () => {
        const { items } = (await call('GET', 'jobs')) as JobsAnswer;
        return items.find(({ id }) => id === job.id)?.result?.document ?? '';
      });
  }

  async function call(method: string, path: string, body?: string, headers = {}): Promise<unknown> {
    const response = await fetch(`${program.address}/api/v1/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }

  async function readClaims(document: string, status = ''): Promise<readonly ClaimAnswer[]> {
    const statuses = status === '' ? ['proposed', 'accepted', 'rejected'] : [status];
    const query = [`document=${document}`, 'limit=500', ...statuses.map((one) => `status=${one}`)].join('&');
    return ((await call('GET', `claims?${query}`)) as ClaimsAnswer).items;
  }

  async function open(document: string, options = DESKTOP) {
    const opened = await openPage(
      program.browser,
      `${program.address}/?view=review&document=${document}`,
      options,
    );
    await opened.page.locator('.current').waitFor();
    return { ...opened, keys: countKeys(opened.page) };
  }

  /** Presses keys and counts them; typed words count a key a character. */
  function countKeys(page: Page) {
    let count = 0;
    return {
      get count() {
        return count;
      },
      async press(key: string): Promise<void> {
        count += 1;
        await page.keyboard.press(key);
      },
      async type(words: string): Promise<void> {
        count += words.length;
        await page.keyboard.type(words);
      },
    };
  }

  const front = (page: Page): Promise<string | null> =>
    page.evaluate(() => document.querySelector('.current')?.getAttribute('data-claim') ?? null);

  /** Accepts the claims that are wanted and rejects the others, until the queue is at its end. */
  async function reviewAll(
    page: Page,
    press: (key: string) => Promise<void>,
    wanted: ReadonlySet<string>,
  ): Promise<number> {
    let decided = 0;
    for (let claim = await front(page); claim !== null; claim = await front(page)) {
      await press(wanted.has(claim) ? 'a' : 'r');
      decided += 1;
      // The next one is in front at once: no waiting, no other key.
      expect(await front(page)).not.toBe(claim);
    }
    return decided;
  }

  async function waitUntilKept(page: Page): Promise<void> {
    await page.waitForFunction(() => document.querySelector('.review-saving') === null);
  }

  const ids = (claims: readonly ClaimAnswer[]): string[] => claims.map(({ id }) => id).sort();

  it('when all proposals are decided on by keyboard alone, then each takes one key, and the accepted are the chosen', async () => {
    const document = await ingest(REPORT);
    const proposals = await readClaims(document, 'proposed');
    const { page, keys, complaints, context } = await open(document);
    while ((await page.getByText('less sure').count()) > 0) await keys.press('[');
    const wanted = new Set(
      ids(proposals.filter(({ type }) => type !== 'located-in').filter((_, n) => n % 2 === 0)),
    );
    const decided = await reviewAll(page, (key) => keys.press(key), wanted);
    await page.getByRole('heading', { name: 'All reviewed' }).waitFor();
    await waitUntilKept(page);

    expect(decided).toBe(proposals.length);
    expect(decided).toBeGreaterThan(8);
    expect(keys.count / decided).toBeLessThanOrEqual(1.3);
    expect(ids(await readClaims(document, 'accepted'))).toEqual([...wanted].sort());
    expect(ids(await readClaims(document, 'proposed'))).toEqual([]);
    expect(complaints).toEqual([]);

    await page.getByRole('button', { name: 'See its network' }).click();
    await page
      .getByText(new RegExp(`${wanted.size} of \\d+ claims`))
      .first()
      .waitFor();
    await context.close();
  });

  it('when one is edited, one flipped, one taken back and one added, all by keyboard, then that is what is kept', async () => {
    const document = await ingest(REPORT.replace('Norway for its help', 'Norway for its kind help'));
    const { page, keys, context } = await open(document);
    const proposals = await readClaims(document, 'proposed');
    const find = (id: string | null) => proposals.find((claim) => claim.id === id);

    // Taken back: rejected by mistake, then accepted.
    const first = await front(page);
    await keys.press('r');
    await keys.press('z');
    expect(await front(page)).toBe(first);
    await keys.press('a');

    // Flipped, then accepted.
    const second = find(await front(page));
    await keys.press('f');
    await keys.press('a');

    // Edited: another type and another object, by type-ahead; Enter saves and accepts.
    const third = await front(page);
    await keys.press('e');
    await keys.press('Tab');
    await keys.type('accus');
    await page.getByRole('option', { name: 'accuses' }).waitFor();
    await keys.press('Tab');
    await keys.type('Emmanuel M');
    await page.getByRole('option', { name: /^Emmanuel Macron/ }).waitFor();
    await keys.press('Enter');
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'Edit the claim' }).waitFor({ state: 'detached' });

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
    await page.getByRole('heading', { name: 'Add a missed claim' }).waitFor({ state: 'detached' });
    await waitUntilKept(page);

    const accepted = await readClaims(document, 'accepted');
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
    expect((await readClaims(document, 'accepted')).length).toBe(2);
    expect((await readClaims(document)).find(({ id }) => id === third)).toMatchObject({
      status: 'proposed',
      type: find(third)?.type,
    });
    await context.close();
  });

  it('when letters are typed into a field or a form is left by Escape, then nothing is decided, and the focus is on the claim', async () => {
    const document = await ingest(REPORT.replace('Tallinn.', 'Tallinn today.'));
    const { page, context } = await open(document);
    const claim = await front(page);
    await page.keyboard.press('/');
    await page.keyboard.type('arfz');
    for (const _ of ['the suggestions', 'the words', 'the field']) await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.keyboard.type('a');
    await page.keyboard.press('Escape'); // the list
    await page.keyboard.press('Escape'); // the form
    await page.getByRole('heading', { name: 'Edit the claim' }).waitFor({ state: 'detached' });

    expect(await front(page)).toBe(claim);
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('current-heading');
    expect((await readClaims(document, 'proposed')).length).toBe((await readClaims(document)).length);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of the review' }).waitFor();
    await page.keyboard.press('a'); // not under a dialog
    await page.getByLabel('Single keys work on this screen').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a'); // turned off
    expect(await front(page)).toBe(claim);
    await context.close();
  });

  it('when a claim was changed or its document retracted meanwhile, then the page says so, and nothing is lost silently', async () => {
    const document = await ingest(REPORT.replace('delaying', 'slowing down'));
    const { page, context } = await open(document);
    const claim = await front(page);
    const patch: ClaimPatch = { label: 'another’s word' };
    const { version } = (await call('GET', 'ledger?limit=1')) as { version: number };
    await call('PATCH', `claims/${claim}`, JSON.stringify(patch), { 'If-Match': `"${version}"` });
    await page.keyboard.press('f');
    await page.getByText('The direction was not kept').waitFor();
    await page.getByText('labelled “another’s word”').waitFor();

    await call('POST', `documents/${document}/retract`, '{}');
    await page.keyboard.press('a');
    await page.getByText('This document is no longer here').waitFor();
    await context.close();
  });

  it('when the server cannot be reached, then what was decided comes back, and is sent again when asked', async () => {
    const document = await ingest(REPORT.replace('criticised', 'blamed'));
    const { page, context } = await open(document);
    const claim = await front(page);
    await page.route('**/api/v1/decisions', (route) => route.abort());
    await page.keyboard.press('a');
    await page.getByText('Not kept, and back in the queue: 1 decision').waitFor();
    expect(ids(await readClaims(document, 'accepted'))).toEqual([]);
    await page.unroute('**/api/v1/decisions');
    await page.getByRole('button', { name: 'Send them again' }).click();
    await waitUntilKept(page);

    expect(ids(await readClaims(document, 'accepted'))).toEqual([claim]);
    await context.close();
  });

  it('when an actor may be one that is here, then the claim asks, and it is merged, taken back, and told apart by keys', async () => {
    const document = await ingest(
      'Steven Witkoff criticised Finland on Monday. Steven Witkoff praised the premier of Estonia.',
    );
    const { page, context } = await open(document);
    const heading = page.getByRole('heading', { level: 3 }).first();
    await page.getByText('Is Steven Witkoff the same as Steve Witkoff').waitFor();
    await page.keyboard.press('s');
    await page
      .getByText(/Steve Witkoff stays, Steven Witkoff becomes another name of it\. .*relation/)
      .waitFor();
    await page.keyboard.press('Enter');
    await heading.filter({ hasText: 'Steve Witkoff' }).waitFor();
    expect((await readClaims(document)).map(({ subject }) => subject.id)).toContain('steve-witkoff');

    await page.keyboard.press('z');
    await heading.filter({ hasText: 'Steven Witkoff' }).waitFor();
    await page.keyboard.press('n');
    await page.getByText('the same as Steve Witkoff').waitFor({ state: 'detached' });
    await waitUntilKept(page);
    const { items } = (await call('GET', `likenesses?document=${document}`)) as { items: unknown[] };
    expect(items).toEqual([]);
    await context.close();
  });

  it('when words are marked in the text by mouse, then they can be stated as a claim', async () => {
    const document = await ingest(REPORT.replace('more weapons', 'more arms'));
    const { page, context } = await open(document);
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
      const document = await ingest(REPORT.replace('for its help', `for its help (${name})`));
      const { page, complaints, context } = await open(document, options);
      const look = async (step: string): Promise<void> => {
        await shoot(page, `review-${step}-${name}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        const width = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - innerWidth);
        expect(width).toBeLessThanOrEqual(0);
      };
      await look('claim');
      const claim = await front(page);
      await page.getByRole('button', { name: 'Accept', exact: true }).click();
      expect(await front(page)).not.toBe(claim);
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
      while ((await front(page)) !== null)
        await page.getByRole('button', { name: 'Reject', exact: true }).click();
      await look('end');
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.skipIf(!hasGold)(
    'when a scripted reviewer follows the reading of the first report, then it takes one key a proposal, and what is accepted is what matches',
    async () => {
      const [, name] = RETOLD[0];
      const text = readReport(name);
      const document = await ingest(text);
      const { page, keys, context } = await open(document);
      while ((await page.getByText('less sure').count()) > 0) await keys.press('[');
      const proposals = await readClaims(document, 'proposed');
      const matching = new Set(findMatching(readGold(name), proposals, text));
      const decided = await reviewAll(page, (key) => keys.press(key), matching);
      await page.getByRole('heading', { name: 'All reviewed' }).waitFor();
      await waitUntilKept(page);
      console.log(
        `${decided} proposals, ${matching.size} match the reading, ${keys.count} keys: ${(keys.count / decided).toFixed(2)} a proposal`,
      );

      expect(decided).toBe(proposals.length);
      expect(matching.size).toBeGreaterThan(10);
      expect(keys.count / decided).toBeLessThanOrEqual(1.3);
      expect(ids(await readClaims(document, 'accepted'))).toEqual([...matching].sort());
      await context.close();
    },
  );
});

/** Proposals that state what a reading states: the same two actors, by their names, and a span in the same sentence. */
function findMatching(gold: GoldReading, proposals: readonly ClaimAnswer[], text: string): string[] {
  const fold = (name: string): string =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/^(the|a|an) /, '');
  const names = new Map(
    gold.actors.flatMap(({ id, name, mentions }) =>
      [id, id.replaceAll('-', ' '), name, ...mentions].map((one) => [fold(one), id] as const),
    ),
  );
  const toGold = ({ id, label }: { id: string; label: string }): string =>
    names.get(fold(label)) ?? names.get(fold(id.replaceAll('-', ' '))) ?? id;
  return proposals
    .filter((proposal) =>
      gold.claims.some((claim) => {
        const pair = [toGold(proposal.subject), toGold(proposal.object)].sort().join(' ');
        const [from, to] = toSentence(text, claim.start, claim.end);
        return (
          pair === [claim.subject, claim.object].sort().join(' ') &&
          (proposal.evidence.start ?? 0) < to &&
          (proposal.evidence.end ?? 0) > from
        );
      }),
    )
    .map(({ id }) => id);
}

function toSentence(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(0, start);
  const from = Math.max(
    before.lastIndexOf('\n') + 1,
    ...[...before.matchAll(/[.!?]["”’']?\s/g)].map(({ index }) => index + 2),
  );
  const after = /[.!?]["”’']?\s|\n/.exec(text.slice(end));
  return [from, after ? end + after.index + 1 : text.length];
}
