import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { NetworkCanvas } from '../../client/canvas/network-canvas-options.ts';
import type { ActorId } from '../../graph-data/model/ids.ts';
import type { Config } from '../../server/app/config.ts';
import type { Serving } from '../../server/app/serve.ts';
import { serve } from '../../server/app/serve.ts';
import { makeTemporaryFolder, TEST_CONFIG } from '../fixtures/serve-dataset.ts';
import { findBrowser, launchBrowser } from './launch-browser.ts';

/** The browser of these tests; undefined where the machine has none. */
export const executablePath = await findBrowser();
export const skipped =
  executablePath === undefined ? ' (skipped: no Chrome, Chromium or Edge is installed here)' : '';

const SHOTS = join(import.meta.dirname, 'shots');

/** The program as a user starts it, on a data folder of its own; `set` is what the environment says otherwise. */
export async function startProgram(datasetDir?: string, set: Partial<Config> = {}): Promise<Serving> {
  const dataDir = makeTemporaryFolder();
  const serving = await serve({
    config: { ...TEST_CONFIG, ...set, dataDir },
    datasetDir,
    log: pino({ level: 'silent' }),
    say: () => undefined,
  });
  return {
    address: serving.address,
    async stop() {
      await serving.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function launch(extraArgs: readonly string[] = [], isFirstVisit = false): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no browser');
  return launchBrowser(executablePath, extraArgs, isFirstVisit);
}

/**
 * The program with its own dataset, and a browser: started before the tests of a block, stopped after them. Its contexts are
 * those of a reader who has taken the tour, unless `isFirstVisit`.
 */
export function startForTests(isFirstVisit = false): { readonly address: string; readonly browser: Browser } {
  let started: { readonly serving: Serving; readonly browser: Browser } | undefined;
  const get = () => {
    if (started === undefined) throw new Error('asked for before the tests began');
    return started;
  };
  beforeAll(async () => {
    const [serving, browser] = await Promise.all([startProgram(), launch([], isFirstVisit)]);
    started = { serving, browser };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.serving.stop();
  });
  return {
    get address() {
      return get().serving.address;
    },
    get browser() {
      return get().browser;
    },
  };
}

/** A page, and everything it complained of: console errors, policy violations, exceptions, requests to other hosts. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

export const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
};
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};

/** Opens an address in a fresh context. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = DESKTOP,
): Promise<OpenPage> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const { host } = new URL(address);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isOfTheDriver(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== host) complaints.push(`a request to ${url.host}`);
  });
  await page.goto(address);
  return { page, context, complaints };
}

/** Software rendering makes the driver warn of slow reads: that is this machine, not the page. */
function isOfTheDriver(text: string): boolean {
  return /GL Driver Message|GPU stall|swiftshader/i.test(text);
}

type CanvasElement = HTMLElement & { readonly networkCanvas?: NetworkCanvas };

/** Where on the page a click hits this actor, once the drawing has come to rest. */
export async function locateActor(page: Page, actor: string): Promise<{ x: number; y: number }> {
  const place = await page.waitForFunction(
    (id) => document.querySelector<CanvasElement>('.canvas')?.networkCanvas?.locate(id as ActorId),
    actor,
  );
  const point = await place.jsonValue();
  if (point === undefined) throw new Error(`${actor} is not on the page`);
  return point;
}

/** The same for the line between two actors. */
export async function locatePair(page: Page, one: string, other: string): Promise<{ x: number; y: number }> {
  const place = await page.waitForFunction(
    ([a, b]) =>
      document.querySelector<CanvasElement>('.canvas')?.networkCanvas?.locatePair(a as ActorId, b as ActorId),
    [one, other] as const,
  );
  const point = await place.jsonValue();
  if (point === undefined) throw new Error(`${one} and ${other} are not tied on the page`);
  return point;
}

/** A picture for the person who runs the tests, in `tests/browser/shots`. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}
