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
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html><title>Page');
  writeFileSync(join(pageDir, 'embed.html'), '<!doctype html><title>Picture');
  writeFileSync(join(pageDir, 'assets', 'main.js'), 'export {};');
});
afterAll(() => rmSync(pageDir, { recursive: true, force: true }));

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  request(
    createApp({
      host: '127.0.0.1',
      pageDir,
      programVersion: '0.0.0-test',
      log: pino({ level: 'silent' }),
      getContext: () => undefined,
    }),
  )
    .get(path)
    .set(headers);

const policyOf = (response: { readonly headers: Record<string, string> }): ReadonlyMap<string, string> =>
  new Map(
    (response.headers['content-security-policy'] ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('who may frame what', () => {
  it('when the embedded picture is asked for, then any page may frame it', async () => {
    const response = await get('/embed?speaker=steve-witkoff');

    expect(response.status).toBe(200);
    expect(response.text).toContain('Picture');
    expect(policyOf(response).get('frame-ancestors')).toBe('*');
    expect(response.headers['x-frame-options']).toBeUndefined();
    expect(response.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/',
    '/?embed=1',
    '/index.html',
    '/embed.html',
    '/embed/',
    '/EMBED',
    '/x/embed',
    '/docs',
    '/healthz',
    '/assets/main.js',
    '/api/v1/network',
    '/nothing',
  ])('when %s is asked for, then no page may', async (path) => {
    const response = await get(path);
    expect(policyOf(response).get('frame-ancestors')).toBe("'none'");
    expect(response.headers['x-frame-options']).toBe('DENY');
    expect(response.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it('when page and picture are compared, then they may load the same, and nothing of others; only the page frames', async () => {
    const [page, picture] = [policyOf(await get('/')), policyOf(await get('/embed'))];
    const without = (policy: ReadonlyMap<string, string>) =>
      [...policy].filter(([name]) => !name.startsWith('frame-'));

    expect(without(picture)).toEqual(without(page));
    expect(page.get('default-src')).toBe("'none'");
    expect(page.get('frame-src')).toBe("'self'");
    expect(picture.get('frame-src') ?? picture.get('default-src')).toBe("'none'");
    expect([...picture.values()].join(' ')).not.toMatch(/https?:|unsafe/);
  });

  it('when the picture is asked for by another name of this machine, then there is none', async () => {
    expect((await get('/embed', { Host: 'evil.example' })).status).toBe(403);
  });
});
