import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../client/api/problem-error.ts';
import { networkRequest } from '../../../../client/api/requests.ts';
import { createSite, findSite } from '../../../../client/api/site/find-site.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { PICTURE_ADDRESS } from '../../../../graph-data/site/encode-site.ts';
import type { AddressAnswer } from '../../../../graph-data/site/answer-address.ts';
import type { SiteManifest } from '../../../../graph-data/site/site-manifest.ts';

const MANIFEST: SiteManifest = {
  format: 1,
  version: 1,
  publishedOn: '2026-11-30',
  title: null,
  contact: null,
  pictureOf: 'api/v1/network.columns?relations=6000',
  files: { picture: 'p', network: 'n', words: 'w', texts: 't' },
};
const pageOf = (content: string | null) => {
  const { document } = parseHTML('<html><head></head></html>');
  if (content === null) return document;
  const meta = document.createElement('meta');
  meta.setAttribute('name', 'onrecord-site');
  meta.setAttribute('content', content);
  meta.content = content;
  document.head.append(meta);
  return document;
};
const answering = (answer: AddressAnswer) =>
  createSite(MANIFEST, () => Promise.resolve({ answerOfSite: () => Promise.resolve(answer) }));
const signal = new AbortController().signal;

describe('findSite', () => {
  it('when the page says it is of a site, then it is; else there is none', () => {
    expect(findSite(pageOf(JSON.stringify(MANIFEST)))?.manifest).toEqual(MANIFEST);
    expect(findSite(pageOf(null))).toBeNull();
    expect(findSite(pageOf('{"format":99}'))).toBeNull();
  });
});

describe('the finished answer of a site', () => {
  it('when the page asks for the picture of everything, then it is what that file answers', () => {
    expect(networkRequest(DEFAULT_LENS).address).toBe(PICTURE_ADDRESS);
  });
});

describe('the site', () => {
  it('when it is asked for JSON or for bytes, then it gives the value or what is decoded from them', async () => {
    const json = answering({ status: 200, body: '{"a":1}' });
    const bytes = answering({ status: 200, body: new Uint8Array([1, 2]) });

    expect(await json.ask({ address: 'api/v1/x' }, signal)).toEqual({ a: 1 });
    expect(await bytes.ask({ address: 'api/v1/x', decode: (read) => read.length }, signal)).toBe(2);
  });

  it('when the answer is a problem, then it is thrown as the server’s is', async () => {
    const problem = {
      title: 'There is nothing here',
      detail: 'no actor "x"',
      errors: [{ pointer: '/path/id', detail: 'no' }],
    };
    const site = answering({ status: 404, body: JSON.stringify(problem) });

    await expect(site.ask({ address: 'api/v1/actors/x', decode: () => 1 }, signal)).rejects.toMatchObject({
      problem: {
        title: 'There is nothing here',
        detail: 'no actor "x"',
        status: 404,
        pointers: ['/path/id'],
      },
    });
    await expect(site.download('api/v1/network.gexf?x')).rejects.toThrow(ProblemError);
  });

  it('when a file is asked for, then it comes with its name', async () => {
    const site = answering({ status: 200, body: new Blob(['<gexf/>']), filename: 'onrecord-v1.gexf' });
    const { blob, filename } = await site.download('api/v1/network.gexf');

    expect([await blob.text(), filename]).toEqual(['<gexf/>', 'onrecord-v1.gexf']);
  });

  it('when the request was aborted meanwhile, then the reason is thrown', async () => {
    const controller = new AbortController();
    const asking = answering({ status: 200, body: '1' }).ask({ address: 'api/v1/x' }, controller.signal);
    controller.abort(new Error('enough'));

    await expect(asking).rejects.toThrow('enough');
  });

  it('when its files or its program cannot be had, then it says so in words', async () => {
    const site = createSite(MANIFEST, () => Promise.reject(new Error('offline')));

    await expect(site.ask({ address: 'api/v1/x' }, signal)).rejects.toMatchObject({
      problem: { title: 'The data of this site cannot be loaded', status: 0 },
    });
  });
});
