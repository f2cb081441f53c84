import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type {
  ClaimsAnswer,
  DocumentDetail,
  NeighboursAnswer,
  NetworkAnswer,
} from '../../../graph-data/contract/answers.ts';
import { hasGold, readGold, readReport, RETOLD, toSignature } from '../../fixtures/gold.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { makeTemporaryFolder, serveDataset } from '../../fixtures/serve-dataset.ts';

const skipped = hasGold ? '' : ' (skipped: ../shared/gold is not here)';

async function get<T>(served: ServedDataset, path: string): Promise<T> {
  const response = await request(served.app).get(`/api/v1${path}`);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${response.text}`);
  return response.body as T;
}

/** All claims of a document, page by page. */
async function getClaims(served: ServedDataset, document: string): Promise<ClaimsAnswer['items']> {
  const items: ClaimsAnswer['items'] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: ClaimsAnswer = await get(
      served,
      `/claims?document=${document}&limit=20${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

async function signatures(served: ServedDataset, document: string): Promise<string[]> {
  const claims = await getClaims(served, document);
  return claims
    .map((claim) =>
      toSignature({
        ...claim,
        subject: claim.subject.id,
        object: claim.object.id,
        speaker: claim.speaker?.id ?? null,
      }),
    )
    .sort();
}

function goldSignatures(name: string): string[] {
  return readGold(name)
    .claims.map((claim) => toSignature({ ...claim, label: claim.relation }))
    .sort();
}

/** The actors, triples and neighbours that a dataset answers with, evidence aside. */
async function outline(served: ServedDataset) {
  const network = await get<NetworkAnswer>(served, '/network');
  const neighbours = await Promise.all(
    network.nodes.map(async ({ key }) => {
      const { items } = await get<NeighboursAnswer>(served, `/actors/${key}/neighbours?depth=2&limit=500`);
      return [
        key,
        items.map(({ actor, distance, claims, relations }) => ({
          actor,
          distance,
          claims,
          relations: relations.map(({ id, labels, direction, speakers, stance, disputed }) => ({
            id,
            labels,
            direction,
            speakers,
            stance,
            disputed,
          })),
        })),
      ] as const;
    }),
  );
  return {
    actors: network.nodes.map(({ key, attributes }) => ({
      key,
      kind: attributes.kind,
      label: attributes.label,
      claims: attributes.claims,
    })),
    triples: network.edges.map(({ key, source, target, attributes }) => ({
      key,
      source,
      target,
      labels: attributes.labels,
      claims: attributes.claims,
    })),
    neighbours: Object.fromEntries(neighbours),
  };
}

let shipped: ServedDataset;
beforeAll(async () => {
  shipped = await serveDataset();
});
afterAll(() => shipped.close());

describe('the shipped dataset over the API', () => {
  it('when asked for neighbours of Putin, then Trump is there, befriended, "friend" by the word of Witkoff', async () => {
    const { items } = await get<NeighboursAnswer>(shipped, '/actors/vladimir-putin/neighbours');
    const trump = items.find((item) => item.actor.id === 'donald-trump');
    const relation = trump?.relations.find(
      ({ type, direction }) => type === 'befriends' && direction === 'out',
    );

    expect(relation?.labels).toContain('friend');
    expect(relation?.speakers.map((speaker) => speaker?.id)).toContain('steve-witkoff');
  });

  it('when asked for neighbours of Zelensky, then his partners are there: "wants information"', async () => {
    const { items } = await get<NeighboursAnswer>(shipped, '/actors/volodymyr-zelensky/neighbours');
    const partners = items.find((item) => item.actor.id === 'ukraines-partners');

    expect(partners?.relations.find(({ type }) => type === 'requests-of')?.labels).toEqual([
      'wants information',
    ]);
  });

  it.each(RETOLD)(
    'when the claims of %s are listed, then each quote stands at its offsets',
    async (document) => {
      const { text } = await get<DocumentDetail>(shipped, `/documents/${document}`);
      const claims = await getClaims(shipped, document);

      expect(claims.length).toBeGreaterThan(0);
      for (const { evidence } of claims) {
        expect(text?.slice(evidence.start ?? -1, evidence.end ?? -1)).toBe(evidence.exact);
        expect(evidence.sentence).toContain(evidence.exact);
        expect(text?.startsWith(evidence.sentence, evidence.sentenceStart ?? -1)).toBe(true);
      }
    },
  );

  it.skipIf(!hasGold).each(RETOLD)(
    `when the claims of %s are held against the reading of its report, then they match one to one${skipped}`,
    async (document, name) => {
      expect(await signatures(shipped, document)).toEqual(goldSignatures(name));
    },
  );

  it.skipIf(!hasGold)(`when both documents are counted, then there are 81 claims${skipped}`, async () => {
    const all = await Promise.all(RETOLD.map(([document]) => getClaims(shipped, document)));

    expect(all.map((claims) => claims.length)).toEqual(
      RETOLD.map(([, name]) => readGold(name).claims.length),
    );
    expect(all.flat()).toHaveLength(81);
  });
});

describe.skipIf(!hasGold)(`the two original reports as a dataset folder${skipped}`, () => {
  let originals: ServedDataset;
  let folder: string;
  beforeAll(async () => {
    folder = makeTemporaryFolder();
    writeOriginals(folder);
    originals = await serveDataset(folder);
  });
  afterAll(async () => {
    await originals.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(RETOLD)(
    'when served, then the claims of %s match the reading one to one',
    async (document, name) => {
      expect(await signatures(originals, document)).toEqual(goldSignatures(name));
    },
  );

  it('when served, then actors, triples and neighbours equal those of the digests', async () => {
    expect(await outline(originals)).toEqual(await outline(shipped));
  });
});

/** Writes the reports and their readings as a dataset folder: offsets into the originals. */
function writeOriginals(folder: string): void {
  mkdirSync(join(folder, 'documents'));
  const actors = new Map<string, object>();
  for (const [document, name] of RETOLD) {
    const { actors: read, claims } = readGold(name);
    const text = readReport(name);
    for (const { id, name: label, kind } of read) actors.set(id, { id, name: label, kind });
    const file = {
      id: document,
      kind: 'report',
      title: `Report ${name}`,
      publisher: 'a publisher',
      publishedAt: '2025-03',
      text,
      claims: claims.map(({ relation, start, end, ...claim }) => ({
        subject: claim.subject,
        type: claim.type,
        object: claim.object,
        label: relation,
        stance: claim.stance,
        modality: claim.modality,
        speaker: claim.speaker,
        quote: text.slice(start, end),
        start,
        end,
      })),
    };
    writeFileSync(join(folder, 'documents', `${document}.yaml`), stringify(file));
  }
  writeFileSync(join(folder, 'actors.yaml'), stringify([...actors.values()]));
}
