import autocannon from 'autocannon';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { median } from './bench.ts';
import type { HttpBenchServers } from './http/servers.ts';
import { startServers } from './http/servers.ts';
import { findLargeStore } from './large-store.ts';

const ROUNDS = 7;
const SECONDS = 3;
const CONNECTIONS = 10;
const DRAWS = 2000;

/** What is asked for in turn; `string` is the route the others are measured against. */
const LOADS = [
  ...(['string', 'uncached', 'repeated', 'bare', 'compressed string', 'compressed'] as const),
  ...(['uncached of 50', 'repeated of 50'] as const),
];
/** Asked for at one rate whatever comes back, all at the same. */
const PACED = ['paced string', 'paced uncached', 'paced repeated'] as const;
type Load = (typeof LOADS)[number] | (typeof PACED)[number];

interface Measure {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly kilobytes: number;
}

export const bench: Bench = {
  title: 'neighbours over HTTP',
  method: `\`GET /api/v1/actors/{id}/neighbours\` of ${DRAWS} actors drawn in proportion to their mentions, out of 23,000
actors and 470,000 claims, against a route that sends a 5 kB string behind the same middleware of the same process (the
checks, security headers, log, compression), and against Express with nothing but that route. "Uncached" answers come from a
context that keeps no finished bodies (the text of the strongest relations is kept, as in the program); "repeated" ones were
asked for before. Pages are as the API answers them unless told (20 neighbours), or "of 50". autocannon, ${CONNECTIONS}
connections, no compression asked for, the server in a process of its own; ${ROUNDS} rounds of ${SECONDS} s each, the loads in
turn within a round, medians of the rounds. Rates are those of a closed loop: each connection asks again once it is answered. The
p99 that is held to a limit is that of an open loop: every route is asked at one and the same rate, half of what the uncached one
carried while it warmed up, because in a closed loop latency is only the inverse of the rate. The closed loop's is told too.`,
  run: async (say) => {
    const { servers, stop } = await startServers(findLargeStore(say), DRAWS);
    try {
      let carried = 0;
      for (const load of LOADS) {
        const { perSecond } = await measure(servers, load); // warms up, and fills what is kept
        if (load === 'uncached') carried = perSecond;
      }
      const rate = Math.max(CONNECTIONS, Math.round(carried / 2));
      say(`paced at ${rate} a second`);
      const rounds: Record<Load, Measure>[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const measures: Partial<Record<Load, Measure>> = {};
        for (const load of LOADS) measures[load] = await measure(servers, load);
        for (const load of PACED) measures[load] = await measure(servers, load, rate);
        rounds.push(measures as Record<Load, Measure>);
        say(
          `round ${round + 1}: ${LOADS.map((load) => `${load} ${measures[load]?.perSecond}/s`).join(', ')}`,
        );
      }
      return toResult(rounds);
    } finally {
      stop();
    }
  },
};

/** @param overallRate requests a second over all connections; as many as are answered unless said */
async function measure(servers: HttpBenchServers, load: Load, overallRate?: number): Promise<Measure> {
  const query = load.endsWith('of 50') ? '?limit=50' : '';
  const neighbours = servers.actors.map((id) => ({ path: `/api/v1/actors/${id}/neighbours${query}` }));
  const port = load === 'bare' ? servers.bare : load.includes('uncached') ? servers.unkept : servers.kept;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: load === 'bare' || load.endsWith('string') ? [{ path: '/string' }] : neighbours,
    ...(overallRate === undefined ? {} : { overallRate }),
    ...(load.startsWith('compressed') ? { headers: { 'accept-encoding': 'gzip' } } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${load}: ${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p99Ms: result.latency.p99,
    kilobytes: result.throughput.average / result.requests.average / 1000,
  };
}

function toResult(rounds: readonly Record<Load, Measure>[]): BenchResult {
  const mid = (load: Load, value: keyof Measure): number => median(rounds.map((round) => round[load][value]));
  const against = (load: Load, peer: Load, value: keyof Measure): number =>
    median(rounds.map((round) => round[load][value] / round[peer][value]));
  const rate = (load: Load): string => `${load} ${mid(load, 'perSecond').toFixed(0)} a second`;
  const figures: Figure[] = [['uncached', 0.25] as const, ['repeated', 0.9] as const].flatMap(
    ([load, atLeast]): Figure[] => [
      {
        what: `${load} answers a second over those of the 5 kB string behind the same middleware`,
        ratio: against(load, 'string', 'perSecond'),
        atLeast,
        sides: `${rate(load)} of ${mid(load, 'kilobytes').toFixed(0)} kB, ${rate('string')}`,
      },
      {
        what: `p99 of ${load} answers over that of the 5 kB string, both asked for at the same rate`,
        ratio: against(`paced ${load}`, 'paced string', 'p99Ms'),
        atMost: 2,
        sides: `${mid(`paced ${load}`, 'p99Ms')} ms, ${mid('paced string', 'p99Ms')} ms, at ${mid('paced string', 'perSecond').toFixed(0)} and ${mid(`paced ${load}`, 'perSecond').toFixed(0)} a second`,
      },
      {
        what: `p99 of ${load} answers over that of the 5 kB string, each asked for as fast as it answers`,
        ratio: against(load, 'string', 'p99Ms'),
        sides: `${mid(load, 'p99Ms')} ms, ${mid('string', 'p99Ms')} ms`,
      },
      {
        what: `${load} answers of 50 neighbours a second over those of the 5 kB string`,
        ratio: against(`${load} of 50`, 'string', 'perSecond'),
        sides: `${rate(`${load} of 50`)}, ${mid(`${load} of 50`, 'kilobytes').toFixed(0)} kB each; ${rate('string')}`,
      },
      {
        what: `${load} answers a second over those of bare Express sending the string`,
        ratio: against(load, 'bare', 'perSecond'),
        sides: `${rate(load)}, ${rate('bare')}`,
      },
    ],
  );
  figures.push({
    what: 'repeated answers a second over those of the 5 kB string, both asked for in gzip, as browsers do',
    ratio: against('compressed', 'compressed string', 'perSecond'),
    sides: `${rate('compressed')} of ${mid('compressed', 'kilobytes').toFixed(0)} kB, ${rate('compressed string')}`,
  });
  return { figures, notes: '' };
}
