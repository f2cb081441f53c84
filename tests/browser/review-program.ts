import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ClaimAnswer, ClaimsAnswer } from '../../graph-data/contract/answers.ts';
import type { Job, JobsAnswer } from '../../graph-data/contract/writes.ts';
import type { OpenPage } from './open-page.ts';
import { DESKTOP, openPage, startForTests } from './open-page.ts';

/** Own words, one plain relation after the other, so that the engine has something to propose. */
export const REPORT = `Envoy of Norway meets the premier of Estonia

The Norwegian envoy Kari Lund met Prime Minister Jaan Tamm in Tallinn. Tamm thanked Norway for its help. Lund told reporters that Norway supports the agreement.

The European Union accused Russia of delaying the talks. Latvia's government criticised Russia. The United States threatened Iran with sanctions.

Estonia and Latvia will cooperate on border security, Tamm said. President Volodymyr Zelenskyy asked the United States for more weapons. Finland praised Sweden, and Denmark supports Ukraine.
`;

/** Keys pressed on a page, counted; typed words count a key a character. */
export interface CountedKeys {
  readonly count: number;
  press(key: string): Promise<void>;
  type(words: string): Promise<void>;
}

/** The program with a browser, for reviews: everything but the review itself goes over the API. */
export interface ReviewProgram {
  /** Puts a report in, and waits until it is read; answers the document's id. */
  ingest(text: string): Promise<string>;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<unknown>;
  /** A document's claims of a status, or of any. */
  readClaims(document: string, status?: string): Promise<readonly ClaimAnswer[]>;
  /** Opens the review of a document, where there is something to review. */
  open(document: string, options?: BrowserContextOptions): Promise<OpenPage & { readonly keys: CountedKeys }>;
}

/** Started before the tests of a block, stopped after them. */
export function startReviewProgram(): ReviewProgram {
  const program = startForTests();
  let reports = 0;
  const call: ReviewProgram['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${program.address}/api/v1/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    call,
    async ingest(text) {
      reports += 1;
      const wish = { text, publisher: `Paper ${reports}`, publishedAt: '2025-03' };
      const { id } = (await call('POST', 'documents', wish)) as Job;
      let document = '';
      await expect
        .poll(
          async () => {
            const { items } = (await call('GET', 'jobs')) as JobsAnswer;
            const job = items.find((one) => one.id === id);
            document = job?.result?.document ?? '';
            return job?.state;
          },
          { timeout: 90_000 },
        )
        .toBe('done');
      return document;
    },
    async readClaims(document, status) {
      const statuses = status === undefined ? ['proposed', 'accepted', 'rejected'] : [status];
      const query = [`document=${document}`, 'limit=500', ...statuses.map((one) => `status=${one}`)];
      return ((await call('GET', `claims?${query.join('&')}`)) as ClaimsAnswer).items;
    },
    async open(document, options = DESKTOP) {
      const address = `${program.address}/?view=review&document=${document}`;
      const opened = await openPage(program.browser, address, options);
      await opened.page.locator('.current').waitFor();
      return { ...opened, keys: countKeys(opened.page) };
    },
  };
}

function countKeys(page: Page): CountedKeys {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async press(key) {
      count += 1;
      await page.keyboard.press(key);
    },
    async type(words) {
      count += words.length;
      await page.keyboard.type(words);
    },
  };
}

/** The id of the claim in front; null at the end of the queue. */
export function readFront(page: Page): Promise<string | null> {
  return page.evaluate(() => document.querySelector('.current')?.getAttribute('data-claim') ?? null);
}

/**
 * Turns the dial until nothing is hidden, then accepts the claims that are wanted and rejects the others, a key each,
 * until the queue is at its end; answers how many there were. After each key the next claim is in front at once.
 */
export async function reviewAll(page: Page, keys: CountedKeys, wanted: ReadonlySet<string>): Promise<number> {
  while ((await page.getByText('less sure').count()) > 0) await keys.press('[');
  let decided = 0;
  for (let claim = await readFront(page); claim !== null; claim = await readFront(page)) {
    await keys.press(wanted.has(claim) ? 'a' : 'r');
    decided += 1;
    expect(await readFront(page)).not.toBe(claim);
  }
  await page.getByRole('heading', { name: 'All reviewed' }).waitFor();
  await waitUntilKept(page);
  return decided;
}

/** Until all that was done has been sent and answered. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.review-saving') === null);
}

export function toIds(claims: readonly ClaimAnswer[]): string[] {
  return claims.map(({ id }) => id).sort();
}
