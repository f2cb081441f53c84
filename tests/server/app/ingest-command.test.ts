import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { makeTemporaryFolder } from '../../fixtures/serve-dataset.ts';
import { hashStoreState } from '../store/store-state.ts';

const LAUNCH = join(import.meta.dirname, '../../../server/app/launch.js');
let folder: string;
let dataDir: string;
beforeAll(() => {
  folder = makeTemporaryFolder();
  dataDir = join(folder, 'data');
  for (const name of ['reports/below', 'reports/.hidden', 'empty'])
    mkdirSync(join(folder, name), { recursive: true });
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, 'reports', name), content);
  write('a.txt', 'Talks in Oslo\n\nPresident of Norway Anna Berg condemned Chile on Monday.\n');
  write('below/b.md', '# Thanks\n\nPresident of Norway Anna Berg thanked Chile on Tuesday for its help.\n');
  write(
    'bericht.txt',
    'Der Bundeskanzler traf am Montag den Präsidenten von Frankreich und dankte ihm für die Hilfe.',
  );
  write('wrong.txt', '%PDF-1.7\n');
  write('picture.png', 'not looked at');
  write('.hidden/c.txt', 'not looked at either');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LAUNCH, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { status, out, errors };
}

describe('ingest', () => {
  it('when a folder is taken in, then each report is a line, a bad one is named at the end, and again nothing changes', async () => {
    const reports = join(folder, 'reports');
    const first = await run(['ingest', reports, '--publisher', 'The Courier', '--licence', 'CC0']);
    expect(first.status).toBe(1);
    const lines = first.out
      .trim()
      .split('\n')
      .map((line) => line.replace(`${reports}/`, ''));
    expect(lines).toEqual([
      expect.stringMatching(/^a\.txt: [1-9]\d* proposals?, 3 new actors$/),
      expect.stringMatching(/^below\/b\.md: [1-9]\d* proposals?, 0 new actors$/),
      'bericht.txt: kept, but not read: another language than English (de)',
      expect.stringMatching(/^wrong\.txt: .*found a PDF/),
      expect.stringMatching(
        /^4 reports: 2 added, 0 here already, 1 kept unread; \d+ proposals, 3 new actors$/,
      ),
    ]);
    expect(first.errors).toMatch(/^1 report could not be read:\n {2}.*wrong\.txt: .*found a PDF/);

    const before = hashStoreState(dataDir);
    const again = await run(['ingest', reports, '--publisher', 'The Courier']);
    expect(again.out).toContain(
      '4 reports: 0 added, 3 here already, 0 kept unread; 0 proposals, 0 new actors',
    );
    expect(hashStoreState(dataDir)).toBe(before);
    const store = await openStore({ dataDir });
    expect(await store.reader.findDocument('talks-in-oslo' as DocumentId)).toMatchObject({
      ...{ publisher: 'The Courier', licence: 'CC0' },
    });
    await store.close();
  });

  it('when another process holds the data, then it says so and takes nothing in', async () => {
    const store = await openStore({ dataDir });
    const { status, errors } = await run(['ingest', join(folder, 'reports')]);
    await store.close();
    expect([status, errors]).toEqual([1, expect.stringContaining(`(process ${process.pid})`)]);
  });

  it.each([
    [['ingest'], 2, /files, folders or addresses/],
    [['ingest', 'no-such-file.txt'], 1, /no-such-file\.txt cannot be read \(ENOENT\)/],
    [['ingest', 'EMPTY'], 1, /no text or page in/],
    [['ingest', 'http://127.0.0.1:1/'], 1, /1 report could not be read:\n {2}http:\/\/127\.0\.0\.1:1\/: /],
    [['ingest', 'EMPTY', '--engine', 'robot'], 2, /--engine rules or llm/],
    [['ingest', LAUNCH, '--engine', 'llm'], 1, /no language model is set/],
    [['ingest', 'EMPTY', '--publisher', ' '], 2, /--publisher of 1 to 200/],
    [['purge'], 2, /document or actor, and one id/],
    [['purge', 'claim', 'x', '--reason', 'y'], 2, /document or actor/],
    [['purge', 'document', 'x'], 2, /--reason of 1 to 500/],
    [['purge', 'document', 'x', '--reason', 'y'], 1, /add --yes/],
  ] as const)(
    'when it is asked for as %j, then it ends with %i and says why',
    async (args, status, words) => {
      const result = await run(
        args.map((arg) => (arg === 'EMPTY' ? join(folder, 'empty') : arg)),
        { DATA_DIR: join(folder, 'faulty') },
      );
      expect([result.status, result.errors]).toEqual([status, expect.stringMatching(words)]);
      expect(result.errors).not.toMatch(/\n\s+at /);
    },
  );
});

describe('purge', () => {
  it('when a document is purged, then it says first that nothing takes it back, and it is gone for good', async () => {
    const own = { DATA_DIR: join(folder, 'purged') };
    await run(['ingest', join(folder, 'reports/a.txt')], own);
    const { status, out } = await run(
      ['purge', 'document', 'talks-in-oslo', '--reason', 'asked for', '--yes'],
      own,
    );
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/No undo takes it back[^]*Purged: 1 document, [1-9]/),
    ]);
    const again = await run(['purge', 'document', 'talks-in-oslo', '--reason', 'asked for', '--yes'], own);
    expect([again.status, again.errors]).toEqual([1, expect.stringMatching(/^Nothing was purged: /)]);
  });
});
