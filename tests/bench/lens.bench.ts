import type { Bench, Figure } from './bench.ts';
import type { Cost } from './lens/growth.ts';
import { fitExponent, measureGrowth } from './lens/growth.ts';
import { timeLensChange, watchRedraws } from './lens/time-page.ts';
import type { Times } from './lens/with-peer.ts';
import { runWithPeer, toPeerFigures } from './lens/with-peer.ts';

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
    const times = await runWithPeer(
      say,
      async ({ address, page, peer, changes, addOurs, timePeer, sayLast }) => {
        await watchRedraws(page);
        await page.goto(address, { waitUntil: 'networkidle' });
        for (const { query, filter } of changes) {
          await page.bringToFront();
          addOurs(await timeLensChange(page, query));
          await peer.bringToFront();
          await timePeer(filter);
          sayLast(query);
        }
      },
    );
    const growth = measureGrowth(say);
    return { figures: toFigures(times, growth), notes: toTable(growth) };
  },
};

function toFigures(times: Times, growth: readonly Cost[]): Figure[] {
  const exponent = (cost: (at: Cost) => number): number =>
    fitExponent(growth.map((at) => [at.claims, cost(at)] as const));
  return [
    ...toPeerFigures(
      times,
      'lens change to redrawn picture: times faster than filtering by iteration',
      '6 lenses',
    ),
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
