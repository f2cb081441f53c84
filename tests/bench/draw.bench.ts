import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../browser/launch-browser.ts';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { median } from './bench.ts';
import type { BenchPage } from './draw/bench-page.ts';
import { serveBenchPage } from './draw/bench-page.ts';
import { timeFirstPicture } from './draw/first-picture.ts';
import type { ContenderName } from './draw/page/contenders.ts';
import { serveStore } from './draw/serve-store.ts';
import { findLargeStore } from './large-store.ts';

const REPEATS = 3;
/** Mouse moves of one series of panning. */
const STEPS = 6;
const PEERS: readonly ContenderName[] = ['cytoscape.js', 'vis-network'];

export const bench: Bench = {
  title: 'the first picture, and moving it',
  method: `In Chromium with WebGL in software, 1280 × 800 pixels: 23,000 nodes and the 100,000 relations with most claims of the
generated dataset of 470,000 claims, at their stored places. Each contender has the network in its own form in memory; timed is
from the call that draws it to the frame after, with a pixel read back so that nothing is left to do. Ours is the canvas of the
page with everything it does (names, marks, one line an ordered pair). Sigma has its default settings; cytoscape.js its preset
layout, haystack edges, \`textureOnViewport\` and \`hideEdgesOnViewport\`; vis-network no physics and straight edges. Panning is
${STEPS} moves of the mouse with the button down, a frame each. The overview is the program itself with that dataset, from the
start of loading to the frame that shows the first lines, against itself with the shipped dataset. Contenders in turn, ${REPEATS}
rounds; cytoscape.js and vis-network, which take half a minute and more, in the first alone. (cytoscape.js's WebGL renderer, a
preview, showed no frame in eight minutes here and is left out.)`,
  async run(say) {
    const executablePath = await findBrowser();
    if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge is installed here');
    const large = await serveStore(findLargeStore(say));
    const shipped = await serveStore();
    const browser = await launchBrowser(executablePath);
    try {
      const response = await fetch(`${large.address}/api/v1/network.columns?limit=23000&relations=100000`);
      const columns = new Uint8Array(await response.arrayBuffer());
      const page = await serveBenchPage(join(import.meta.dirname, 'draw/page'), {
        '/network.columns': columns,
      });
      try {
        return await compare(browser, page, [shipped.address, large.address], say);
      } finally {
        await page.stop();
      }
    } finally {
      await browser.close();
      await Promise.all([large.stop(), shipped.stop()]);
    }
  },
};

async function compare(
  browser: Browser,
  page: BenchPage,
  [shipped, large]: readonly [string, string],
  say: (line: string) => void,
): Promise<BenchResult> {
  const firstMs = new Map<string, number[]>();
  const panMs = new Map<string, number[]>();
  const add = (into: Map<string, number[]>, name: string, value: number): void => {
    into.set(name, [...(into.get(name) ?? []), value]);
  };
  for (let round = 0; round < REPEATS; round += 1) {
    for (const name of ['ours', 'bare Sigma', ...(round === 0 ? PEERS : [])] as const) {
      const times = await timeContender(browser, page.address, name, PEERS.includes(name) ? 0 : STEPS);
      say(`${name}: ${times.firstMs.toFixed(0)} ms, ${times.panMs.toFixed(0)} ms for ${STEPS} moves`);
      add(firstMs, name, times.firstMs);
      add(panMs, name, times.panMs);
    }
    for (const [name, address] of [
      ['shipped', shipped],
      ['large', large],
    ] as const)
      add(firstMs, name, await timeFirstPicture(browser, address));
  }
  const first = (name: string): number => median(firstMs.get(name) ?? []);
  const pan = (name: string): number => median(panMs.get(name) ?? []);
  const sides = (one: string, other: string, of: (name: string) => number): string =>
    `${one} ${of(one).toFixed(0)} ms, ${other} ${of(other).toFixed(0)} ms (medians)`;
  const figures: Figure[] = [
    {
      what: 'first frame, 23,000 nodes and 100,000 relations: the time of bare Sigma',
      ratio: first('ours') / first('bare Sigma'),
      atMost: 1.3,
      sides: sides('ours', 'bare Sigma', first),
    },
    ...PEERS.map((name): Figure => ({
      what: `first frame: times sooner than ${name}`,
      ratio: first(name) / first('ours'),
      atLeast: 4,
      sides: sides('ours', name, first),
    })),
    {
      what: 'frames while panning: times those of bare Sigma',
      ratio: pan('bare Sigma') / pan('ours'),
      atLeast: 4,
      sides: sides('ours', 'bare Sigma', pan),
    },
    {
      what: 'first picture of the overview of 470,000 claims: the time of the shipped dataset’s',
      ratio: first('large') / first('shipped'),
      atMost: 2,
      sides: sides('large', 'shipped', first),
    },
  ];
  return { figures, notes: '' };
}

async function timeContender(browser: Browser, address: string, name: ContenderName, steps: number) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await tab.goto(address);
    await tab.waitForFunction(() => window.drawPage !== undefined);
    await tab.evaluate(() => window.drawPage?.load('/network.columns'));
    const times = await tab.evaluate(([contender, moves]) => window.drawPage?.time(contender, moves), [
      name,
      steps,
    ] as const);
    if (times === undefined) throw new Error('the page of the bench did not load');
    return times;
  } finally {
    await tab.close();
  }
}
