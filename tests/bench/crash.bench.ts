import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readDatasetFolder, SHIPPED_DATASET } from '../../server/app/dataset-folder.ts';
import type { Bench } from './bench.ts';
import { checkStore } from './crash/check-store.ts';
import { startSecondServer, startServer } from './crash/serve-process.ts';
import type { Acknowledged } from './crash/writers.ts';
import { write } from './crash/writers.ts';
import { createRandom } from './generate/random.ts';

const ROUNDS = 30;
const WRITERS = 4;
/** A server is killed after so many milliseconds of writing, at least and at most. */
const SHORTEST = 200;
const LONGEST = 3000;

export const bench: Bench = {
  title: 'a server killed while it writes',
  method: `${ROUNDS} rounds over one data folder that begins with the shipped dataset: a server is started as its users start it,
${WRITERS} writers take reports in, decide on proposals, edit claims, merge actors and take changes back over HTTP, and after
${SHORTEST} to ${LONGEST} ms the server is ended by SIGKILL. Then the store is opened as the next start would: every change that was
answered for must be in the ledger, and every row of every table what a replay of the ledger on the same dataset gives, full text
included. While each server runs, a second one is started on its folder, which must say who holds it and exit with 1.`,
  run: async (say) => {
    const parsed = readDatasetFolder(SHIPPED_DATASET);
    if (!parsed.ok) throw new Error('the shipped dataset has faults');
    const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-crash-'));
    const random = createRandom(Date.now());
    const acknowledged: Acknowledged[] = [];
    const kinds = new Map<string, number>();
    let [lost, equal, refused, entries] = [0, 0, 0, 0];
    try {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const server = await startServer(dataDir);
        const second = await startSecondServer(dataDir);
        if (second.status === 1 && /in use by another Onrecord \(process \d+\)/.test(second.printed))
          refused += 1;
        const writing = Array.from({ length: WRITERS }, (_, writer) =>
          write(server.address, createRandom(random.below(2 ** 32)), `${round}-${writer}`),
        );
        await setTimeout(SHORTEST + random.below(LONGEST - SHORTEST));
        await server.kill();
        acknowledged.push(...(await Promise.all(writing)).flat());
        const check = await checkStore(dataDir, parsed.dataset, acknowledged);
        lost = check.lost.length;
        entries = check.entries;
        if (check.equalsReplay) equal += 1;
        say(
          `round ${round}: ${acknowledged.length} answered for, ${lost} lost, ` +
            `${entries} entries, ${check.equalsReplay ? 'equals' : 'DIFFERS FROM'} its replay`,
        );
      }
    } finally {
      rmSync(dataDir, { recursive: true });
    }
    for (const { kind } of acknowledged) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const byKind = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
    return {
      figures: [
        {
          what: 'changes answered for that are there after all kills, over all answered for',
          ratio: (acknowledged.length - lost) / acknowledged.length,
          atLeast: 1,
          sides: `${acknowledged.length} answered for (${byKind}), ${lost} lost`,
        },
        {
          what: 'kills after which every table equals a replay of the ledger, over all kills',
          ratio: equal / ROUNDS,
          atLeast: 1,
          sides: `${equal} of ${ROUNDS}; ${entries} entries at the end`,
        },
        {
          what: 'second servers on a folder in use that named its holder and ended with 1, over all started',
          ratio: refused / ROUNDS,
          atLeast: 1,
          sides: `${refused} of ${ROUNDS}`,
        },
      ],
      notes: '',
    };
  },
};
