import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { serve } from '../serve.ts';
import { readConfig } from './read-config.ts';
import { orUsage } from './usage-error.ts';

/** What never stands in a log, wherever an error carries it. */
const SECRETS = ['authorization', 'apiKey', 'key', 'token'].flatMap((name) => [
  ...['', 'headers.', 'err.', 'err.headers.', '*.', '*.headers.'].map((before) => `${before}${name}`),
]);

/** `serve [--dataset DIR]`: answers until it is told to stop. */
export async function runServe(args: readonly string[]): Promise<number> {
  const { values } = orUsage(() => parseArgs({ args: [...args], options: { dataset: { type: 'string' } } }));
  const config = readConfig();
  const log = pino({ level: config.logLevel, redact: SECRETS }, pino.destination(2));
  const say = (line: string): void => console.log(line);
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const serving = await serve({ config, datasetDir: values.dataset, log, say });
  say(`Onrecord is ready at ${serving.address}`);
  await stopped;
  await serving.stop();
  return 0;
}
