import { describe, expect, it } from 'vitest';
import type { Hovered } from '../../../client/canvas/canvas-state.ts';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import type { Emphasis } from '../../../client/canvas/emphasis.ts';
import { toEmphasis } from '../../../client/canvas/emphasis.ts';
import type { Selection } from '../../../client/state/selection.ts';
import { NOTHING, toActorSelection, toPairSelection } from '../../../client/state/selection.ts';
import { actor, sampleGraph } from './sample-graph.ts';

// Claims fall in the order in which actors are first named: a, b, c, d, e.
const drawing = toDrawingGraph(
  sampleGraph([
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'a' },
    { from: 'd', to: 'e' },
  ]),
);

function emphasise(selection: Selection, hovered: Hovered = { kind: 'none' }, path: string[] = []): Emphasis {
  return toEmphasis({ drawing, selection, hovered, shown: null, path: path.map(actor) });
}

describe('toEmphasis', () => {
  it('when nothing is selected, then nothing is dimmed', () => {
    expect(emphasise(NOTHING)).toMatchObject({ isFocused: false, labelled: [], actors: new Set() });
  });

  it('when an actor is selected, then it, its neighbours and their lines stand out, and are named by claims', () => {
    const { isFocused, actors, edges, chosen, labelled } = emphasise(toActorSelection(actor('a')));
    expect(isFocused).toBe(true);
    expect([...chosen]).toEqual(['a']);
    expect(actors).toEqual(new Set(['a', 'b', 'c']));
    expect(edges.size).toBe(3);
    expect(labelled).toEqual(['a', 'b', 'c']);
  });

  it('when a path is in front, then its actors and the lines of its steps stand out, until something is selected', () => {
    const { chosen, edges, labelledEdges, actors } = emphasise(NOTHING, { kind: 'none' }, [
      'c',
      'a',
      'b',
      'gone',
    ]);
    expect([...chosen]).toEqual(['c', 'a', 'b']);
    expect(actors).toEqual(new Set(['c', 'a', 'b']));
    expect(edges.size).toBe(3);
    expect(labelledEdges).toEqual(edges);
    expect([...emphasise(toActorSelection(actor('e')), { kind: 'none' }, ['c', 'a']).chosen]).toEqual(['e']);
  });

  it('when a pair is selected, then both and all lines between them stand out, and the lines say what they are', () => {
    const { chosen, actors, edges, labelledEdges } = emphasise(toPairSelection(actor('b'), actor('a')));
    expect([...chosen]).toEqual(['a', 'b']);
    expect(actors).toEqual(new Set(['a', 'b']));
    expect(edges.size).toBe(2);
    expect(labelledEdges).toEqual(edges);
  });

  it('when what is selected is not drawn, then nothing is dimmed', () => {
    expect(emphasise(toActorSelection(actor('unknown'))).isFocused).toBe(false);
    expect(emphasise(toPairSelection(actor('unknown'), actor('other'))).isFocused).toBe(false);
  });

  it('when the pointer is over a node, then it is named after what is selected, and it and its neighbours are lifted', () => {
    const { labelled, hoveredActors, hoveredEdges, labelledEdges } = emphasise(toActorSelection(actor('a')), {
      kind: 'actor',
      actor: actor('d'),
    });
    expect(labelled).toEqual(['a', 'd', 'b', 'c']);
    expect(hoveredActors).toEqual(new Set(['d', 'e']));
    expect([hoveredEdges.size, labelledEdges.size]).toEqual([1, 0]);
  });

  it('when the pointer is over a line, then it says what it is and both its ends are named', () => {
    const [edge = ''] = drawing.edges('d', 'e');
    const { labelledEdges, labelled } = emphasise(NOTHING, { kind: 'edge', edge });
    expect([...labelledEdges]).toEqual([edge]);
    expect(labelled).toEqual(['d', 'e']);
  });

  it('when the pointer is over the mark that a pair shares, then all lines of the pair are lifted', () => {
    const { hoveredEdges } = emphasise(NOTHING, { kind: 'pair', a: actor('a'), b: actor('b') });
    expect(hoveredEdges.size).toBe(2);
  });
});
