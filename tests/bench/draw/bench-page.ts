import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { build } from 'vite';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A page of a bench, built and served on a local address. */
export interface BenchPage {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Builds the page in a folder as the program's own page is built, and serves it together with `files`, by path.
 * @param files bytes to serve beside it, such as `/network.columns`
 */
export async function serveBenchPage(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<BenchPage> {
  const built = mkdtempSync(join(tmpdir(), 'onrecord-bench-page-'));
  await build({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const bytes = files[path];
    const file = join(built, normalize(path === '/' ? '/index.html' : path));
    if (bytes !== undefined) {
      response.end(bytes);
    } else if (file.startsWith(built) && existsSync(file) && statSync(file).isFile()) {
      response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
      pipeline(createReadStream(file), response).catch(() => response.destroy());
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(built, { recursive: true, force: true });
    },
  };
}
