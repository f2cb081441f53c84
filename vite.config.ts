import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// React's development build is several times slower: a built page never has it, whatever the environment it is built in.
const asBuilt = {
  name: 'production-build',
  apply: 'build',
  config: () => void (process.env['NODE_ENV'] = 'production'),
} as const;

export default defineConfig({
  root: 'client/app',
  plugins: [asBuilt, react()],
  // Asset addresses are relative, so that the page also works under a sub-path.
  base: './',
  build: {
    outDir: '../../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page of a published site names an entry beside the page's own: `publish` looks its file up in the manifest.
    manifest: true,
    // The page, one picture of it for the pages of others, which loads less, and what answers a published site.
    rolldownOptions: {
      input: ['client/app/index.html', 'client/app/embed.html', 'client/api/site/site-client.ts'].map(
        (file) => join(import.meta.dirname, file),
      ),
    },
  },
  worker: { format: 'es' },
  server: {
    // Vite serves every file of the repository unless told which folders may be read.
    fs: { strict: true, allow: ['client', 'graph-data', 'node_modules'] },
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
  test: {
    root: '.',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    setupFiles: ['tests/fixtures/seeded-properties.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
