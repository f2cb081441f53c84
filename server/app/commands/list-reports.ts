import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareIds } from '../../../graph-data/model/ids.ts';
import { StartError } from '../start-error.ts';

/** What in a folder is taken for a report. */
const REPORT = /\.(?:txt|text|md|markdown|html?|xhtml)$/i;

/** A report named on the command line. */
export type NamedReport = { readonly url: string } | { readonly path: string };

/**
 * The reports that arguments name: an address, a file, or all texts and pages in a folder and those below it, by path; what
 * begins with a dot is passed over. Throws StartError for a path that is not there.
 */
export function listReports(names: readonly string[]): NamedReport[] {
  return names.flatMap((name): NamedReport[] => {
    if (/^https?:\/\//i.test(name)) return [{ url: name }];
    if (!isFolder(name)) return [{ path: name }];
    const paths = readdirSync(name, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && REPORT.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/(?:^|[/\\])\.[^/\\.]/.test(path.slice(name.length)));
    return paths.sort(compareIds).map((path) => ({ path }));
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(`${path} cannot be read (${code}).`);
  }
}
