import { floatColor } from 'sigma/utils';
import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { toEmphasis } from '../../../client/canvas/emphasis.ts';
import type { LineLook } from '../../../client/canvas/line-look.ts';
import { createLineLooks } from '../../../client/canvas/line-look.ts';
import { PALETTES } from '../../../client/canvas/palette.ts';
import type { Selection } from '../../../client/state/selection.ts';
import { NOTHING, toActorSelection } from '../../../client/state/selection.ts';
import { actor, sampleGraph } from './sample-graph.ts';

const ALL = { asserted: 0, denied: 0, planned: 0, hypothetical: 0 };
const drawing = toDrawingGraph(
  sampleGraph([
    { from: 'a', to: 'b', stance: 'positive' },
    { from: 'c', to: 'd', stance: 'positive' },
    { from: 'd', to: 'e', modalities: { ...ALL, planned: 1 } },
    { from: 'e', to: 'f', modalities: { ...ALL, hypothetical: 1 } },
  ]),
);
const PLAIN = floatColor(PALETTES.light.stances.positive);

function lookAt(from: string, to: string, selection: Selection, lines = 4, hovered = ''): LineLook {
  const [id = ''] = drawing.edges(from, to);
  const emphasis = toEmphasis({
    drawing,
    selection,
    shown: null,
    path: [],
    hovered: hovered === '' ? { kind: 'none' } : { kind: 'edge', edge: hovered },
  });
  return createLineLooks(emphasis, PALETTES.light, lines)(id, drawing.getEdgeAttributes(id));
}

describe('createLineLooks', () => {
  it('when a line is chosen, then it has its stance’s colour, and the others are paler than at rest', () => {
    const selection = toActorSelection(actor('a'));
    expect(lookAt('a', 'b', selection).colour).toBe(PLAIN);
    const [atRest, dimmed] = [lookAt('c', 'd', NOTHING), lookAt('c', 'd', selection)];
    expect(new Set([PLAIN, atRest.colour, dimmed.colour]).size).toBe(3);
  });

  it('when lines are thousands, then they are paler than a few, but not what is chosen', () => {
    const colours = [4, 1_000, 5_000].map((lines) => lookAt('a', 'b', NOTHING, lines).colour);
    expect(new Set(colours).size).toBe(3);
    expect(lookAt('a', 'b', toActorSelection(actor('a')), 5_000).colour).toBe(PLAIN);
  });

  it('when the pointer is over a line, then it is plain and thicker', () => {
    const [id = ''] = drawing.edges('c', 'd');
    const [atRest, lifted] = [lookAt('c', 'd', NOTHING), lookAt('c', 'd', NOTHING, 4, id)];
    expect(lifted.colour).toBe(PLAIN);
    expect(lifted.size).toBeGreaterThan(atRest.size);
  });

  it('when all is planned or hypothetical, then the line is dashed or dotted', () => {
    const dashes = [
      ['a', 'b'],
      ['d', 'e'],
      ['e', 'f'],
    ].map(([from = '', to = '']) => lookAt(from, to, NOTHING).dash);
    expect(dashes).toEqual(['none', 'dashes', 'dots']);
  });
});
