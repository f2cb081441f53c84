import { loadContext } from '../../server/app/load-context.ts';
import { openStore } from '../../server/store/open-store.ts';
import { provisionStore } from '../../server/store/provision-store.ts';
import type { GeneratorOptions } from './generate/generate-dataset.ts';
import { generateDataset } from './generate/generate-dataset.ts';

// Run as a program by large-store.ts: a folder and GeneratorOptions as JSON; leaves a store with its layout in the folder.
const [dataDir = '', options = ''] = process.argv.slice(2);
const dataset = generateDataset(JSON.parse(options) as GeneratorOptions);
const store = await openStore({ dataDir });
await provisionStore(store, dataset, { author: 'bench', at: '2026-01-01T00:00:00.000Z', source: 'own' });
await loadContext(store, 'all'); // lays the network out and stores the layout
await store.close();
