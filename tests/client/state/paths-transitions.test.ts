import { describe, expect, it } from 'vitest';
import { hasPanel, withCaseFile, withoutPanel } from '../../../client/state/page-panel.ts';
import type { PageState } from '../../../client/state/page-state.ts';
import { START_PAGE } from '../../../client/state/page-state.ts';
import { isSamePlace, stepBack, withSelection } from '../../../client/state/page-transitions.ts';
import { withPaths, withPathsBetween } from '../../../client/state/paths-transitions.ts';
import { toActorSelection } from '../../../client/state/selection.ts';
import { parseUrlQuery } from '../../../client/state/url-state.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';

const [a, b] = ['a', 'b'] as ActorId[] as [ActorId, ActorId];
const asking: PageState = withPathsBetween(START_PAGE, [a, b]);

describe('a question of paths', () => {
  it('when an actor is selected, then its card stands before the question, which comes back when it is closed', () => {
    const selected = withSelection(asking, toActorSelection(a));

    expect(selected.paths?.actors).toEqual([a, b]);
    expect(withoutPanel(selected)).toEqual(asking);
    expect(stepBack(selected)).toEqual(asking);
    expect(hasPanel(withoutPanel(asking))).toBe(false);
    expect(hasPanel(stepBack(asking))).toBe(false);
  });

  it('when something else is asked, then the first answer is in front; another one in front is the same place', () => {
    const third = withPaths(asking, { front: 3 });

    expect(withPaths(third, { steps: 2 }).paths?.front).toBe(1);
    expect(isSamePlace(asking, third)).toBe(true);
    expect(isSamePlace(asking, withPaths(asking, { steps: 2 }))).toBe(false);
  });

  it('when the case file is opened, then the question waits behind it', () => {
    const open = withCaseFile(asking, true);

    expect(open.isCaseOpen).toBe(true);
    expect(withoutPanel(open)).toEqual(asking);
    expect(isSamePlace(open, asking)).toBe(false);
  });

  it('when an address asks nonsense, then it is named and left out', () => {
    const { page, faults } = parseUrlQuery('paths=a..b..a&k=99&way=up&steps=0');

    expect(page.paths).toBeNull();
    expect(faults).toEqual(['paths=a..b..a', 'k=99', 'way=up', 'steps=0']);
    expect(parseUrlQuery('paths=a..b&steps=9').faults).toEqual(['steps=9']);
  });
});
