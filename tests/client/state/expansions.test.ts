import { describe, expect, it } from 'vitest';
import {
  LOT,
  MOST_EXPANSIONS,
  countHidden,
  withExpansion,
  withoutLastExpansion,
} from '../../../client/state/expansions.ts';
import { toLoadedNetwork } from '../../../client/state/network-state.ts';
import { START_PAGE } from '../../../client/state/page-state.ts';
import { isSamePlace } from '../../../client/state/page-transitions.ts';
import type { ActorId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toNetworkAnswer } from './network-answer.ts';

const putin = 'vladimir-putin' as ActorId;

describe('expansions of the picture', () => {
  it('when neighbours are brought in, then it is another place, and taking them back leads to the one before', () => {
    const once = withExpansion(START_PAGE, putin);
    const twice = withExpansion(once, putin, 'threatens' as RelationTypeId, 3);
    expect(twice.expansions).toEqual([
      { actor: putin, count: LOT, type: null },
      { actor: putin, count: 3, type: 'threatens' },
    ]);
    expect(isSamePlace(once, twice)).toBe(false);
    expect(isSamePlace(withoutLastExpansion(twice), once)).toBe(true);
    expect(withoutLastExpansion(START_PAGE)).toBe(START_PAGE);
  });

  it('when there are as many steps as a link holds, then no more are added', () => {
    let page = START_PAGE;
    for (let step = 0; step < MOST_EXPANSIONS + 3; step += 1) page = withExpansion(page, putin);
    expect(page.expansions.length).toBe(MOST_EXPANSIONS);
  });
});

describe('countHidden', () => {
  it('when lines tie some neighbours, then the others are hidden; of an actor that is not drawn, all are', () => {
    const { graph } = toLoadedNetwork(toNetworkAnswer(), DEFAULT_LENS);
    expect(countHidden(graph, putin, 5)).toBe(4);
    expect(countHidden(graph, putin, 0)).toBe(0);
    expect(countHidden(graph, 'ghost' as ActorId, 5)).toBe(5);
  });
});
