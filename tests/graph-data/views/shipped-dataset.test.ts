import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { networkSchema } from '../../../graph-data/contract/answers.ts';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import {
  lensQuery,
  actorsQuery,
  claimsQuery,
  neighboursQuery,
  networkQuery,
} from '../../../graph-data/contract/queries.ts';
import { getActor, getRelationId } from '../../../graph-data/network/network.ts';
import { viewActors } from '../../../graph-data/views/actors-view.ts';
import { viewClaims } from '../../../graph-data/views/claims-view.ts';
import { viewNeighbours } from '../../../graph-data/views/neighbours-view.ts';
import { viewNetwork } from '../../../graph-data/views/network-view.ts';
import { viewRelation } from '../../../graph-data/views/relation-view.ts';
import { toSmallContext } from '../../fixtures/small-network.ts';
import { expectAnswer, readPages } from './expect-answer.ts';
import { readShippedDataset } from './shipped-context.ts';

const dataset = readShippedDataset();
const context = toSmallContext(dataset);
const ask = (text = '') => new URLSearchParams(text);
const neighboursOf = (id: string, query = 'limit=100') =>
  viewNeighbours(context, id, parseQuery(neighboursQuery, ask(query)));
const relationsWith = (id: string, neighbour: string) =>
  neighboursOf(id).items.find((item) => item.actor.id === neighbour)?.relations ?? [];

describe('the network of the shipped dataset', () => {
  it('when it is asked for whole, then all 35 actors and 81 claims are in it, and graphology imports it', () => {
    const answer = viewNetwork(context, parseQuery(networkQuery, ask()));
    expectAnswer(networkSchema, answer);
    expect(answer.attributes.meta).toMatchObject({
      shown: { actors: 35, claims: 81 },
      total: { actors: 35, claims: 81 },
      cutBy: [],
    });
    expect(answer.nodes.map((node) => node.key).sort()).toEqual(
      dataset.actors.map((actor) => actor.id).sort(),
    );
    expect(answer.attributes.dataset).toMatchObject({ documents: 2, digests: 2 });

    const graph = MultiDirectedGraph.from(answer);
    expect([graph.order, graph.size]).toEqual([35, answer.edges.length]);
    expect(graph.getNodeAttribute('vladimir-putin', 'label')).toBe('Vladimir Putin');
    const imported = new MultiDirectedGraph();
    imported.import(JSON.parse(JSON.stringify(answer)) as typeof answer);
    expect(imported.order).toBe(35);
  });

  it('when disputes are looked for, then one ordered pair is disputed: donald-trump → ukraine, supports against coerces', () => {
    const { network } = context;
    const disputed = [...network.disputes.keys()];
    expect(
      new Set(
        disputed.map((relation) =>
          [network.relations.subject[relation], network.relations.object[relation]]
            .map((index) => getActor(network, index ?? -1).id)
            .join(' → '),
        ),
      ),
    ).toEqual(new Set(['donald-trump → ukraine']));
    expect(disputed.map((relation) => getRelationId(network, relation)).sort()).toEqual([
      'donald-trump.coerces.ukraine',
      'donald-trump.supports.ukraine',
    ]);

    const view = (type: string) =>
      viewRelation(context, `donald-trump.${type}.ukraine`, parseQuery(lensQuery, ask()));
    const [supports, coerces] = [view('supports'), view('coerces')];
    expect(supports.disputed && coerces.disputed).toBe(true);
    expect(supports.disputedBy).toEqual(coerces.disputedBy?.toReversed());
    const claims = (ids: readonly string[] = []) => dataset.claims.filter((claim) => ids.includes(claim.id));
    const [side, otherSide] = [claims(supports.disputedBy?.[0]), claims(supports.disputedBy?.[1])];
    expect(side.map(({ type, stance }) => `${type} ${stance}`)).toContain('supports positive');
    expect(otherSide.map(({ type, stance }) => `${type} ${stance}`)).toContain('coerces negative');
    expect(side.length + otherSide.length).toBe(
      (supports.disputedBy?.[0]?.length ?? 0) + (supports.disputedBy?.[1]?.length ?? 0),
    );
    for (const claim of [...side, ...otherSide])
      expect(claim.evidence.sentence).toContain(claim.evidence.exact);
  });

  it('when Putin’s neighbours are asked for, then Trump is one, called a friend, in Witkoff’s words', () => {
    const befriends = relationsWith('vladimir-putin', 'donald-trump').find(
      ({ type }) => type === 'befriends',
    );
    expect(befriends).toMatchObject({
      id: 'vladimir-putin.befriends.donald-trump',
      direction: 'out',
      stance: 'positive',
      with: 'vladimir-putin',
    });
    expect(befriends?.labels).toContain('friend');
    expect(befriends?.speakers.map((speaker) => speaker?.id)).toContain('steve-witkoff');
  });

  it('when Trump’s neighbours are asked for, then the same relation runs in to him', () => {
    const befriends = relationsWith('donald-trump', 'vladimir-putin').find(
      ({ type }) => type === 'befriends',
    );
    expect(befriends?.direction).toBe('in');
  });

  it('when Zelensky’s neighbours are asked for, then Ukraine’s partners are one, of whom he wants information', () => {
    const requests = relationsWith('volodymyr-zelensky', 'ukraines-partners');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      type: 'requests-of',
      labels: ['wants information'],
      direction: 'out',
    });
  });

  it('when Putin’s neighbours are asked for again and again, then in the same order, nearest and most claims first', () => {
    const { items } = neighboursOf('vladimir-putin', 'depth=3&limit=500');
    const ranks = items.map(({ distance, claims, actor }) => ({ distance, claims, id: actor.id }));
    expect(ranks).toEqual(
      ranks.toSorted((a, b) => a.distance - b.distance || b.claims - a.claims || (a.id < b.id ? -1 : 1)),
    );
    expect(new Set(items.map((item) => item.actor.id)).size).toBe(items.length);
  });

  it('when all claims are read in pages of 7, then all 81 come, each with its quote in its sentence at its offsets', async () => {
    const items = await readPages(7, (page) =>
      viewClaims(context, { ...parseQuery(claimsQuery, ask()), ...page }),
    );
    expect(new Set(items.map((item) => item.id))).toEqual(new Set(dataset.claims.map((claim) => claim.id)));
    expect(items).toHaveLength(81);
    for (const { evidence, document } of items) {
      const text = dataset.documents.find((each) => each.id === document.id)?.text ?? '';
      expect(text.slice(evidence.start ?? -1, evidence.end ?? -1)).toBe(evidence.exact);
      expect(text.startsWith(evidence.sentence, evidence.sentenceStart ?? -1)).toBe(true);
      expect(evidence.sentence).toMatch(/^[“\p{Lu}].*[.”]$/u);
      expect(document).toMatchObject({ kind: 'digest', publisher: 'Onrecord (digest)' });
      expect(document.derivedFrom?.title).not.toBe('');
    }
  });

  it.each([
    ['zelenskyy', 'volodymyr-zelensky'],
    ['WHITCOFF', 'steve-witkoff'],
    ['putin', 'vladimir-putin'],
  ])('when one searches for %s, then %s comes first', (q, id) => {
    expect(viewActors(context, parseQuery(actorsQuery, ask(`q=${q}`))).items[0]?.id).toBe(id);
  });
});
