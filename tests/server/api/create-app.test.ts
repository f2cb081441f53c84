import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/api/create-app.ts';
import { makeTemporaryFolder } from '../../fixtures/serve-dataset.ts';

let pageDir: string;
beforeAll(() => {
  pageDir = makeTemporaryFolder();
  mkdirSync(join(pageDir, 'assets'));
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html>');
  writeFileSync(join(pageDir, 'assets', 'main.js'), 'export {};');
});
afterAll(() => rmSync(pageDir, { recursive: true, force: true }));

const createTestApp = () =>
  createApp({
    host: '127.0.0.1',
    pageDir,
    programVersion: '0.0.0-test',
    log: pino({ level: 'silent' }),
    getContext: () => undefined,
  });

describe('the files of the page', () => {
  it.each([
    ['a Range beyond the end', 'Range', 'bytes=99999-'],
    ['a Range inside', 'Range', 'bytes=0-1'],
    ['an If-Match that fails', 'If-Match', '"another"'],
    ['an If-Unmodified-Since that fails', 'If-Unmodified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('when %s is asked for, then the whole file comes', async (_what, header, value) => {
    for (const path of ['/', '/index.html', '/assets/main.js', '/docs.css', '/docs']) {
      const response = await request(createTestApp()).get(path).set(header, value);
      expect([path, response.status]).toEqual([path, 200]);
    }
  });

  it('when the file is unchanged, then 304 spares it', async () => {
    const first = await request(createTestApp()).get('/');
    const again = await request(createTestApp())
      .get('/')
      .set('If-None-Match', first.headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/%00',
    '/assets',
    '/assets/',
    '/.git/config',
    '//etc/passwd',
    '/docs/',
    '/DOCS',
  ])('when %s is asked for, then there is nothing', async (path) => {
    const response = await request(createTestApp()).get(path);
    expect(response.status).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });
});
