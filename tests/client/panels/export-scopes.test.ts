import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toExportScopes } from '../../../client/panels/export/export-scopes.ts';
import { toLoadedNetwork } from '../../../client/state/network-state.ts';
import { NOTHING, toActorSelection, toPairSelection } from '../../../client/state/selection.ts';
import { toNetworkAnswer } from '../state/network-answer.ts';

const [putin, trump] = ['vladimir-putin' as ActorId, 'donald-trump' as ActorId];
const negative = { ...DEFAULT_LENS, stances: ['negative' as const] };

function toAnswer(cutBy: string[] = []) {
  const answer = toNetworkAnswer();
  const [edge] = answer.edges;
  if (edge === undefined) throw new Error('no edge');
  const [node] = answer.nodes;
  if (node === undefined) throw new Error('no node');
  answer.nodes.push({ ...node, key: 'nato' });
  answer.edges.push(
    { ...edge, key: 'nato.informs.donald-trump', source: 'nato', target: trump },
    { ...edge, key: 'donald-trump.informs.donald-trump', source: trump, target: trump },
  );
  answer.attributes.meta.cutBy = cutBy;
  return toLoadedNetwork(answer, DEFAULT_LENS);
}

describe('toExportScopes', () => {
  it('when nothing cuts and nothing is selected, then there is everything alone', () => {
    expect(toExportScopes(toAnswer(), DEFAULT_LENS, NOTHING)).toEqual([
      { name: 'all', lens: DEFAULT_LENS, part: [], counts: { actors: 3, relations: 2, claims: 4 } },
    ]);
  });

  it('when a lens cuts, then there is what is shown, and everything without the lens', () => {
    const scopes = toExportScopes(toAnswer(['stance=negative']), negative, NOTHING);

    expect(scopes.map(({ name, lens }) => [name, lens])).toEqual([
      ['shown', negative],
      ['all', DEFAULT_LENS],
    ]);
    expect(scopes[0]?.counts).toEqual({ actors: 2, relations: 1, claims: 1 });
  });

  it('when an actor is selected, then the selection is what is around it under the lens, with its own loops', () => {
    const [selection] = toExportScopes(toAnswer(), DEFAULT_LENS, toActorSelection(trump));

    expect(selection).toEqual({
      name: 'selection',
      lens: DEFAULT_LENS,
      part: [['around', trump]],
      counts: { actors: 3, relations: 3, claims: 3 },
    });
  });

  it('when a pair is selected, then the selection is what is between the two', () => {
    const [selection] = toExportScopes(toAnswer(), DEFAULT_LENS, toPairSelection(putin, trump));

    expect(selection?.part).toEqual([
      ['between', trump],
      ['between', putin],
    ]);
    expect(selection?.counts).toEqual({ actors: 2, relations: 2, claims: 2 });
  });

  it('when only the most mentioned actors are drawn, then what the page cannot count it does not', () => {
    const scopes = toExportScopes(
      toAnswer(['limit=2000', 'stance=negative']),
      negative,
      toActorSelection(trump),
    );

    expect(scopes.map(({ name, counts }) => [name, counts === null])).toEqual([
      ['shown', true],
      ['selection', true],
      ['all', false],
    ]);
  });

  it('when the lens is on other statuses, then everything, which is the accepted, is not counted by it', () => {
    const scopes = toExportScopes(toAnswer(), { ...DEFAULT_LENS, statuses: ['proposed'] }, NOTHING);

    expect(scopes.at(-1)).toMatchObject({ name: 'all', counts: null });
  });
});
