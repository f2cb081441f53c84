import autocannon from 'autocannon';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { median } from './bench.ts';
import type { PacedLoads } from './http/paced-loads.ts';
import { startPacedLoads } from './http/paced-loads.ts';
import type { HttpBenchServers } from './http/servers.ts';
import { startServers } from './http/servers.ts';
import { findLargeStore } from './large-store.ts';

const ROUNDS = 7;
const SECONDS = 3;
const CONNECTIONS = 10;
const DRAWS = 2000;
/** The share of the time that the server's event loop is to be busy with the uncached answers asked for at a rate. */
const BUSY = 0.5;

/** What is asked for in turn; `string` is the route the others are measured against. */
const LOADS = [
  ...(['string', 'uncached', 'repeated', 'bare', 'compressed string', 'compressed'] as const),
  ...(['uncached of 50', 'repeated of 50'] as const),
];
type Load = (typeof LOADS)[number];
/** Asked for at one rate whatever comes back, all at the same. */
const PACED = ['string', 'uncached', 'repeated'] as const;
type Paced = (typeof PACED)[number];

interface Measure {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly kilobytes: number;
}
interface Round {
  readonly closed: Readonly<Record<Load, Measure>>;
  /** 99th percentiles of the paced loads, in milliseconds. */
  readonly pacedP99Ms: Readonly<Record<Paced, number>>;
}

export const bench: Bench = {
  title: 'neighbours over HTTP',
  method: `\`GET /api/v1/actors/{id}/neighbours\` of ${DRAWS} actors drawn in proportion to their mentions, out of 23,000
actors and 470,000 claims, against a route that sends a 5 kB string behind the same middleware of the same process (the
checks, security headers, log, compression), and against Express with nothing but that route. "Uncached" answers come from a
server that keeps no finished bodies (the text of the strongest relations is kept, as in the program); "repeated" ones were
asked for before: each once just before its load, for the larger pages of another load may have taken its room. Pages are as the API answers them unless told (20 neighbours), or "of 50". autocannon, ${CONNECTIONS}
connections, no compression asked for, the server in a process of its own; ${ROUNDS} rounds of ${SECONDS} s each, the loads in
turn within a round, medians of the rounds. Rates are those of a closed loop: each connection asks again once it is answered. The
p99 that is held to a limit is that of an open loop, because in a closed loop latency is only the inverse of the rate: a process
of its own (tests/bench/http/paced-load.ts) asks every route at one and the same rate, at which the uncached one kept the
server's event loop busy half of the time while it warmed up (a request that comes alone costs more than one of ten at once: half
of what a closed loop carries would keep it busy most of the time), evenly spaced by a clock of microseconds over connections
that are kept, and counts from when a request was due until its answer has come whole. Between requests it rests, for a process that
turns without a pause would leave the server's threads one core of two. autocannon's own pacing is not used: each connection asks its
second's requests in a row and then waits, an answer of n milliseconds counts n times (its correction for requests that were not
sent supposes one a millisecond whatever the rate), and latencies are whole milliseconds. The closed loop's p99 is told too.`,
  run: async (say) => {
    const { servers, tellBusy, stop } = await startServers(findLargeStore(say), DRAWS);
    const paced = startPacedLoads();
    try {
      let carried = 0;
      for (const load of LOADS) {
        const { perSecond } = await measure(servers, load); // warms up, and fills what is kept
        if (load === 'uncached') carried = perSecond;
      }
      const trial = Math.max(CONNECTIONS, Math.round(carried / 3));
      for (const load of PACED) await measurePaced(paced, servers, load, trial); // warms up too
      await askOnce(servers, 'uncached');
      await tellBusy();
      await loadPaced(paced, servers, 'uncached', trial);
      const rate = Math.round((trial * BUSY) / (await tellBusy()));
      say(`paced at ${rate} a second`);
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const closed: Partial<Record<Load, Measure>> = {};
        const pacedP99Ms: Partial<Record<Paced, number>> = {};
        for (const load of LOADS) closed[load] = await measure(servers, load);
        for (const load of PACED) pacedP99Ms[load] = await measurePaced(paced, servers, load, rate);
        rounds.push({ closed, pacedP99Ms } as Round);
        say(
          `round ${round + 1}: ${LOADS.map((load) => `${load} ${closed[load]?.perSecond}/s`).join(', ')}; ` +
            PACED.map((load) => `p99 ${load} ${pacedP99Ms[load]?.toFixed(2)} ms`).join(', '),
        );
      }
      return toResult(rounds, rate);
    } finally {
      paced.stop();
      stop();
    }
  },
};

/** Where a load is asked for, and what. */
function toTarget(
  servers: HttpBenchServers,
  load: Load,
): { readonly port: number; readonly paths: string[] } {
  if (load === 'bare' || load.endsWith('string'))
    return { port: load === 'bare' ? servers.bare : servers.kept, paths: ['/string'] };
  const query = load.endsWith('of 50') ? '?limit=50' : '';
  return {
    port: load.includes('uncached') ? servers.unkept : servers.kept,
    paths: servers.actors.map((id) => `/api/v1/actors/${id}/neighbours${query}`),
  };
}

/** The 99th percentile of a load at a rate, in milliseconds. */
async function measurePaced(
  loads: PacedLoads,
  servers: HttpBenchServers,
  load: Paced,
  perSecond: number,
): Promise<number> {
  await askOnce(servers, load);
  const latenciesUs = await loadPaced(loads, servers, load, perSecond);
  return (latenciesUs[Math.floor(latenciesUs.length * 0.99)] ?? 0) / 1000;
}

/** Latencies in microseconds, shortest first. */
function loadPaced(
  loads: PacedLoads,
  servers: HttpBenchServers,
  load: Paced,
  perSecond: number,
): Promise<readonly number[]> {
  return loads.measure({ ...toTarget(servers, load), perSecond, seconds: SECONDS });
}

async function measure(servers: HttpBenchServers, load: Load): Promise<Measure> {
  await askOnce(servers, load);
  const result = await autocannon({ ...toRequests(servers, load), duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${load}: ${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p99Ms: result.latency.p99,
    kilobytes: result.throughput.average / result.requests.average / 1000,
  };
}

/** What autocannon asks for in a load, as often as it is told. */
function toRequests(servers: HttpBenchServers, load: Load): autocannon.Options {
  const { port, paths } = toTarget(servers, load);
  return {
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    requests: paths.map((path) => ({ path })),
    ...(load.startsWith('compressed') ? { headers: { 'accept-encoding': 'gzip' } } : {}),
  };
}

/** Has every answer of a load made, and kept where it is one that is. */
async function askOnce(servers: HttpBenchServers, load: Load): Promise<void> {
  // One connection asks for each in turn.
  await autocannon({ ...toRequests(servers, load), connections: 1, amount: servers.actors.length });
}

function toResult(rounds: readonly Round[], rate: number): BenchResult {
  const mid = (load: Load, value: keyof Measure): number =>
    median(rounds.map(({ closed }) => closed[load][value]));
  const against = (load: Load, peer: Load, value: keyof Measure): number =>
    median(rounds.map(({ closed }) => closed[load][value] / closed[peer][value]));
  const pacedMs = (load: Paced): string => median(rounds.map((round) => round.pacedP99Ms[load])).toFixed(2);
  const rateOf = (load: Load): string => `${load} ${mid(load, 'perSecond').toFixed(0)} a second`;
  const figures: Figure[] = [['uncached', 0.25] as const, ['repeated', 0.9] as const].flatMap(
    ([load, atLeast]): Figure[] => [
      {
        what: `${load} answers a second over those of the 5 kB string behind the same middleware`,
        ratio: against(load, 'string', 'perSecond'),
        atLeast,
        sides: `${rateOf(load)} of ${mid(load, 'kilobytes').toFixed(0)} kB, ${rateOf('string')}`,
      },
      {
        what: `p99 of ${load} answers over that of the 5 kB string, both asked for at the same rate`,
        ratio: median(rounds.map(({ pacedP99Ms }) => pacedP99Ms[load] / pacedP99Ms.string)),
        atMost: 2,
        sides: `${pacedMs(load)} ms, ${pacedMs('string')} ms, at ${rate} a second`,
      },
      {
        what: `p99 of ${load} answers over that of the 5 kB string, each asked for as fast as it answers`,
        ratio: against(load, 'string', 'p99Ms'),
        sides: `${mid(load, 'p99Ms')} ms, ${mid('string', 'p99Ms')} ms`,
      },
      {
        what: `${load} answers of 50 neighbours a second over those of the 5 kB string`,
        ratio: against(`${load} of 50`, 'string', 'perSecond'),
        sides: `${rateOf(`${load} of 50`)}, ${mid(`${load} of 50`, 'kilobytes').toFixed(0)} kB each; ${rateOf('string')}`,
      },
      {
        what: `${load} answers a second over those of bare Express sending the string`,
        ratio: against(load, 'bare', 'perSecond'),
        sides: `${rateOf(load)}, ${rateOf('bare')}`,
      },
    ],
  );
  figures.push({
    what: 'repeated answers a second over those of the 5 kB string, both asked for in gzip, as browsers do',
    ratio: against('compressed', 'compressed string', 'perSecond'),
    sides: `${rateOf('compressed')} of ${mid('compressed', 'kilobytes').toFixed(0)} kB, ${rateOf('compressed string')}`,
  });
  return { figures, notes: '' };
}
