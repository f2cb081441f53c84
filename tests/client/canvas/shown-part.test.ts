import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { toEmphasis } from '../../../client/canvas/emphasis.ts';
import { advance } from '../../../client/canvas/line-fade.ts';
import { countShown, isActorShown, isLineShown, toShownPart } from '../../../client/canvas/shown-part.ts';
import { toActorSelection } from '../../../client/state/selection.ts';
import { actor, sampleGraph } from './sample-graph.ts';

const graph = sampleGraph([
  { from: 'a', to: 'b' },
  { from: 'a', to: 'b' },
  { from: 'a', to: 'b' },
  { from: 'b', to: 'a' },
  { from: 'a', to: 'c' },
]);
const drawing = toDrawingGraph(graph);
const [bundle = ''] = drawing.edges('a', 'b');
const [line = ''] = drawing.edges('a', 'c');
const part = toShownPart(graph, new Set(['a.type-0.b', 'b.type-3.a']));

describe('what is shown of a drawing', () => {
  it('when some relations are left, then so are their actors, and bundles that hold one, with their number', () => {
    expect([...part.actors].sort()).toEqual(['a', 'b']);
    expect(isActorShown(part, 'c')).toBe(false);
    expect(isLineShown(part, drawing.getEdgeAttributes(bundle))).toBe(true);
    expect(countShown(part, drawing.getEdgeAttributes(bundle))).toBe(2);
    expect(isLineShown(part, drawing.getEdgeAttributes(line))).toBe(false);
  });

  it('when nothing is left out, then everything is shown', () => {
    expect(isActorShown(null, 'c')).toBe(true);
    expect(isLineShown(null, drawing.getEdgeAttributes(line))).toBe(true);
    expect(countShown(null, drawing.getEdgeAttributes(bundle))).toBe(4);
  });

  it('when an actor is selected, then what is left out stands out nowhere', () => {
    const hovered = { kind: 'none' } as const;
    const emphasisOf = (id: string) =>
      toEmphasis({ drawing, hovered, shown: part, path: [], selection: toActorSelection(actor(id)) });
    expect(emphasisOf('a').labelled).toEqual(['a', 'b']);
    expect([...emphasisOf('a').edges]).toEqual([bundle]);
    expect(emphasisOf('c')).toMatchObject({ isFocused: false, labelled: [] });
  });
});

describe('lines that come and go', () => {
  it('when time goes by, then each moves towards what is shown, and is done when it has arrived', () => {
    const fading = new Map([
      [bundle, 0.5],
      [line, 0.5],
    ]);
    advance(fading, drawing, part, 0.25);
    expect([...fading]).toEqual([
      [bundle, 0.75],
      [line, 0.25],
    ]);
    advance(fading, drawing, null, 0.25); // it turns round
    expect([...fading]).toEqual([[line, 0.5]]);
    advance(fading, drawing, null, 0.5);
    expect(fading.size).toBe(0);
  });

  it('when no time has gone by, then none has arrived', () => {
    const fading = new Map([[line, 1]]);
    advance(fading, drawing, null, 0);
    expect([...fading]).toEqual([[line, 1]]);
  });
});
