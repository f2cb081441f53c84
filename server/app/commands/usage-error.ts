/** The program was asked for wrongly; the message says how. */
export class UsageError extends Error {}

/** Runs a parser of arguments; what it refuses is a usage error. */
export function orUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
