import { describe, expect, it } from 'vitest';
import type { SiteManifest } from '../../../graph-data/site/site-manifest.ts';
import { parseSiteManifest } from '../../../graph-data/site/site-manifest.ts';

const MANIFEST: SiteManifest = {
  format: 1,
  version: 7,
  publishedOn: '2026-11-30',
  title: null,
  contact: 'a@example.org',
  pictureOf: 'api/v1/network.columns?relations=6000',
  files: { picture: 'data/p.bin', network: 'data/n.bin', words: 'data/w.bin', texts: 'data/t.bin' },
};

describe('parseSiteManifest', () => {
  it('when a manifest is read, then it is what was written, whatever else stands beside it', () => {
    expect(parseSiteManifest(JSON.stringify({ ...MANIFEST, contents: ['index.html'] }))).toEqual(MANIFEST);
  });

  it.each([
    '',
    '{',
    'null',
    '7',
    JSON.stringify({ ...MANIFEST, format: 2 }),
    JSON.stringify({ ...MANIFEST, version: 'x' }),
    JSON.stringify({ ...MANIFEST, contact: 5 }),
    JSON.stringify({ ...MANIFEST, title: undefined }),
    JSON.stringify({ ...MANIFEST, files: { network: 'data/n.bin' } }),
    JSON.stringify({ ...MANIFEST, files: null }),
  ])('when it is %s, then it is none', (text) => {
    expect(parseSiteManifest(text)).toBeUndefined();
  });
});
