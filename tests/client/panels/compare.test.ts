import { describe, expect, it } from 'vitest';
import { createLineLooks } from '../../../client/canvas/line-look.ts';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { toEmphasis } from '../../../client/canvas/emphasis.ts';
import { PALETTES } from '../../../client/canvas/palette.ts';
import { SIDES_IN_ORDER, toSideWords, toViewWords } from '../../../client/panels/compare/view-words.ts';
import { toLoadedNetwork } from '../../../client/state/network-state.ts';
import { NOTHING } from '../../../client/state/selection.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toRgb } from '../../../graph-data/network/appearance.ts';
import { contrastOf } from '../canvas/colour-vision.ts';
import { sampleGraph } from '../canvas/sample-graph.ts';
import { toNetworkAnswer } from '../state/network-answer.ts';

describe('toViewWords', () => {
  it('when a view is named, then by the name that is known of it, or else by its id in words', () => {
    const names = new Map([['steve-witkoff', 'Steve Witkoff']]);
    expect([
      toViewWords('speaker', 'steve-witkoff', names),
      toViewWords('speaker', 'none', names),
      toViewWords('speaker', 'white-house', names),
      toViewWords('document', 'steve-witkoff', names),
      toViewWords('publisher', 'a-b', names),
      toViewWords('date', '2025-03', names),
    ]).toEqual([
      'Steve Witkoff',
      'the document’s own voice',
      'white house',
      'steve witkoff',
      'a-b',
      'March 2025',
    ]);
    expect(SIDES_IN_ORDER.map((side) => toSideWords(side, 'Ann', 'Ben'))).toEqual([
      'They contradict',
      'Only Ann',
      'Only Ben',
      'Both',
    ]);
  });
});

describe('toLoadedNetwork', () => {
  it('when two views are compared, then each relation knows whose it is; otherwise none does', () => {
    const comparison = { by: 'speaker', a: 'x', b: 'y' } as const;
    const { graph, compared } = toLoadedNetwork(
      { ...toNetworkAnswer(), sides: ['contradict'] },
      DEFAULT_LENS,
      comparison,
    );
    const [edge = ''] = graph.edges();
    expect(compared).toEqual({ comparison, sides: new Map([[edge, 'contradict']]) });
    expect(graph.getEdgeAttribute(edge, 'side')).toBe('contradict');
    const plain = toLoadedNetwork(toNetworkAnswer(), DEFAULT_LENS);
    expect(plain.compared).toBeNull();
    expect(plain.graph.getEdgeAttributes(edge)).not.toHaveProperty('side');
  });
});

describe('the lines of two views', () => {
  const drawing = toDrawingGraph(
    sampleGraph(
      SIDES_IN_ORDER.map((side, index) => ({
        from: `f${index}`,
        to: `t${index}`,
        side,
        stance: 'positive' as const,
      })),
    ),
  );
  const emphasis = toEmphasis({
    drawing,
    selection: NOTHING,
    shown: null,
    path: [],
    hovered: { kind: 'none' },
  });
  const lookOf = createLineLooks(emphasis, PALETTES.light, 4);
  const looks = drawing.mapEdges((id, data) => lookOf(id, data));

  it('when they are drawn, then each kind has a pattern of its own, whatever the colours', () => {
    expect(looks.map(({ dash }) => dash)).toEqual(['zigzag', 'none', 'dashes', 'double']);
  });

  it('when a line is double or a zigzag, then it is wide enough to be told apart', () => {
    const [zigzag, full, , double] = looks.map(({ size }) => size);
    expect(zigzag).toBeGreaterThanOrEqual(6);
    expect(double).toBeGreaterThanOrEqual(4);
    expect(full).toBeLessThan(4);
  });

  it('when a bundle holds relations of both, then it is double; where they contradict in any, a zigzag', () => {
    const bundle = (sides: readonly ('a' | 'b' | 'contradict')[]) =>
      toDrawingGraph(
        sampleGraph(sides.map((side) => ({ from: 'a', to: 'b', side }))),
        () => undefined,
        0,
      ).mapEdges((_, { side }) => side);
    expect(bundle(['a', 'a'])).toEqual(['a']);
    expect(bundle(['a', 'b', 'a'])).toEqual(['both']);
    expect(bundle(['a', 'contradict', 'b'])).toEqual(['contradict']);
  });

  it('when the colours are looked at, then each stands out from its ground by 3:1 (WCAG 2.2, 1.4.11)', () => {
    for (const palette of Object.values(PALETTES))
      for (const colour of Object.values(palette.sides))
        expect(contrastOf(toRgb(colour), toRgb(palette.background))).toBeGreaterThanOrEqual(3);
  });
});
