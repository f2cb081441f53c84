import { resolve } from 'node:path';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environmentSchema = z.object({
  HOST: z.string().trim().min(1).max(255).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port, 0 to 65535 (0 = any)')
    .transform(Number)
    .pipe(z.number().max(65_535, 'expected a port, 0 to 65535 (0 = any)'))
    .default(3000),
  DATA_DIR: z.string().trim().min(1).default('./data'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('warn'),
  DATABASE_URL: z
    .undefined({ error: 'expected not to be set: this version keeps its data in SQLite under DATA_DIR' })
    .optional(),
});

/** What the program is told from outside, read once. */
export interface Config {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The configuration, or one line for every variable at fault. Empty variables count as not set. */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly faults: readonly string[] } {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = environmentSchema.safeParse(set);
  if (!result.success) {
    return { faults: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  }
  const { HOST, PORT, DATA_DIR, LOG_LEVEL } = result.data;
  return { config: { host: HOST, port: PORT, dataDir: resolve(DATA_DIR), logLevel: LOG_LEVEL } };
}
