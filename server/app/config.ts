import { resolve } from 'node:path';
import { z } from 'zod';
import type { KnownToken } from '../api/access.ts';
import { parseTokens } from './parse-tokens.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

type ModelVariable = 'LLM_BASE_URL' | 'LLM_MODEL' | 'LLM_API_KEY';
type ModelVariables = Partial<Record<ModelVariable, unknown>>;

/** A variable that must be set where any of a language model is; told also where others are at fault. */
function requiredOfModel(name: ModelVariable) {
  const isSet = (set: ModelVariables): boolean =>
    set[name] !== undefined ||
    (set.LLM_BASE_URL === undefined && set.LLM_MODEL === undefined && set.LLM_API_KEY === undefined);
  const error = 'expected, where another LLM_ variable is set';
  return [isSet, { path: [name] as PropertyKey[], error, when: () => true }] as const;
}

const environmentSchema = z
  .object({
    HOST: z.string().trim().min(1).max(255).default('127.0.0.1'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'expected a port, 0 to 65535 (0 = any)')
      .transform(Number)
      .pipe(z.number().max(65_535, 'expected a port, 0 to 65535 (0 = any)'))
      .default(3000),
    DATA_DIR: z.string().trim().min(1).default('./data'),
    LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('warn'),
    ONRECORD_TOKEN: z
      .string()
      .transform((text, context) => {
        const parsed = parseTokens(text);
        if ('tokens' in parsed) return parsed.tokens;
        for (const message of parsed.faults) context.addIssue({ code: 'custom', message });
        return z.NEVER;
      })
      .optional(),
    READ_ONLY: z
      .enum(['0', '1', 'false', 'true'], 'expected 1 or 0')
      .transform((text) => text === '1' || text === 'true')
      .default(false),
    LLM_BASE_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
    LLM_MODEL: z.string().trim().min(1).max(200).optional(),
    LLM_API_KEY: z.string().min(1).optional(),
    DATABASE_URL: z
      .undefined({ error: 'expected not to be set: this version keeps its data in SQLite under DATA_DIR' })
      .optional(),
  })
  .refine(...requiredOfModel('LLM_BASE_URL'))
  .refine(...requiredOfModel('LLM_MODEL'));

/** What the program is told from outside, read once. */
export interface Config {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Who may sign in, where others reach the address. */
  readonly tokens: readonly KnownToken[];
  readonly readOnly: boolean;
  /** The language model that may be asked; undefined for none: then nothing leaves the machine. */
  readonly model: ModelConfig | undefined;
}

export interface ModelConfig {
  readonly baseUrl: string;
  readonly name: string;
  /** Never in a log, an answer or the page. */
  readonly apiKey: string | undefined;
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
  const { HOST, PORT, DATA_DIR, LOG_LEVEL, ONRECORD_TOKEN, READ_ONLY } = result.data;
  const { LLM_BASE_URL, LLM_MODEL, LLM_API_KEY } = result.data;
  return {
    config: {
      host: HOST,
      port: PORT,
      dataDir: resolve(DATA_DIR),
      logLevel: LOG_LEVEL,
      tokens: ONRECORD_TOKEN ?? [],
      readOnly: READ_ONLY,
      model:
        LLM_BASE_URL === undefined || LLM_MODEL === undefined
          ? undefined
          : { baseUrl: LLM_BASE_URL, name: LLM_MODEL, apiKey: LLM_API_KEY },
    },
  };
}
