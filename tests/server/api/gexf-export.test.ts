import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimsAnswer, NetworkAnswer } from '../../../graph-data/contract/answers.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { serveDataset } from '../../fixtures/serve-dataset.ts';
import { findGexfFaults } from '../../graph-data/formats/gexf/gexf-schema.ts';
import { readByNetworkX, hasNetworkX } from '../../graph-data/formats/gexf/networkx.ts';

let served: ServedDataset;
let network: NetworkAnswer;
let claims: ClaimsAnswer['items'];
beforeAll(async () => {
  served = await serveDataset();
  network = (await request(served.app).get('/api/v1/network')).body as NetworkAnswer;
  claims = ((await request(served.app).get('/api/v1/claims?limit=500')).body as ClaimsAnswer).items;
});
afterAll(() => served.close());

async function download(query: string): Promise<string> {
  const response = await request(served.app).get(`/api/v1/network.gexf?${query}`).responseType('blob');
  expect(response.headers['content-type']).toContain('application/gexf+xml');
  return (response.body as Buffer).toString('utf8');
}

const levels = ['level=relations', 'level=claims'] as const;

describe.each(levels)('the GEXF download at %s', (level) => {
  it('when it is held against the official grammar, then it is valid', async () => {
    expect(await findGexfFaults(await download(level))).toEqual([]);
  });

  it('when it is downloaded twice, then the bytes are equal', async () => {
    expect(await download(level)).toBe(await download(level));
  });

  it('when it is opened, then no colour has an alpha, dates are days, and nodes stand where the page draws them', async () => {
    const xml = await download(level);

    expect(xml).not.toMatch(/<viz:color[^>]* a=/);
    expect(xml).toMatch(/mode="dynamic" timeformat="date"/);
    expect(xml).toMatch(/<edge [^>]*start="2025-03-13" end="2025-03-13"/);
    for (const { key, attributes } of network.nodes) {
      expect(xml).toMatch(
        new RegExp(`<node id="${key}".*<viz:position x="${attributes.x}" y="${attributes.y}"`),
      );
    }
  });

  it('when it is read by graphology-gexf, then every node is there with its attributes', async () => {
    const graph = gexf.parse(MultiDirectedGraph, await download(level));

    expect(graph.nodes().sort()).toEqual(network.nodes.map(({ key }) => key).sort());
    for (const { key, attributes } of network.nodes) {
      const { label, kind, claims: count, spoken, x, y, size } = attributes;
      expect(graph.getNodeAttributes(key)).toMatchObject({ label, kind, claims: count, spoken, x, y, size });
    }
  });

  it('when a lens is on, then the description says how much is shown, cut by what', async () => {
    const xml = await download(`${level}&speaker=steve-witkoff`);

    expect(xml).toMatch(
      /<description>.*of 35 actors.*of 81 claims shown\. Cut by speaker=steve-witkoff\..*digests.*<\/description>/,
    );
    expect(await findGexfFaults(xml)).toEqual([]);
  });

  it('when a lens leaves nothing, then the file is valid and empty', async () => {
    const xml = await download(`${level}&stance=negative&from=1800&to=1801`);

    expect(xml).toContain('<edges count="0">');
    expect(await findGexfFaults(xml)).toEqual([]);
  });
});

describe('the relation level', () => {
  it('when it is read back, then its edges are the relations, kind = type, weight = claims', async () => {
    const graph = gexf.parse(MultiDirectedGraph, await download('level=relations'));

    expect(graph.edges().sort()).toEqual(network.edges.map(({ key }) => key).sort());
    for (const { key, source, target, attributes } of network.edges) {
      expect(graph.extremities(key)).toEqual([source, target]);
      const { label, type, direction, labels, claims: count, origins, stance, disputed } = attributes;
      expect(graph.getEdgeAttributes(key)).toMatchObject({
        label,
        type,
        direction,
        labels,
        origins,
        stance,
        disputed,
        kind: type,
        weight: count,
        claims: count,
      });
    }
  });
});

describe('the claim level', () => {
  it('when it is read back, then its edges are the claims with their quotes', async () => {
    const graph = gexf.parse(MultiDirectedGraph, await download('level=claims'));

    expect(graph.edges().sort()).toEqual(claims.map(({ id }) => id).sort());
    for (const claim of claims) {
      expect(graph.extremities(claim.id)).toEqual([claim.subject.id, claim.object.id]);
      expect(graph.getEdgeAttributes(claim.id)).toMatchObject({
        label: claim.label,
        claim: claim.id,
        type: claim.type,
        stance: claim.stance,
        modality: claim.modality,
        speaker: claim.speaker?.id ?? "the document's own voice",
        document: claim.document.id,
        documentKind: 'digest',
        quote: claim.evidence.exact,
        sentence: claim.evidence.sentence,
      });
    }
  });

  it('when Gephi merges edges of equal source, target and kind, then none is lost: kinds run within the ordered pair', async () => {
    const graph = gexf.parse(MultiDirectedGraph, await download('level=claims'));
    const keys = graph.mapEdges((_, { kind }, source, target) => `${source} ${target} ${String(kind)}`);

    expect(new Set(keys).size).toBe(81);
    expect(keys).toContain('vladimir-putin donald-trump c1');
  });
});

describe.skipIf(!hasNetworkX())(
  'the downloads read by NetworkX (skipped where python3 has no networkx)',
  { timeout: 60_000 },
  () => {
    it('when both levels are read, then every node and edge is there', async () => {
      const [relations, byClaim] = await readByNetworkX(await Promise.all(levels.map(download)));

      for (const graph of [relations, byClaim]) {
        expect(graph?.nodes.map(([id]) => id).sort()).toEqual(network.nodes.map(({ key }) => key).sort());
      }
      expect(relations?.edges.map(([source, target, key]) => [key, source, target]).sort()).toEqual(
        network.edges.map(({ key, source, target }) => [key, source, target]).sort(),
      );
      const quotes = byClaim?.edges.map(([, , key, data]) => [key, data['quote']]).sort();
      expect(quotes).toEqual(claims.map(({ id, evidence }) => [id, evidence.exact]).sort());
    });
  },
);
