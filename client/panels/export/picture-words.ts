import type { DrawingGraph } from '../../canvas/drawing-graph.ts';
import type { PictureKey, PictureWords } from '../../canvas/network-picture.ts';
import type { Palette } from '../../canvas/palette.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { KINDS, STANCES } from '../../state/closed-values.ts';
import { SIDES_IN_ORDER, toSideWords } from '../compare/view-words.ts';
import type { ShownWords } from '../lens/shown-words.ts';
import { toCutWords, toShownSentence } from '../lens/shown-words.ts';
import { COLOUR_WORDS, METRIC_WORDS } from '../ranking/appearance-words.ts';
import type { Appearance } from '../../state/appearance.ts';
import { KIND_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { toShareWords } from '../words/count-words.ts';

interface PictureOf {
  readonly meta: LoadedNetwork['meta'];
  readonly appearance: Appearance;
  /** Two views that are compared, or one network, and the lens. */
  readonly shown: ShownWords;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** What is printed on a picture: how much of how much it shows, the lens, the version, and what its looks mean. */
export function toPictureWords(drawing: DrawingGraph, palette: Palette, of: PictureOf): PictureWords {
  const { meta, appearance, shown, at } = of;
  const counts = (['actors', 'relations', 'claims'] as const)
    .map((what) => toShareWords(meta.shown[what], meta.total[what], what))
    .join(', ');
  const notes = [shown.compared === null ? '' : 'what either of the two states', toCutWords(meta.cutBy)];
  const why = notes.filter((note) => note !== '').join('; ');
  return {
    title: 'Who says what about whom',
    captions: [
      `Shown: ${counts}${why === '' ? '' : `: ${why}`}.`,
      toShownSentence(shown, 'No lens.'),
      `Version ${meta.version} of the data; made with Onrecord on ${at}.`,
    ],
    legend: [...toNodeKeys(drawing, palette, appearance), ...toLineKeys(drawing, shown.compared)],
  };
}

function toNodeKeys(drawing: DrawingGraph, palette: Palette, { size, colour }: Appearance): PictureKey[] {
  const sizes: PictureKey[] = [{ words: `Size: ${METRIC_WORDS[size].toLowerCase()}` }];
  if (colour !== 'kind') return [...sizes, { words: `Colour: ${COLOUR_WORDS[colour].toLowerCase()}` }];
  const present = new Set(drawing.mapNodes((_id, { kind }) => kind));
  const kinds = KINDS.filter((kind) => present.has(kind));
  return [...sizes, ...kinds.map((kind) => ({ words: KIND_WORDS[kind].many, dot: palette.kinds[kind] }))];
}

function toLineKeys(drawing: DrawingGraph, compared: ShownWords['compared']): PictureKey[] {
  const lines = drawing.mapEdges((_id, data) => data);
  const marks: PictureKey[] = [
    ...(lines.some(({ isDenied }) => isDenied) ? [{ words: 'Denied', line: { isDenied: true } }] : []),
    ...(lines.some(({ isDisputed }) => isDisputed)
      ? [{ words: 'Disputed', line: { isDisputed: true } }]
      : []),
    ...(lines.some(({ relations }) => relations.length > 1)
      ? [{ words: 'So many relations', pill: '3' }]
      : []),
  ];
  if (compared !== null) {
    const { a, b } = compared;
    return [...SIDES_IN_ORDER.map((side) => ({ words: toSideWords(side, a, b), line: { side } })), ...marks];
  }
  const isPlan = lines.some(({ isTentative, isHypothetical }) => isTentative && !isHypothetical);
  return [
    ...STANCES.filter((stance) => lines.some((line) => line.stance === stance)).map((stance) => ({
      words: STANCE_WORDS[stance],
      line: { stance },
    })),
    ...(isPlan ? [{ words: 'Planned', line: { isTentative: true } }] : []),
    ...(lines.some(({ isHypothetical }) => isHypothetical)
      ? [{ words: 'Hypothetical', line: { isHypothetical: true } }]
      : []),
    ...marks,
  ];
}
