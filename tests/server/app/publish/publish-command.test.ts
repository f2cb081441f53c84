import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from '../../../../graph-data/site/open-site.ts';
import { parseSiteManifest } from '../../../../graph-data/site/site-manifest.ts';
import type { ViewContext } from '../../../../graph-data/views/view-context.ts';
import { serve } from '../../../../server/app/serve.ts';
import { makeTemporaryFolder, TEST_CONFIG } from '../../../fixtures/serve-dataset.ts';

const LAUNCH = join(import.meta.dirname, '../../../../server/app/launch.js');
const TEXT = 'Ann praised Bob. Bob trusts Ann.';
let parent: string;
beforeAll(() => {
  parent = makeTemporaryFolder();
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function publish(args: readonly string[], dataDir = join(parent, 'no-store')): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', LAUNCH, 'publish', ...args],
      {
        env: { ...process.env, DATA_DIR: dataDir },
      },
    );
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, err }));
  });
}

const readManifest = (dir: string) =>
  parseSiteManifest(readFileSync(join(dir, 'onrecord-site.json'), 'utf8'));
const open = (dir: string): Promise<ViewContext> =>
  openSite((part) =>
    Promise.resolve(gunzipSync(readFileSync(join(dir, readManifest(dir)?.files[part] ?? '')))),
  );

/** Two documents, one of which may be given whole; each with an accepted claim, and one that is only proposed. */
function writeDataset(folder: string): void {
  mkdirSync(join(folder, 'documents'), { recursive: true });
  writeFileSync(
    join(folder, 'actors.yaml'),
    '- { id: ann, name: Ann, kind: person }\n- { id: bob, name: Bob, kind: person }\n',
  );
  for (const [id, licence] of [
    ['open', 'CC BY 4.0'],
    ['kept', 'all rights reserved'],
  ] as const)
    writeFileSync(
      join(folder, 'documents', `${id}.yaml`),
      `id: ${id}\nkind: report\ntitle: The ${id} one\npublisher: Courier ${id}\nlicence: ${licence}\ntext: "${TEXT}"\nclaims:
  - { subject: ann, type: supports, object: bob, stance: positive, label: praised, quote: Ann praised Bob, start: 0, end: 15 }
  - { subject: bob, type: befriends, object: ann, stance: positive, label: trusts, status: proposed, quote: Bob trusts Ann, start: 17, end: 31 }
`,
    );
}

describe('publish', () => {
  it('when a dataset is published, then what it prints is what is there, each text that stays out is named, and nothing proposed is in it', async () => {
    const folder = join(parent, 'dataset');
    writeDataset(folder);
    const dir = join(parent, 'one');
    const { status, out } = await publish([
      dir,
      '--dataset',
      folder,
      '--contact',
      'https://example.org/contact',
    ]);
    const { network, reader } = await open(dir);

    expect(status).toBe(0);
    expect(out).toContain(`Published version 1 to ${dir}: 2 claims, 2 actors, 2 documents.`);
    expect(out).toMatch(/\d+ files, [\d,]+ bytes, [\d,]+ compressed\./);
    expect(out).toContain(
      'Text left out by its licence (all rights reserved): “The kept one”, Courier kept. Sentences that state its claims hold 50 % of it, and are there.',
    );
    expect(out).not.toContain('“The open one”');
    expect(out).not.toContain('--contact');
    expect(readManifest(dir)).toMatchObject({
      version: 1,
      title: null,
      contact: 'https://example.org/contact',
    });
    expect(network.claims.length).toBe(2);
    expect((await reader.findDocument('kept' as never))?.text).toBe('');
    expect((await reader.findDocument('open' as never))?.text).toBe(TEXT);
    expect(existsSync(join(dir, '.vite'))).toBe(false);
    expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('when a server runs on the same store, then what it has is published beside it', async () => {
    const dataDir = join(parent, 'data');
    const serving = await serve({
      config: { ...TEST_CONFIG, dataDir },
      log: pino({ level: 'silent' }),
      say: () => undefined,
    });
    try {
      const dir = join(parent, 'two');
      const { status, out } = await publish([dir, '--title', 'Ours'], dataDir);

      expect([status, readManifest(dir)?.title]).toEqual([0, 'Ours']);
      expect(out).toContain('81 claims, 35 actors, 2 documents');
      expect(out).toContain('Nobody is named for corrections');
      const response = await fetch(`${serving.address}/api/v1/network?limit=1`);
      expect(response.status).toBe(200);
    } finally {
      await serving.stop();
    }
  });

  it.each([
    [[], /takes one folder/, 2],
    [['a', 'b'], /takes one folder/, 2],
    [['a', '--contact', 'nobody'], /--contact takes/, 2],
    [['a', '--contact', 'javascript:alert(1)'], /--contact takes/, 2],
    [['a', '--title', ' '], /--title takes/, 2],
    [['a', '--bogus'], /bogus/, 2],
  ] as const)('when it is asked with %j, then it says what is wrong', async (args, words, status) => {
    const run = await publish(args.map((arg) => (arg === 'a' ? join(parent, 'refused') : arg)));

    expect([run.status, run.out]).toEqual([status, '']);
    expect(run.err).toMatch(words);
    expect(existsSync(join(parent, 'refused'))).toBe(false);
  });
});
