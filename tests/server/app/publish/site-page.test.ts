import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { SiteManifest } from '../../../../graph-data/site/site-manifest.ts';
import { parseSiteManifest, SITE_META } from '../../../../graph-data/site/site-manifest.ts';
import { toSitePage } from '../../../../server/app/publish/site-page.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../../client/app/index.html'), 'utf8');
const MANIFEST: SiteManifest = {
  format: 1,
  version: 3,
  publishedOn: '2026-11-30',
  title: '</title><script>alert("$& $1")</script>',
  contact: 'https://example.org/?a="b"&c=\'d\'',
  pictureOf: 'api/v1/network.columns?relations=6000',
  files: { picture: 'data/p.bin', network: 'data/n.bin', words: 'data/w.bin', texts: 'data/t.bin' },
};

describe('the page of a published site', () => {
  const { document } = parseHTML(toSitePage(PAGE, MANIFEST, 'assets/site-client-1.js'));

  it('when it is read, then it carries the manifest, whatever the title and the contact hold', () => {
    const meta = document.querySelector(`meta[name="${SITE_META}"]`);

    expect(parseSiteManifest(meta?.getAttribute('content') ?? '')).toEqual(MANIFEST);
    expect(document.title).toBe(MANIFEST.title);
    expect([...document.querySelectorAll('script')].map((each) => each.getAttribute('src'))).toEqual([
      './assets/site-client-1.js',
      './main.tsx',
    ]);
  });

  it('when it is read, then its policy comes before anything that loads, and lets in nothing inline and nothing from elsewhere', () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const text = policy?.getAttribute('content') ?? '';
    const [first, second] = document.head.children;

    expect(first?.getAttribute('charset')).toBe('utf-8');
    expect(second).toBe(policy);
    expect(text).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(text).toContain("worker-src 'self'");
    expect(text).not.toMatch(/unsafe|http|\*|frame-ancestors/); // the last would only be a warning here
    expect(document.querySelector('[style], script:not([src])')).toBeNull();
  });

  it('when the page was built in a way that is not known, then it is refused', () => {
    expect(() => toSitePage('<!doctype html><title>x</title>', MANIFEST, 'a.js')).toThrow(/has no/);
  });
});
