import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { serve } from '../../../server/app/serve.ts';
import type { Serving } from '../../../server/app/serve.ts';
import { makeTemporaryFolder, TEST_CONFIG } from '../../fixtures/serve-dataset.ts';

/** The program on a data folder; without one, on the shipped dataset in a folder of its own. */
export async function serveStore(folder?: string): Promise<Serving> {
  const dataDir = folder ?? makeTemporaryFolder();
  const serving = await serve({
    config: { ...TEST_CONFIG, dataDir },
    log: pino({ level: 'silent' }),
    say: () => undefined,
  });
  return {
    address: serving.address,
    async stop() {
      await serving.stop();
      if (folder === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
