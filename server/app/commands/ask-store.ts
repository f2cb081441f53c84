import type { Answer, AnsweredOperation } from '../../../graph-data/views/calls.ts';
import { answerCall } from '../../../graph-data/views/calls.ts';
import { openToRead } from '../open-to-read.ts';
import { toPlainLine } from './plain-line.ts';
import { readConfig } from './read-config.ts';

/** A question as the API takes it. */
interface Question {
  readonly operation: AnsweredOperation;
  /** What stands in the braces of its path; empty where there are none. */
  readonly id?: string;
  readonly own: readonly (readonly [string, string])[];
  /** The lens, as it stands in a link: `stance=negative&from=2025-03`. */
  readonly lens: string | undefined;
}

/**
 * Asks the store of DATA_DIR as the API would be asked, without a server or beside one, and uses the answer before the store is
 * closed. Throws what the call throws; StartError, StoreError.
 */
export async function askStore<T>(
  { operation, id = '', own, lens = '' }: Question,
  use: (answer: Answer) => T | Promise<T>,
): Promise<T> {
  const { dataDir } = readConfig();
  // What is printed is the answer alone.
  const say = (line: string): void => console.error(toPlainLine(line));
  const source = await openToRead({ dataDir, scope: 'all', say });
  try {
    const parameters = new URLSearchParams(lens);
    for (const [name, value] of own) parameters.append(name, value);
    return await use(await answerCall(source.context, operation, parameters, id));
  } finally {
    await source.close();
  }
}

/** The value that a call answers as JSON; `undefined` would be a fault of the program. */
export function toValue(answer: Answer): unknown {
  if ('json' in answer) return answer.json;
  if ('utf8' in answer) return JSON.parse(new TextDecoder().decode(answer.utf8));
  throw new TypeError('a call that answers bytes was asked for a value');
}
