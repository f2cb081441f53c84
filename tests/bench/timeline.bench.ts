import { join } from 'node:path';
import { decodeNetwork } from '../../graph-data/contract/columns/decode-network.ts';
import type { TimelineAnswer } from '../../graph-data/contract/questions.ts';
import { findBrowser, launchBrowser } from '../browser/launch-browser.ts';
import type { Bench } from './bench.ts';
import { median } from './bench.ts';
import { serveBenchPage } from './draw/bench-page.ts';
import { serveStore } from './draw/serve-store.ts';
import { findLargeStore } from './large-store.ts';
import { toClaimsFile } from './lens/claims-file.ts';
import type { Way } from './lens/page/main.ts';
import { beginBrush, timeBrushMove, watchBrush } from './timeline/time-brush.ts';

const VIEWPORT = { width: 1280, height: 800 };
/** Months of 2025 that the brush reaches to, one after the other: on and back. */
const MONTHS = [3, 9, 6, 11, 2, 7] as const;
const WAYS: readonly Way[] = ['iteration alone', 'a new graph of the strongest', 'a new graph', 'reducers'];

export const bench: Bench = {
  title: 'a move of the timeline’s brush to the redrawn picture',
  method: `The program with the generated dataset of 470,000 claims in Chromium with WebGL in software, its timeline open: from the
event of the pointer that moves the brush's end (${MONTHS.length} moves, from the first bar to the ends of six months) to the frame after
what is left is drawn. Beside it, in the same browser, graphology's MultiDirectedGraph of the same claims with the same places, drawn
by Sigma with its default settings: what was said in those months is found by iterating the edges, and shown in the two customary
ways, a new graph of what passes or reducers that hide the rest; the faster counts. "With our budget" gives the peer the same
overview: the 2,000 actors with most claims and the 6,000 strongest lines. The program cuts by weeks, so that up to six days fewer are in
its window.`,
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
      const { bytes } = toClaimsFile((id) => places.get(id) ?? { x: 0, y: 0 });
      const peerPage = await serveBenchPage(join(import.meta.dirname, 'lens/page'), { '/claims': bytes });
      try {
        const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
        await watchBrush(page);
        await page.goto(large.address, { waitUntil: 'networkidle' });
        const { buckets } = (await (
          await fetch(`${large.address}/api/v1/timeline`)
        ).json()) as TimelineAnswer;
        await beginBrush(page);
        for (const month of MONTHS) add('ours', await timeBrushMove(page, toShare(buckets, month)));
        await page.mouse.up();
        say(`ours: ${(times.get('ours') ?? []).map((ms) => ms.toFixed(0)).join(', ')} ms`);

        const peer = await browser.newPage({ viewport: VIEWPORT });
        await peer.goto(peerPage.address);
        await peer.waitForFunction(() => window.lensPage !== undefined);
        const edges = await peer.evaluate(() => window.lensPage?.load('/claims'));
        say(`the peer holds ${edges ?? 0} claims`);
        for (const month of MONTHS) {
          const filter = { attribute: 'month', value: 202_401, upTo: 202_500 + month } as const;
          for (const way of WAYS) {
            const took = await peer.evaluate(([name, wanted]) => window.lensPage?.time(name, wanted), [
              way,
              filter,
            ] as const);
            add(way, took ?? NaN);
          }
          say(
            `to month ${month}: ${[...times].map(([name, all]) => `${name} ${all.at(-1)?.toFixed(0)} ms`).join(', ')}`,
          );
        }
      } finally {
        await peerPage.stop();
      }
    } finally {
      await browser.close();
      await large.stop();
    }
    const of = (name: Way | 'ours'): number => median(times.get(name) ?? []);
    const customary: Way = of('a new graph') < of('reducers') ? 'a new graph' : 'reducers';
    const against = (what: string, way: Way) => ({
      what,
      ratio: of(way) / of('ours'),
      sides: `ours ${of('ours').toFixed(0)} ms, graphology and Sigma (${way}) ${of(way).toFixed(0)} ms (medians of ${MONTHS.length} moves)`,
    });
    return {
      figures: [
        {
          ...against(
            'a move of the brush to the redrawn picture: times sooner than filtering by iteration',
            customary,
          ),
          atLeast: 20,
        },
        against('the same, with our budget given to the peer', 'a new graph of the strongest'),
        against("the peer's iteration alone, without drawing, against all of ours", 'iteration alone'),
      ],
      notes: '',
    };
  },
};

/** Where in the bars the last one that ends within a month lies. */
function toShare(buckets: TimelineAnswer['buckets'], month: number): number {
  const end = new Date(Date.UTC(2025, month, 0)).toISOString().slice(0, 10);
  return (buckets.findLastIndex((bucket) => bucket.end <= end) + 0.5) / buckets.length;
}
