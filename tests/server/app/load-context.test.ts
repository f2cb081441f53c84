import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getClaimId } from '../../../graph-data/network/network.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { makeTemporaryFolder, serveDataset } from '../../fixtures/serve-dataset.ts';

const TEXT = 'Ann praised Bob. Ann accused Bob of fraud. Bob trusts Ann. Eve trusts Bob.';
const RESERVED = ['', 'All Rights Reserved.', '© Courier, all rights  reserved', 'Copyright 2025 Courier'];
/** Of a document that nothing was accepted from. */
const UNREAD = 99;
const OPEN = ['CC BY 4.0', 'CC0 1.0', 'public domain'];

/** One document a licence; each has an accepted, a rejected and a proposed claim. */
function toDocument(licence: string, at: number): string {
  const claim = (words: string, status: string, fields: string): string => {
    const start = TEXT.indexOf(words);
    return `  - { ${fields}, label: ${status}, status: ${status}, quote: "${words}", start: ${start}, end: ${start + words.length} }\n`;
  };
  return `id: d${at}\nkind: report\ntitle: Title ${at}\npublisher: Publisher ${at}\n${licence === '' ? '' : `licence: "${licence}"\n`}text: "${TEXT}"\nclaims:
${claim('Ann praised Bob', 'accepted', 'subject: ann, type: supports, object: bob, stance: positive')}${claim('Ann accused Bob of fraud', 'rejected', 'subject: ann, type: accuses, object: bob, stance: negative')}${claim('Bob trusts Ann', 'proposed', 'subject: bob, type: befriends, object: ann, stance: positive')}${claim('Eve trusts Bob', 'proposed', 'subject: eve, type: befriends, object: bob, stance: positive')}`;
}

let folder: string;
let everyone: ServedDataset;
let ourselves: ServedDataset;
beforeAll(async () => {
  folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'documents'));
  writeFileSync(
    join(folder, 'actors.yaml'),
    ['ann', 'bob', 'eve'].map((id) => `- { id: ${id}, name: ${id}, kind: person }\n`).join(''),
  );
  [...RESERVED, ...OPEN].forEach((licence, at) =>
    writeFileSync(join(folder, 'documents', `d${at}.yaml`), toDocument(licence, at)),
  );
  const unread = toDocument('CC0 1.0', UNREAD).replaceAll('status: accepted', 'status: proposed');
  writeFileSync(join(folder, 'documents', `d${UNREAD}.yaml`), unread);
  everyone = await serveDataset(folder, '0.0.0.0');
  ourselves = await serveDataset(folder);
});
afterAll(async () => {
  await everyone.close();
  await ourselves.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (served: ServedDataset, path: string): Promise<string> => {
  const response = await request(served.app).get(`/api/v1${path}`).buffer(true);
  return response.text;
};
const textOf = async (served: ServedDataset, at: number): Promise<string | null> =>
  (JSON.parse(await read(served, `/documents/d${at}`)) as { text: string | null }).text;

describe('what a server on an address that others reach gives', () => {
  it.each(RESERVED.map((licence, at) => [licence, at] as const))(
    'when the licence is "%s", then the text stays here',
    async (_licence, at) => {
      expect(await textOf(everyone, at)).toBeNull();
      expect(await textOf(ourselves, at)).toBe(TEXT);
    },
  );

  it.each(OPEN.map((licence, at) => [licence, at + RESERVED.length] as const))(
    'when the licence is "%s", then the text is given',
    async (_licence, at) => {
      expect(await textOf(everyone, at)).toBe(TEXT);
    },
  );

  it.each([
    '/claims?status=rejected&status=proposed&status=accepted&limit=500',
    '/search?q=fraud&limit=50',
    '/network?status=rejected&status=proposed',
    '/network.gexf?level=claims&status=rejected&status=proposed',
    '/documents/d0',
    '/actors/ann/neighbours?status=rejected',
  ])('when %s asks for claims that are not accepted, then there are none', async (path) => {
    expect(await read(everyone, path)).not.toMatch(
      /:"(?:rejected|proposed)"|ann\.accuses\.bob|bob\.befriends\.ann/,
    );
  });

  it('when words of a withheld text are searched, then the document is not found by them; here it is', async () => {
    const found = async (served: ServedDataset): Promise<number> =>
      (JSON.parse(await read(served, '/search?q=praised&limit=50')) as { documents: unknown[] }).documents
        .length;

    expect(await found(everyone)).toBe(OPEN.length);
    expect(await found(ourselves)).toBe(OPEN.length + RESERVED.length + 1);
  });

  it('when no accepted claim names an actor, then there is none; here there is', async () => {
    for (const path of ['/actors?limit=50', '/actors?q=eve', '/search?q=eve', '/network'])
      expect(await read(everyone, path)).not.toMatch(/"(?:id|key)":"eve"/);
    for (const path of ['/actors/eve', '/actors/eve/neighbours', '/claims?speaker=eve'])
      expect((await request(everyone.app).get(`/api/v1${path}`)).status).toBeGreaterThanOrEqual(404);
    expect((await request(ourselves.app).get('/api/v1/actors/eve')).status).toBe(200);
    const { network, positions } = everyone.context;
    expect(positions).toHaveLength(2 * network.actors.length);
  });

  it('when nothing was accepted from a document, then there is no such document; here there is', async () => {
    for (const path of ['/documents?limit=50', '/search?q=praised&limit=50', '/search?q=title&limit=50'])
      expect(await read(everyone, path)).not.toContain(`"d${UNREAD}"`);
    expect((await request(everyone.app).get(`/api/v1/documents/d${UNREAD}`)).status).toBe(404);
    expect((await request(everyone.app).get(`/api/v1/claims?document=d${UNREAD}`)).status).toBe(422);
    expect((await request(ourselves.app).get(`/api/v1/documents/d${UNREAD}`)).status).toBe(200);
  });

  it('when a claim that is not accepted is named, then there is nothing; here there is', async () => {
    const { network } = ourselves.context;
    const rows = [...network.claims.status.keys()].filter((row) => network.claims.status[row] !== 1);
    const hidden = rows.map((row) => getClaimId(network, row));
    expect(hidden).toHaveLength(3 * (RESERVED.length + OPEN.length) + 4);
    for (const id of hidden) {
      expect((await request(everyone.app).get(`/api/v1/claims/${id}`)).status).toBe(404);
      expect((await request(ourselves.app).get(`/api/v1/claims/${id}`)).status).toBe(200);
    }
  });
});
