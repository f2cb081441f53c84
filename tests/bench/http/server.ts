import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Express } from 'express';
import express from 'express';
import { pino } from 'pino';
import { selectAll } from '../../../graph-data/views/view-context.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { createApp } from '../../../server/api/create-app.ts';
import { loadContext } from '../../../server/app/load-context.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { createRandom, createWeightedDraw } from '../generate/random.ts';
import type { HttpBenchServers } from './servers.ts';

// Run as a program by http.bench.ts: the folder of a store, and how many actors to draw; sends HttpBenchServers, then serves;
// sent anything, it tells how busy it was.
const HOST = '127.0.0.1';
const STRING = 'onrecord '.repeat(556).slice(0, 5000);
const [dataDir = '', draws = '0'] = process.argv.slice(2);

const store = await openStore({ dataDir });
const context = await loadContext(store, 'all');
const { actorClaims } = selectAll(context);
const draw = createWeightedDraw([...actorClaims], createRandom(7));
const actors = Array.from({ length: Number(draws) }, () => context.network.actors[draw()]?.id ?? '');

const servers: HttpBenchServers = {
  kept: await listen(withProbe(serveApi(context))),
  unkept: await listen(withProbe(serveApi(context, 0))),
  bare: await listen(sendString(express())),
  actors,
};
process.send?.(servers);

let last = performance.eventLoopUtilization();
process.on('message', () => {
  const now = performance.eventLoopUtilization();
  process.send?.(performance.eventLoopUtilization(now, last).utilization);
  last = now;
});

function serveApi(context: ViewContext, keptBytes?: number): Express {
  const log = pino({ level: 'silent' });
  return createApp({ host: HOST, programVersion: 'bench', log, getContext: () => context, keptBytes });
}

function sendString(app: Express): Express {
  return app.get('/string', (_request, response) => void response.type('text/plain').send(STRING));
}

/** The app with a route that sends the string, behind the same middleware and before "nothing is at this address". */
function withProbe(app: Express): Express {
  sendString(app);
  const stack = app.router.stack;
  const probe = stack.pop();
  if (probe !== undefined) stack.splice(stack.length - 2, 0, probe);
  return app;
}

function listen(app: Express): Promise<number> {
  return new Promise((resolve) => {
    const server = app.listen(0, HOST, () => resolve((server.address() as AddressInfo).port));
  });
}
