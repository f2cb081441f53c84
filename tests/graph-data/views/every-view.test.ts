import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actorDetailSchema,
  actorsSchema,
  claimSchema,
  claimsSchema,
  documentDetailSchema,
  documentsSchema,
  neighboursSchema,
  networkSchema,
  relationDetailSchema,
  searchSchema,
} from '../../../graph-data/contract/answers.ts';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import {
  actorsQuery,
  lensQuery,
  claimsQuery,
  documentsQuery,
  neighboursQuery,
  networkQuery,
} from '../../../graph-data/contract/queries.ts';
import type { Meta } from '../../../graph-data/contract/answers.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { getRelationId } from '../../../graph-data/network/network.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { viewActor, viewActors } from '../../../graph-data/views/actors-view.ts';
import { viewClaim, viewClaims } from '../../../graph-data/views/claims-view.ts';
import { viewDocument, viewDocuments } from '../../../graph-data/views/documents-view.ts';
import { viewNeighbours } from '../../../graph-data/views/neighbours-view.ts';
import { viewNetwork } from '../../../graph-data/views/network-view.ts';
import { viewRelation } from '../../../graph-data/views/relation-view.ts';
import { viewSearch } from '../../../graph-data/views/search-view.ts';
import { toSmallContext } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import type { ListPage } from './expect-answer.ts';
import { expectAnswer, readPages } from './expect-answer.ts';

/** Shown is never more than there is, and less only where something is said to cut. */
const expectHonest = ({ shown, total, cutBy }: Meta): void => {
  for (const what of ['actors', 'relations', 'claims'] as const)
    expect(shown[what]).toBeLessThanOrEqual(total[what]);
  if (cutBy.length === 0) expect(shown).toEqual(total);
};
const anyLimit = fc.integer({ min: 1, max: 12 });
const anyActor = fc.constantFrom('ann', 'bob', 'cy', 'gus');

describe('every view', () => {
  it('when dataset and lens are any, then its answer is of the contract’s shape and honest about what it leaves out', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        arbitraryLens,
        anyActor,
        anyLimit,
        async (dataset, lens, id, limit) => {
          const context = toSmallContext(dataset, (document) => document.id !== 'times');
          const parameters = new URLSearchParams(toLensParameters(lens));
          const network = viewNetwork(context, { ...parseQuery(networkQuery, parameters), limit });
          expectAnswer(networkSchema, network);
          expectHonest(network.attributes.meta);

          const actor = viewActor(context, id, parseQuery(lensQuery, parameters));
          expectAnswer(actorDetailSchema, actor);
          expectHonest(actor.meta);

          const near = viewNeighbours(context, id, {
            ...parseQuery(neighboursQuery, parameters),
            depth: 3,
            limit,
          });
          expectAnswer(neighboursSchema, near);
          expectHonest(near.meta);

          const claims = await viewClaims(context, { ...parseQuery(claimsQuery, parameters), limit });
          expectAnswer(claimsSchema, claims);
          expectHonest(claims.meta);

          const selection = applyLens(context.network, lens);
          for (let relation = 0; relation < context.network.relations.length; relation += 1) {
            if (selection.relationClaims[relation] === 0) continue;
            const answer = viewRelation(
              context,
              getRelationId(context.network, relation),
              parseQuery(lensQuery, parameters),
            );
            expectAnswer(relationDetailSchema, answer);
            expectHonest(answer.meta);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('when dataset and words are any, then lists, texts and search are of the contract’s shape and honest', async () => {
    const words = fc.constantFrom('ann', 'sentence 1', 'spokesman', 'a', 'nothing', '.*', 'gazette');
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, words, anyLimit, async (dataset, q, limit) => {
        const context = toSmallContext(dataset, (document) => document.id !== 'times');
        const actors = viewActors(context, { q, kind: [], limit });
        expectAnswer(actorsSchema, actors);
        expectHonest(actors.meta);
        const documents = viewDocuments(context, { limit });
        expectAnswer(documentsSchema, documents);
        expectHonest(documents.meta);
        for (const { id, text } of dataset.documents) {
          const document = await viewDocument(context, id);
          expectAnswer(documentDetailSchema, document);
          expectHonest(document.meta);
          expect(document.text).toBe(id === 'times' ? null : text);
        }
        for (const { id } of dataset.claims) expectAnswer(claimSchema, await viewClaim(context, id));
        const search = await viewSearch(context, { q, limit });
        expectAnswer(searchSchema, search);
        expectHonest(search.meta);
      }),
      { numRuns: 60 },
    );
  });

  it('when lists are read page by page, then every item comes exactly once, in the order of one long page', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        arbitraryLens,
        anyActor,
        anyLimit,
        async (dataset, lens, id, limit) => {
          const context = toSmallContext(dataset);
          const parameters = new URLSearchParams(toLensParameters(lens));
          const queries = {
            actors: parseQuery(actorsQuery, new URLSearchParams()),
            documents: parseQuery(documentsQuery, new URLSearchParams()),
            claims: parseQuery(claimsQuery, parameters),
            neighbours: { ...parseQuery(neighboursQuery, parameters), depth: 2 },
          };
          const lists: ((page: { limit: number; cursor?: string }) => ListPage | Promise<ListPage>)[] = [
            (page) => viewActors(context, { ...queries.actors, ...page }),
            (page) => viewDocuments(context, { ...queries.documents, ...page }),
            (page) => viewClaims(context, { ...queries.claims, ...page }),
            (page) => viewNeighbours(context, id, { ...queries.neighbours, ...page }),
          ];
          for (const view of lists) {
            const whole = await view({ limit: 500 });
            expect(whole.nextCursor).toBeNull();
            expect(await readPages(limit, view)).toEqual(whole.items);
          }
          const { items } = await viewClaims(context, { ...queries.claims, limit: 500 });
          expect(items).toHaveLength(applyLens(context.network, lens).shown.claims);
        },
      ),
      { numRuns: 60 },
    );
  });
});
