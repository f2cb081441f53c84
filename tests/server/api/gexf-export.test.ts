import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimsAnswer, NetworkAnswer } from '../../../graph-data/contract/answers.ts';
import { GEXF_VERSIONS } from '../../../graph-data/formats/gexf/gexf-writer.ts';
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

describe.each(levels)('the GEXF 1.2 download at %s', (level) => {
  const query = `${level}&gexf=1.2`;

  it('when it is held against the official grammar, then it is valid', async () => {
    expect(await findGexfFaults(await download(query), '1.2')).toEqual([]);
  });

  it('when it is downloaded twice, then the bytes are equal', async () => {
    expect(await download(query)).toBe(await download(query));
  });

  it('when it is read by graphology-gexf, then it holds what the 1.3 file holds, kinds aside', async () => {
    const read = async (text: string) => {
      const { nodes, edges } = gexf.parse(MultiDirectedGraph, await download(text)).export();
      return {
        nodes: nodes.map((node) => ({ ...node, attributes: { ...node.attributes, z: undefined } })),
        edges: edges.map((edge) => ({ ...edge, attributes: { ...edge.attributes, kind: undefined } })),
      };
    };
    expect(await read(query)).toEqual(await read(level));
  });
});

describe.each(levels)('a part of the network at %s', (level) => {
  it('when it is what is around an actor, then it holds its relations and says so', async () => {
    const xml = await download(`${level}&around=steve-witkoff`);
    const graph = gexf.parse(MultiDirectedGraph, xml);
    const about = network.edges.filter(
      ({ source, target }) => source === 'steve-witkoff' || target === 'steve-witkoff',
    );

    expect(graph.nodes().sort()).toEqual(
      [...new Set(about.flatMap(({ source, target }) => [source, target]))].sort(),
    );
    expect(graph.size).toBe(
      level === 'level=relations'
        ? about.length
        : about.reduce((sum, { attributes }) => sum + attributes.claims, 0),
    );
    expect(xml).toMatch(
      new RegExp(
        `${graph.order} of 35 actors, ${about.length} of .* shown\\. Cut by around=steve-witkoff\\.`,
      ),
    );
    expect(await findGexfFaults(xml)).toEqual([]);
  });

  it('when it is what is between two actors under a lens, then the file tells both cuts', async () => {
    const xml = await download(`${level}&between=donald-trump&between=vladimir-putin&speaker=steve-witkoff`);
    const graph = gexf.parse(MultiDirectedGraph, xml);

    expect(graph.nodes().sort()).toEqual(['donald-trump', 'vladimir-putin']);
    expect(graph.size).toBeGreaterThan(0);
    expect(xml).toContain('Cut by speaker=steve-witkoff, between=donald-trump, between=vladimir-putin.');
  });
});

describe('the name of a download', () => {
  it.each([
    ['network.gexf', 'onrecord-v1-relations.gexf'],
    ['network.gexf?gexf=1.2&level=claims', 'onrecord-v1-claims-gexf-1.2.gexf'],
    ['network.csv?around=nato&stance=negative', 'onrecord-v1-around-nato-lens-relations.csv'],
    ['network.json?between=nato&between=ukraine', 'onrecord-v1-between-nato-ukraine-relations.json'],
    [
      'network.graphml?around=nato&around=ukraine&around=russia&level=claims',
      'onrecord-v1-around-nato-russia-of-3-claims.graphml',
    ],
  ])('when %s is asked, then it is %s', async (path, filename) => {
    const response = await request(served.app).get(`/api/v1/${path}`);

    expect(response.headers['content-disposition']).toBe(`attachment; filename=${filename}`);
  });

  it.each([
    ['network.csv?around=nobody', 422, '/query/around'],
    ['network.gexf?between=nobody', 422, '/query/between'],
    ['network.gexf?gexf=1.1', 422, '/query/gexf'],
    ['network.csv?gexf=1.2', 400, '/query/gexf'],
  ])('when %s is asked, then it is refused with %i, naming %s', async (path, status, pointer) => {
    const response = await request(served.app).get(`/api/v1/${path}`);

    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ errors: [{ pointer }] });
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
    it.each(GEXF_VERSIONS)(
      'when both levels of %s are read, then every node and edge is there',
      async (version) => {
        const files = await Promise.all(levels.map((level) => download(`${level}&gexf=${version}`)));
        const [relations, byClaim] = await readByNetworkX(files, version);

        for (const graph of [relations, byClaim]) {
          expect(graph?.nodes.map(([id]) => id).sort()).toEqual(network.nodes.map(({ key }) => key).sort());
        }
        expect(relations?.edges.map(([source, target, key]) => [key, source, target]).sort()).toEqual(
          network.edges.map(({ key, source, target }) => [key, source, target]).sort(),
        );
        const quotes = byClaim?.edges.map(([, , key, data]) => [key, data['quote']]).sort();
        expect(quotes).toEqual(claims.map(({ id, evidence }) => [id, evidence.exact]).sort());
      },
    );
  },
);
