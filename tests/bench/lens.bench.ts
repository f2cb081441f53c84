import { join } from 'node:path';
import { decodeNetwork } from '../../graph-data/contract/columns/decode-network.ts';
import { findBrowser, launchBrowser } from '../browser/launch-browser.ts';
import type { Bench, Figure } from './bench.ts';
import { median } from './bench.ts';
import { serveBenchPage } from './draw/bench-page.ts';
import { serveStore } from './draw/serve-store.ts';
import { findLargeStore } from './large-store.ts';
import { toClaimsFile } from './lens/claims-file.ts';
import type { Cost } from './lens/growth.ts';
import { fitExponent, measureGrowth } from './lens/growth.ts';
import type { Way } from './lens/page/main.ts';
import { timeLensChange, watchRedraws } from './lens/time-page.ts';

const VIEWPORT = { width: 1280, height: 800 };
/** n log n over the sizes measured is no steeper than this power of n. */
const N_LOG_N = Math.log((1_000_000 * Math.log(1_000_000)) / (10_000 * Math.log(10_000))) / Math.log(100);

export const bench: Bench = {
  title: 'a change of lens to the redrawn picture',
  method: `The program with the generated dataset of 470,000 claims in Chromium with WebGL in software: from the change of lens
(one stance, one month, one publisher; six lenses, each asked for once) to the frame after the new network is drawn, the request
and the answer included. Beside it, in the same browser, graphology's MultiDirectedGraph of the same claims with the same
attributes and places, drawn by Sigma with its default settings: what passes is found by iterating the edges, and shown in the
two customary ways, a new graph of what passes or reducers that hide the rest; the faster counts. "With our budget" gives the
peer the same overview: the 2,000 actors with most claims and the 6,000 strongest lines. One after the other for each lens.`,
  async run(say) {
    const executablePath = await findBrowser();
    if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge is installed here');
    const large = await serveStore(findLargeStore(say));
    const browser = await launchBrowser(executablePath);
    const times = new Map<Way | 'ours', number[]>();
    const add = (name: Way | 'ours', ms: number): void => {
      times.set(name, [...(times.get(name) ?? []), ms]);
    };
    try {
      const whole = await fetch(`${large.address}/api/v1/network.columns?limit=100000&relations=1`);
      const places = new Map(
        decodeNetwork(new Uint8Array(await whole.arrayBuffer())).nodes.map(({ key, attributes }) => [
          key,
          attributes,
        ]),
      );
      const { bytes, changes } = toClaimsFile((id) => places.get(id) ?? { x: 0, y: 0 });
      const peerPage = await serveBenchPage(join(import.meta.dirname, 'lens/page'), { '/claims': bytes });
      try {
        const peer = await browser.newPage({ viewport: VIEWPORT });
        await peer.goto(peerPage.address);
        await peer.waitForFunction(() => window.lensPage !== undefined);
        const edges = await peer.evaluate(() => window.lensPage?.load('/claims'));
        say(`the peer holds ${edges ?? 0} claims`);
        const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
        await watchRedraws(page);
        await page.goto(large.address, { waitUntil: 'networkidle' });
        for (const { query, filter } of changes) {
          await page.bringToFront();
          const ms = await timeLensChange(page, query);
          add('ours', ms);
          await peer.bringToFront();
          const ways: Way[] = ['iteration alone', 'a new graph of the strongest', 'a new graph', 'reducers'];
          for (const way of ways) {
            const took = await peer.evaluate(([name, wanted]) => window.lensPage?.time(name, wanted), [
              way,
              filter,
            ] as const);
            add(way, took ?? NaN);
          }
          say(
            `${query}: ${[...times].map(([name, all]) => `${name} ${all.at(-1)?.toFixed(0)} ms`).join(', ')}`,
          );
        }
      } finally {
        await peerPage.stop();
      }
    } finally {
      await browser.close();
      await large.stop();
    }
    const growth = measureGrowth(say);
    return { figures: toFigures((name) => median(times.get(name) ?? []), growth), notes: toTable(growth) };
  },
};

function toFigures(of: (name: Way | 'ours') => number, growth: readonly Cost[]): Figure[] {
  const ours = of('ours');
  const customary: Way = of('a new graph') < of('reducers') ? 'a new graph' : 'reducers';
  const against = (what: string, way: Way): Figure => ({
    what,
    ratio: of(way) / ours,
    sides: `ours ${ours.toFixed(0)} ms, graphology and Sigma (${way}) ${of(way).toFixed(0)} ms (medians of 6 lenses)`,
  });
  const exponent = (cost: (at: Cost) => number): number =>
    fitExponent(growth.map((at) => [at.claims, cost(at)] as const));
  return [
    {
      ...against('lens change to redrawn picture: times faster than filtering by iteration', customary),
      atLeast: 20,
    },
    against('the same, with our budget given to the peer', 'a new graph of the strongest'),
    against("the peer's iteration alone, without drawing, against all of ours", 'iteration alone'),
    {
      what: 'a lens and its answer: exponent of the cost from 10,000 to 1,000,000 claims, against that of n log n',
      ratio: exponent((at) => at.answerMs) / N_LOG_N,
      atMost: 1,
      sides: `lens alone n^${exponent((at) => at.lensMs).toFixed(2)}, with its answer n^${exponent((at) => at.answerMs).toFixed(2)}, n log n is n^${N_LOG_N.toFixed(2)}`,
    },
  ];
}

function toTable(growth: readonly Cost[]): string {
  const rows = growth.map(
    ({ claims, lensMs, answerMs }) =>
      `| ${claims.toLocaleString('en')} | ${lensMs.toFixed(1)} | ${((lensMs * 1e6) / claims).toFixed(0)} | ${answerMs.toFixed(1)} |`,
  );
  return `How the cost grows, in the server's process (medians over a stance and a month):

| claims | lens, ms | ns a claim | lens and overview as columns, ms |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}
