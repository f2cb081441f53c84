import type { TimelineAnswer } from '../../graph-data/contract/questions.ts';
import type { Bench } from './bench.ts';
import { runWithPeer, toPeerFigures } from './lens/with-peer.ts';
import { beginBrush, timeBrushMove, watchBrush } from './timeline/time-brush.ts';

/** Months of 2025 that the brush reaches to, one after the other: on and back. */
const MONTHS = [3, 9, 6, 11, 2, 7] as const;

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
    const times = await runWithPeer(say, async ({ address, page, peer, addOurs, timePeer, sayLast }) => {
      await page.bringToFront();
      await watchBrush(page);
      await page.goto(address, { waitUntil: 'networkidle' });
      const { buckets } = (await (await fetch(`${address}/api/v1/timeline`)).json()) as TimelineAnswer;
      await beginBrush(page);
      for (const month of MONTHS) addOurs(await timeBrushMove(page, toShare(buckets, month)));
      await page.mouse.up();
      sayLast('the last of ours');
      await peer.bringToFront();
      for (const month of MONTHS) {
        await timePeer({ attribute: 'month', value: 202_401, upTo: 202_500 + month });
        sayLast(`to month ${month}`);
      }
    });
    const what = 'a move of the brush to the redrawn picture: times sooner than filtering by iteration';
    return { figures: toPeerFigures(times, what, `${MONTHS.length} moves`), notes: '' };
  },
};

/** Where in the bars the last one that ends within a month lies. */
function toShare(buckets: TimelineAnswer['buckets'], month: number): number {
  const end = new Date(Date.UTC(2025, month, 0)).toISOString().slice(0, 10);
  return (buckets.findLastIndex((bucket) => bucket.end <= end) + 0.5) / buckets.length;
}
