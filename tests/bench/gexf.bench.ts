import type { Bench, Figure } from './bench.ts';
import { median } from './bench.ts';
import { LARGE } from './generate/generate-dataset.ts';
import type { OurSide, Side } from './gexf/sides.ts';
import { measureGraphology, measureNetworkX, measureOurs } from './gexf/sides.ts';
import { findLargeStore } from './large-store.ts';

const ROUNDS: number = 3;
/** NetworkX is given one edge in ten. */
const SHARE = 10;
const MOST_BYTES = 150e6;

export const bench: Bench = {
  title: 'files of half a million claims',
  method: `The claim level of 23,000 actors and 470,000 claims, 16 values an edge, as GEXF 1.3. Ours is \`exportNetwork\`, the claims'
words read from the SQLite store meanwhile, encoded and written to the null device; graphology-gexf 0.13 makes a string of a
\`MultiDirectedGraph\` with the same nodes, edges and attributes, built before and not timed, without \`pretty\` (with it, its
string would be longer than V8 allows). Each in a process of its own, ${ROUNDS === 1 ? 'once a run' : `${ROUNDS} rounds in turn; medians`}. Compared is
processor time, user and system of all threads. NetworkX's \`write_gexf\`, to the null device as well, is measured on all nodes
and the first tenth of the edges, and its edges are counted ${SHARE} times: its time is in proportion to them. Memory: the most resident while
we write, above what the loaded network takes after garbage collection.`,
  run: (say) => {
    const store = findLargeStore(say);
    const ours: OurSide[] = [];
    const theirs: Side[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(measureOurs(store));
      say(`ours ${seconds(ours.at(-1)?.cpuMs)}`);
      theirs.push(measureGraphology(store));
      say(`graphology-gexf ${seconds(theirs.at(-1)?.cpuMs)}`);
    }
    const networkX = measureNetworkX(store, Math.round(LARGE.claims / SHARE));
    const cpuMs = median(ours.map((side) => side.cpuMs));
    const bytesAbove = median(ours.map((side) => side.bytesAbove));
    const ourSide = `ours ${seconds(cpuMs)} (${seconds(median(ours.map((side) => side.wallMs)))} passed, ${megabytes(ours[0]?.characters)})`;
    const figures: Figure[] = [
      {
        what: 'graphology-gexf over ours, processor time to write the claim level',
        ratio: median(theirs.map((side, round) => side.cpuMs / (ours[round]?.cpuMs ?? NaN))),
        atLeast: 8,
        sides: `${ourSide}, graphology-gexf ${seconds(median(theirs.map((side) => side.cpuMs)))} (${seconds(median(theirs.map((side) => side.wallMs)))} passed, ${megabytes(theirs[0]?.characters)})`,
      },
      {
        what: 'memory while writing, above the resident network, over 150 MB',
        ratio: bytesAbove / MOST_BYTES,
        atMost: 1,
        sides: `${megabytes(bytesAbove)} at most`,
      },
    ];
    if (networkX !== undefined) {
      const wholeMs = 1000 * (networkX.nodes + SHARE * (networkX.all - networkX.nodes));
      figures.push({
        what: "NetworkX's write_gexf over ours, processor time to write the claim level",
        ratio: wholeMs / cpuMs,
        atLeast: 15,
        sides: `${ourSide}, NetworkX ${seconds(wholeMs)}, reckoned from ${seconds(networkX.all * 1000)} for a tenth of the edges`,
      });
    }
    const notes =
      networkX === undefined ? 'NetworkX was not measured: python3 here has none that writes 1.3.' : '';
    return Promise.resolve({ figures, notes });
  },
};

function seconds(ms = NaN): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(bytes = NaN): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
