import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE_DIR = join(ROOT, 'dist/client');
const SOURCES = ['client/**/*', 'graph-data/**/*.ts', 'package-lock.json', 'vite.config.ts'];

/** Builds the page where it is missing or older than its sources, saying so in one line; answers its folder. Throws StartError. */
export async function ensurePage(say: (line: string) => void): Promise<string> {
  const built = join(PAGE_DIR, 'index.html');
  if (!existsSync(built) || statSync(built).mtimeMs < newestSource()) {
    say('Building the page…');
    const { build } = await import('vite');
    try {
      await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
    } catch (error) {
      throw new StartError(
        'The page cannot be built:',
        [error instanceof Error ? error.message : String(error)],
        {
          cause: error,
        },
      );
    }
  }
  return PAGE_DIR;
}

function newestSource(): number {
  const times = globSync(SOURCES, { cwd: ROOT }).map((path) => statSync(join(ROOT, path)).mtimeMs);
  return Math.max(...times);
}
