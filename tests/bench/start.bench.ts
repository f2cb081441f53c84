import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { median } from './bench.ts';
import { findLargeStore } from './large-store.ts';
import { measureMemory, measureRead, measureStart } from './start/measure.ts';

const ROUNDS = 5;

export const bench: Bench = {
  title: 'start and memory',
  method: `From \`serve\` to "Onrecord is ready", a process each time: a store of 23,000 actors and 470,000 claims (layout stored,
claims kept as columns and code compiled by a start before, for both stores; page built) against three times a store of the shipped dataset plus what SQLite alone needs to read the rows: \`node:sqlite\`
iterating the same columns of claims, documents, actors, aliases and layout as arrays, in a process of its own. ${ROUNDS} rounds,
the three in turn within a round; medians. Memory: what the network takes after garbage collection (heap and array buffers),
with all claims less the same network without any, over the number of claims; the accepted selection, adjacency, relations and
disputes are in it. "Text" is what the distinct labels and dates take.`,
  run: async (say) => {
    const large = findLargeStore(say);
    const small = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
    const copy = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
    try {
      cpSync(large, copy, { recursive: true });
      for (const folder of [small, copy]) await measureStart(folder); // loads the small one, stores the layouts, builds the page
      const rounds: { small: number; large: number; read: number }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const times = {
          small: await measureStart(small),
          large: await measureStart(copy),
          read: measureRead(copy),
        };
        rounds.push(times);
        say(`round ${round + 1}: small ${times.small} ms, large ${times.large} ms, rows ${times.read} ms`);
      }
      const middle = (name: 'small' | 'large' | 'read'): string =>
        `${median(rounds.map((round) => round[name])).toFixed(0)} ms`;
      const memory = measureMemory(copy);
      return {
        figures: [
          {
            what: 'start on the large store over three starts on the small one and the time SQLite needs to read the rows',
            ratio: median(rounds.map((round) => round.large / (3 * round.small + round.read))),
            atMost: 1,
            sides: `large ${middle('large')}, small ${middle('small')}, rows ${middle('read')} (medians of ${ROUNDS})`,
          },
          {
            what: 'bytes of memory a resident claim, text aside, over 100',
            ratio: (memory.bytes - memory.textBytes) / memory.claims / 100,
            atMost: 1,
            sides: `${(memory.bytes / 1e6).toFixed(1)} MB for ${memory.claims} claims, ${(memory.textBytes / 1e3).toFixed(0)} kB of it text`,
          },
        ],
        notes: '',
      };
    } finally {
      for (const folder of [small, copy]) rmSync(folder, { recursive: true, force: true });
    }
  },
};
