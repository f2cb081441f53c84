import type { Config } from '../config.ts';
import { parseConfig } from '../config.ts';
import { StartError } from '../start-error.ts';

/** The configuration of this process. Throws StartError with a line for every variable at fault. */
export function readConfig(): Config {
  const parsed = parseConfig(process.env);
  if ('faults' in parsed) throw new StartError('The environment has faults:', parsed.faults);
  return parsed.config;
}
