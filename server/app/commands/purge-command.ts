import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { openStore } from '../../store/open-store.ts';
import { StartError } from '../start-error.ts';
import { toCountWords } from './count-words.ts';
import { readConfig } from './read-config.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = { reason: { type: 'string' }, yes: { type: 'boolean', default: false } } as const;
const KINDS = ['document', 'actor'] as const;
const LONGEST_REASON = 500;

/**
 * `purge document|actor ID --reason TEXT [--yes]`: removes what must not be kept from the store of DATA_DIR, its ledger and its
 * files. Says first that no undo takes it back, and asks for the id once more unless --yes is given.
 */
export async function runPurge(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [given, id, ...rest] = positionals;
  const kind = KINDS.find((each) => each === given);
  if (kind === undefined || id === undefined || rest.length > 0)
    throw new UsageError('purge takes document or actor, and one id');
  const reason = values.reason?.trim() ?? '';
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new UsageError(
      `purge takes --reason of 1 to ${LONGEST_REASON} characters: it is kept in the ledger`,
    );
  const { dataDir } = readConfig();
  const store = await openStore({ dataDir });
  try {
    console.log(
      `This removes the ${kind} ${id} for good: ${WHAT_GOES[kind]} leave the store and its ledger.\n` +
        'No undo takes it back, and changes that held it cannot be taken back any more. Backups are not touched.',
    );
    if (!values.yes && !(await isConfirmed(id))) throw new StartError('Nothing was purged.');
    const purged = await store.purge(
      { kind, id, reason },
      { author: 'operator', at: new Date().toISOString() },
    );
    const { claims, actors, documents } = purged.counts;
    console.log(
      `Purged: ${toCountWords(documents, 'document')}, ${toCountWords(claims, 'claim')}, ${toCountWords(actors, 'actor')}; ` +
        `entry ${purged.seq} of the ledger says so.`,
    );
    if (purged.isErased) return 0;
    console.error(
      'Another program has the store open: bytes of it may still stand in its files. Close that program, and start once more.',
    );
    return 1;
  } catch (error) {
    if (error instanceof OnrecordError) throw new StartError(`Nothing was purged: ${error.message}.`);
    throw error;
  } finally {
    await store.close();
  }
}

const WHAT_GOES = {
  document: 'its text, its quotes and its claims',
  actor: 'its names and every claim it has a part in',
} as const;

async function isConfirmed(id: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new StartError('Nothing was purged: add --yes where nobody can be asked.');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(`Type ${id} to go on: `)).trim() === id;
  } finally {
    lines.close();
  }
}
