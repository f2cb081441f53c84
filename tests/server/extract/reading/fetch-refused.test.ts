import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import { fetchDocument } from '../../../../server/extract/reading/fetch-document.ts';
import { isPublicAddress } from '../../../../server/extract/reading/public-address.ts';
import { startLoopbackServer } from './loopback-server.ts';

const reasonOf = (fetched: Promise<unknown>): Promise<unknown> =>
  fetched.then(
    () => 'was fetched',
    (error: unknown) => (error instanceof OnrecordError ? `${error.code}: ${error.message}` : error),
  );

/** Answers every name with these addresses, in the form that is asked for. */
const answerWith =
  (...addresses: string[]): LookupFunction =>
  (_, options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all === true) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  };

/** Lets the first address of an errand pass, and after it only public ones. */
const onlyFirst = (): ((address: string) => boolean) => {
  let isFirst = true;
  return (address) => {
    const isAllowed = isFirst || isPublicAddress(address);
    isFirst = false;
    return isAllowed;
  };
};

const SPELLINGS = [
  '127.0.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '127.1',
  '127.0.0.1.',
  '0.0.0.0',
  '0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '①②⑦.0.0.1',
  '127。0。0。1',
  'localhost',
];

describe('fetchDocument of an address that is not public', () => {
  it.each(SPELLINGS)('when loopback is written as %s, then its server hears nothing', async (host) => {
    const server = await startLoopbackServer();
    expect(await reasonOf(fetchDocument(`http://${host}:${server.port}/`))).toMatch(
      /^address-refused: \S+ is not on the public internet/,
    );
    expect(server.countConnections()).toBe(0);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'https://10.0.0.1/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
  ])('when it is %s, then it is refused', async (url) => {
    expect(await reasonOf(fetchDocument(url))).toMatch(/^address-refused: /);
  });

  it.each([
    ['loopback', ['127.0.0.1']],
    ['a public address and loopback', ['93.184.215.14', '127.0.0.1']],
    ['mapped loopback', ['::ffff:127.0.0.1']],
    ['metadata', ['169.254.169.254']],
  ])(
    'when a name leads to %s by DNS, then its server hears nothing, and the address is not told',
    async (_, addresses) => {
      const server = await startLoopbackServer();
      const reason = await reasonOf(
        fetchDocument(`http://news.example:${server.port}/`, { lookup: answerWith(...addresses) }),
      );
      expect(reason).toBe(
        'address-refused: news.example is not on the public internet: only pages there are fetched',
      );
      expect(server.countConnections()).toBe(0);
    },
  );

  it('when a redirect leads to loopback, by address or by name, then its server hears nothing', async () => {
    const inner = await startLoopbackServer();
    for (const host of ['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', 'inner.example']) {
      const outer = await startLoopbackServer((_, response) =>
        response.writeHead(302, { location: `http://${host}:${inner.port}/` }).end(),
      );
      const options = { lookup: answerWith('127.0.0.1'), isAllowed: onlyFirst() };
      expect(await reasonOf(fetchDocument(`${outer.origin}/`, options))).toMatch(/^address-refused: /);
      expect(outer.asked).toEqual(['/']);
    }
    expect(inner.countConnections()).toBe(0);
  });
});

describe('fetchDocument of an address that is none to fetch', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'data:text/plain,x',
    'javascript:1',
    'gopher://127.0.0.1/',
    'news',
    '',
  ])('when it is "%s", then it is refused', async (url) => {
    expect(await reasonOf(fetchDocument(url))).toMatch(/^address-refused: expected an http or https address/);
  });

  it('when it holds credentials, also after a redirect, then it is refused', async () => {
    const server = await startLoopbackServer((_, response) =>
      response.writeHead(301, { location: '//anna:secret@127.0.0.1/' }).end(),
    );
    expect(await reasonOf(fetchDocument('https://anna@news.example/'))).toMatch(/without a user name/);
    const reason = await reasonOf(fetchDocument(server.origin, { isAllowed: () => true }));
    expect(reason).toBe('address-refused: expected an address without a user name or password in it');
  });

  it('when a redirect leads to another scheme, then it is refused', async () => {
    const server = await startLoopbackServer((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    expect(await reasonOf(fetchDocument(server.origin, { isAllowed: () => true }))).toMatch(
      /^address-refused: .*file:/,
    );
  });
});
