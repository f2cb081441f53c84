import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../../graph-data/formats/dataset/fault.ts';
import type { FolderLimits } from '../../../server/app/dataset-folder.ts';
import { readDatasetFolder, SHIPPED_DATASET } from '../../../server/app/dataset-folder.ts';
import { parseSmallDataset, smallFiles } from '../../graph-data/formats/dataset/small-dataset.ts';
import { makeTemporaryFolder } from '../store/temporary-store.ts';

const MAKE_PIPE = 'mkfifo';
const isWindows = process.platform === 'win32';

/** The small dataset as a folder, with other files added or put in place of its own. */
function makeFolder(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = makeTemporaryFolder();
  const files = { ...Object.fromEntries(smallFiles().map(({ path, text }) => [path, text])), ...more };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function faultsOf(folder: string, limits?: FolderLimits): string[] {
  const parsed = readDatasetFolder(folder, limits);
  return parsed.ok ? [] : parsed.faults.map(formatFault);
}

describe('a dataset folder', () => {
  it('when it is the shipped one, then has no fault', () => {
    expect(faultsOf(SHIPPED_DATASET)).toEqual([]);
  });

  it('when read, then is what its files say, whatever else lies there', () => {
    const folder = makeFolder({
      'README.md': '[',
      '.git/config': '[',
      'documents/notes.txt': '[',
      'documents/deep/x.yaml': '[',
      'documents/.#first.yaml': '[',
    });
    expect(readDatasetFolder(folder)).toEqual({ ok: true, dataset: parseSmallDataset() });
  });

  it('when it has no vocabulary, then the shipped one is taken', () => {
    const folder = makeFolder();
    rmSync(join(folder, 'vocabulary.yaml'));
    const faults = faultsOf(folder);
    expect(faults).toHaveLength(4);
    for (const fault of faults) expect(fault).toContain('type: expected one of leads, represents,');
  });

  it('when it has no documents folder, or an empty one, then is a dataset without claims', () => {
    const folder = makeFolder();
    rmSync(join(folder, 'documents'), { recursive: true });
    expect(faultsOf(folder)).toEqual([]);
    mkdirSync(join(folder, 'documents'));
    expect(faultsOf(folder)).toEqual([]);
  });

  it('when it is not there, or is a file, then is one plain fault', () => {
    const folder = makeFolder();
    for (const path of [
      join(folder, 'nowhere'),
      join(folder, 'actors.yaml'),
      join(folder, 'actors.yaml', 'x'),
    ]) {
      expect(faultsOf(path)).toEqual([`${path}:1: expected a dataset folder, found no such folder`]);
    }
  });

  it('when a file is not UTF-8, then says so', () => {
    expect(
      faultsOf(makeFolder({ 'actors.yaml': Buffer.from('- id: bo', 'utf16le').fill(0xff, 0, 2) })),
    ).toEqual(['actors.yaml:1: expected text in UTF-8, found other bytes']);
  });

  it('when a file begins with a byte order mark, then reads it all the same', () => {
    const actors = smallFiles().find(({ path }) => path === 'actors.yaml')?.text ?? '';
    expect(faultsOf(makeFolder({ 'actors.yaml': `\uFEFF${actors}` }))).toEqual([]);
  });

  it('when a file or the number of documents is above its bound, then states the bound', () => {
    const limits = { fileBytes: 100_000, documents: 3 };
    expect(faultsOf(makeFolder(), limits)).toEqual([]);
    expect(faultsOf(makeFolder({ 'documents/big.yaml': ' '.repeat(150_000) }), limits)).toEqual([
      'documents/big.yaml:1: expected a file of at most 100,000 bytes, found 150,000 bytes',
    ]);
    expect(faultsOf(makeFolder({ 'documents/3.yaml': '', 'documents/4.yaml': '' }), limits)).toEqual([
      'documents:1: expected at most 3 documents, found 4',
    ]);
  });

  it('when a folder bears the name of a file, then says so', () => {
    expect(faultsOf(makeFolder({ 'documents/x.yaml/y': '' }))).toEqual([
      'documents/x.yaml:1: expected a file of the dataset folder, found something that is not a file',
    ]);
  });

  it.skipIf(isWindows)(
    'when a link leads out of it, then is a fault and not followed; one that stays inside is read',
    () => {
      const outside = join(makeFolder({ 'secret.yaml': 'secret: 1' }), 'secret.yaml');
      const folder = makeFolder({ 'kept/x.txt': 'id: x\nkind: report\ntitle: X\npublisher: P\ntext: x' });
      symlinkSync(join(folder, 'kept/x.txt'), join(folder, 'documents/inside.yaml'));
      expect(faultsOf(folder)).toEqual([]);
      symlinkSync(outside, join(folder, 'documents/link.yaml'));
      symlinkSync(join(folder, 'gone'), join(folder, 'documents/dangling.yaml'));
      expect(faultsOf(folder)).toEqual([
        'documents/dangling.yaml:1: expected a file that can be read, found no such file',
        'documents/link.yaml:1: expected a file of the dataset folder, found a link that leads out of it',
      ]);
    },
  );

  it.skipIf(isWindows)(
    'when its documents folder is a link that leads out of it, then nothing there is read',
    () => {
      const folder = makeFolder();
      rmSync(join(folder, 'documents'), { recursive: true });
      symlinkSync(join(makeFolder(), 'documents'), join(folder, 'documents'));
      expect(faultsOf(folder)).toHaveLength(2);
      expect(faultsOf(folder)[0]).toContain('a link that leads out of it');
    },
  );

  it.skipIf(isWindows)('when a file is a pipe, then does not wait for it', () => {
    const folder = makeFolder();
    execFileSync(MAKE_PIPE, [join(folder, 'documents/pipe.yaml')]);
    expect(faultsOf(folder)).toEqual([
      'documents/pipe.yaml:1: expected a file of the dataset folder, found something that is not a file',
    ]);
  });

  it.skipIf(isWindows || process.getuid?.() === 0)('when a file may not be read, then says so', () => {
    const folder = makeFolder();
    chmodSync(join(folder, 'actors.yaml'), 0);
    expect(faultsOf(folder)).toEqual(['actors.yaml:1: expected a file that can be read, found EACCES']);
  });
});
