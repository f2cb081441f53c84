import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { decodeNetwork } from '../../../graph-data/contract/columns/decode-network.ts';
import { findBrowser, launchBrowser } from '../../browser/launch-browser.ts';
import type { Figure } from '../bench.ts';
import { median } from '../bench.ts';
import { serveBenchPage } from '../draw/bench-page.ts';
import { serveStore } from '../draw/serve-store.ts';
import { findLargeStore } from '../large-store.ts';
import type { LensChange } from './claims-file.ts';
import { toClaimsFile } from './claims-file.ts';
import type { Filter, Way } from './page/main.ts';

const VIEWPORT = { width: 1280, height: 800 };
const WAYS: readonly Way[] = ['iteration alone', 'a new graph of the strongest', 'a new graph', 'reducers'];

/** Milliseconds by who took them, in the order they were measured. */
export type Times = ReadonlyMap<Way | 'ours', readonly number[]>;

/** The program and its peer, each in a page of one browser, over the same claims. */
export interface Contest {
  readonly address: string;
  /** Of the program; nothing is opened in it yet. */
  readonly page: Page;
  readonly peer: Page;
  /** Lenses, each to be asked for once. */
  readonly changes: readonly LensChange[];
  readonly addOurs: (ms: number) => void;
  /** Has the peer filter and draw in each of its ways. */
  readonly timePeer: (filter: Filter) => Promise<void>;
  /** Prints what the last of each took. */
  readonly sayLast: (what: string) => void;
}

/** Serves the large store to a page of the program, and its claims to graphology and Sigma beside it; stops all of it at the end. */
export async function runWithPeer(
  say: (line: string) => void,
  run: (contest: Contest) => Promise<void>,
): Promise<Times> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge is installed here');
  const large = await serveStore(findLargeStore(say));
  const browser = await launchBrowser(executablePath);
  const times = new Map<Way | 'ours', number[]>();
  const add = (name: Way | 'ours', ms: number): void => {
    times.set(name, [...(times.get(name) ?? []), ms]);
  };
  try {
    const { bytes, changes } = await readClaims(large.address);
    const peerPage = await serveBenchPage(join(import.meta.dirname, 'page'), { '/claims': bytes });
    try {
      const peer = await openPeer(browser, peerPage.address, say);
      await run({
        address: large.address,
        page: await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' }),
        peer,
        changes,
        addOurs: (ms) => add('ours', ms),
        async timePeer(filter) {
          for (const way of WAYS) {
            const took = await peer.evaluate(([name, wanted]) => window.lensPage?.time(name, wanted), [
              way,
              filter,
            ] as const);
            add(way, took ?? NaN);
          }
        },
        sayLast: (what) =>
          say(
            `${what}: ${[...times].map(([name, all]) => `${name} ${all.at(-1)?.toFixed(0)} ms`).join(', ')}`,
          ),
      });
    } finally {
      await peerPage.stop();
    }
  } finally {
    await browser.close();
    await large.stop();
  }
  return times;
}

/** Medians against the faster of the peer's two customary ways, against it with our budget, and its iteration alone. */
export function toPeerFigures(times: Times, what: string, repeats: string): Figure[] {
  const of = (name: Way | 'ours'): number => median(times.get(name) ?? []);
  const customary: Way = of('a new graph') < of('reducers') ? 'a new graph' : 'reducers';
  const against = (compared: string, way: Way): Figure => ({
    what: compared,
    ratio: of(way) / of('ours'),
    sides: `ours ${of('ours').toFixed(0)} ms, graphology and Sigma (${way}) ${of(way).toFixed(0)} ms (medians of ${repeats})`,
  });
  return [
    { ...against(what, customary), atLeast: 20 },
    against('the same, with our budget given to the peer', 'a new graph of the strongest'),
    against("the peer's iteration alone, without drawing, against all of ours", 'iteration alone'),
  ];
}

async function readClaims(address: string) {
  const whole = await fetch(`${address}/api/v1/network.columns?limit=100000&relations=1`);
  const places = new Map(
    decodeNetwork(new Uint8Array(await whole.arrayBuffer())).nodes.map(({ key, attributes }) => [
      key,
      attributes,
    ]),
  );
  return toClaimsFile((id) => places.get(id) ?? { x: 0, y: 0 });
}

async function openPeer(browser: Browser, address: string, say: (line: string) => void): Promise<Page> {
  const peer = await browser.newPage({ viewport: VIEWPORT });
  await peer.goto(address);
  await peer.waitForFunction(() => window.lensPage !== undefined);
  const edges = await peer.evaluate(() => window.lensPage?.load('/claims'));
  say(`the peer holds ${edges ?? 0} claims`);
  return peer;
}
