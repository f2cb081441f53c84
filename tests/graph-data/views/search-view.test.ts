import { describe, expect, it } from 'vitest';
import type { SmallClaim } from '../../fixtures/small-network.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { viewSearch } from '../../../graph-data/views/search-view.ts';

const FRIEND = { says: 'a befriends b', document: 'times', label: 'friend' };
const search = (claims: readonly SmallClaim[], q: string, limit = 10) =>
  viewSearch(
    toSmallContext(
      toSmallDataset({ actors: [{ id: 'friends', name: 'Friends of Europe', kind: 'group' }], claims }),
    ),
    { q, limit },
  );

describe('viewSearch', () => {
  it('when words match, then actors, sentences and documents are found, and counted', async () => {
    const answer = await search([FRIEND, { says: 'a leads b', document: 'friendly-paper' }], 'friend');
    expect(answer.query).toBe('friend');
    expect(answer.actors.map((actor) => actor.id)).toEqual(['friends']);
    expect(answer.claims.map((claim) => claim.relation).sort()).toEqual(['a.befriends.b', 'a.leads.b']);
    expect(answer.documents.map((document) => [document.id, document.claims])).toEqual([
      ['friendly-paper', 1],
    ]);
    expect(answer.meta).toMatchObject({
      shown: { actors: 1, relations: 2, claims: 2 },
      total: { actors: 3, relations: 2, claims: 2 },
      cutBy: ['q=friend'],
    });
  });

  it('when claims are proposed or rejected, then their sentences are not found', async () => {
    const claims: SmallClaim[] = [
      { ...FRIEND, status: 'proposed' },
      { ...FRIEND, status: 'rejected' },
    ];
    expect((await search(claims, 'friend')).claims).toEqual([]);
  });

  it('when very many of those match better, then the accepted one is found behind them', async () => {
    const rejected = Array.from({ length: 400 }, (_, at): SmallClaim => ({
      ...FRIEND,
      id: `a${at}`,
      status: 'rejected',
    }));
    const { claims } = await search([...rejected, { ...FRIEND, id: 'z1' }], 'friend', 3);
    expect(claims.map((claim) => claim.id)).toEqual(['z1']);
  });

  it('when more match than are asked for, then as many of each kind', async () => {
    const claims = Array.from({ length: 30 }, (_, at): SmallClaim => ({
      ...FRIEND,
      document: `friend-${at}`,
    }));
    const answer = await search(claims, 'friend', 4);
    expect([answer.claims.length, answer.documents.length]).toEqual([4, 4]);
    expect(answer.meta).toMatchObject({ shown: { claims: 4 }, cutBy: ['q=friend', 'limit=4'] });
    expect((await search(claims, 'friend', 30)).meta.cutBy).toEqual(['q=friend']);
  });

  it.each(['"', '*', '(', 'NEAR(', '💥', '\u0000', "' OR 1=1"])(
    'when the words are %j, then it is answered',
    async (q) => {
      expect((await search([FRIEND], q)).query).toBe(q);
    },
  );
});
