import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';

/** The file by which a folder is known as a published site; it lists all that was written. */
export const SITE_FILE = 'onrecord-site.json';

const listSchema = z.looseObject({ contents: z.array(z.string()) });
/** Strange files named where a folder is refused. */
const MOST_NAMED = 5;

/** The paths of all files of a folder below it, with `/`, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Puts a new folder in the place of another: written beside it and then renamed, so that nothing half-written ever stands
 * there. An empty folder is replaced, and an earlier site as it was published. Throws StartError where there is anything else,
 * which stays as it is.
 */
export async function replaceFolder<T>(dir: string, write: (folder: string) => Promise<T>): Promise<T> {
  const target = existsSync(dir) ? realpathSync(dir) : resolve(dir);
  requireReplaceable(target);
  const parent = dirname(target);
  const place = join(parent, `.${basename(target)}-`);
  let part: string | undefined;
  let before: string | undefined;
  try {
    mkdirSync(parent, { recursive: true });
    part = mkdtempSync(place);
    const written = join(part, 'new');
    mkdirSync(written);
    const result = await write(written);
    requireReplaceable(target); // what has come meanwhile is not ours
    if (existsSync(target)) {
      before = join(part, 'old');
      renameSync(target, before);
    }
    renameSync(written, target);
    return result;
  } catch (error) {
    if (before !== undefined && !existsSync(target)) renameSync(before, target);
    const { code } = error as NodeJS.ErrnoException;
    if (
      code === undefined ||
      !['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOSPC', 'ENOTDIR', 'EXDEV'].includes(code)
    )
      throw error;
    throw new StartError(`The folder ${dir} cannot be written (${code}); nothing was changed.`, [], {
      cause: error,
    });
  } finally {
    if (part !== undefined) rmSync(part, { recursive: true, force: true });
  }
}

function requireReplaceable(target: string): void {
  if (!existsSync(target)) return;
  let files: string[];
  try {
    files = listFiles(target);
  } catch (error) {
    throw new StartError(`${target} is no folder that can be read.`, [], { cause: error });
  }
  if (files.length === 0) return;
  const known = readContents(target);
  if (known === undefined)
    throw new StartError(`The folder ${target} is neither empty nor a published site: name another.`);
  const strange = files.filter((file) => !known.has(file));
  if (strange.length === 0) return;
  const more = strange.length > MOST_NAMED ? [`and ${strange.length - MOST_NAMED} more`] : [];
  throw new StartError(
    `The folder ${target} holds files that are not of the site published there: take them out, or name another folder.`,
    [...strange.slice(0, MOST_NAMED), ...more],
  );
}

/** What an earlier site wrote; undefined where there is none. */
function readContents(folder: string): ReadonlySet<string> | undefined {
  try {
    const parsed = listSchema.safeParse(JSON.parse(readFileSync(join(folder, SITE_FILE), 'utf8')));
    return parsed.success ? new Set([...parsed.data.contents, SITE_FILE]) : undefined;
  } catch {
    return undefined; // not there, or no list of ours
  }
}
