import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles, replaceFolder, SITE_FILE } from '../../../../server/app/publish/replace-folder.ts';
import { StartError } from '../../../../server/app/start-error.ts';
import { makeTemporaryFolder } from '../../../fixtures/serve-dataset.ts';

let parent: string;
let dir: string;
beforeEach(() => {
  parent = makeTemporaryFolder();
  dir = join(parent, 'site');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const write = (words: string) => (folder: string) => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/a.js'), words);
  const contents = ['assets/a.js'];
  writeFileSync(join(folder, SITE_FILE), JSON.stringify({ contents }));
  return Promise.resolve(words);
};
const read = (): string => readFileSync(join(dir, 'assets/a.js'), 'utf8');

describe('replaceFolder', () => {
  it('when there is no folder, or an empty one, then the new one is there, and nothing beside it', async () => {
    expect(await replaceFolder(dir, write('one'))).toBe('one');
    expect(read()).toBe('one');
    rmSync(dir, { recursive: true });
    mkdirSync(dir);
    await replaceFolder(dir, write('two'));

    expect(read()).toBe('two');
    expect(readdirSync(parent)).toEqual(['site']);
  });

  it('when an earlier site is there, then it is replaced wholly', async () => {
    await replaceFolder(dir, async (folder) => {
      await write('one')(folder);
      writeFileSync(join(folder, 'old.js'), '');
      writeFileSync(join(folder, SITE_FILE), JSON.stringify({ contents: ['assets/a.js', 'old.js'] }));
    });
    await replaceFolder(dir, write('two'));

    expect(listFiles(dir)).toEqual(['assets/a.js', SITE_FILE]);
    expect(read()).toBe('two');
  });

  it('when the folder is named by a link, then what it leads to is replaced and the link stays', async () => {
    const link = join(parent, 'link');
    mkdirSync(dir);
    symlinkSync(dir, link, 'junction');
    await replaceFolder(link, write('one'));

    expect([read(), readdirSync(parent)]).toEqual(['one', ['link', 'site']]);
  });

  it.each([
    ['something else', (): void => writeFileSync(join(dir, 'thesis.txt'), 'years of work'), 'thesis.txt'],
    ['a file that only looks like ours', (): void => writeFileSync(join(dir, SITE_FILE), '{}'), SITE_FILE],
  ])('when %s is in the folder, then it is refused and stays', async (_what, put, name) => {
    mkdirSync(dir);
    put();

    await expect(replaceFolder(dir, write('one'))).rejects.toThrow(/neither empty nor a published site/);
    expect([readdirSync(dir), readdirSync(parent)]).toEqual([[name], ['site']]);
  });

  it('when somebody has put files beside an earlier site’s, then they are named and stay', async () => {
    await replaceFolder(dir, write('one'));
    mkdirSync(join(dir, '.git'));
    writeFileSync(join(dir, '.git/HEAD'), 'ref');
    const refused = replaceFolder(dir, write('two'));

    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toMatchObject({ lines: ['.git/HEAD'] });
    expect([read(), existsSync(join(dir, '.git/HEAD'))]).toEqual(['one', true]);
  });

  it('when the writing fails, then the earlier site stands as it was, and nothing is left beside it', async () => {
    await replaceFolder(dir, write('one'));
    const failing = replaceFolder(dir, async (folder) => {
      await write('half')(folder);
      throw new Error('the disk is full');
    });

    await expect(failing).rejects.toThrow('the disk is full');
    expect([read(), readdirSync(parent)]).toEqual(['one', ['site']]);
  });

  it('when there is a file of that name, then it is refused and stays', async () => {
    writeFileSync(dir, 'a file');

    await expect(replaceFolder(dir, write('one'))).rejects.toThrow(/is no folder/);
    expect(readFileSync(dir, 'utf8')).toBe('a file');
  });
});
