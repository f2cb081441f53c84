import type { DrawingGraph } from '../../canvas/drawing-graph.ts';
import type { PictureKey, PictureWords } from '../../canvas/network-picture.ts';
import type { Palette } from '../../canvas/palette.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { KINDS, STANCES } from '../../state/closed-values.ts';
import { COLOUR_WORDS, METRIC_WORDS } from '../ranking/appearance-words.ts';
import type { Appearance } from '../../state/appearance.ts';
import { KIND_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { toShareWords } from '../words/count-words.ts';

interface PictureOf {
  readonly meta: LoadedNetwork['meta'];
  readonly appearance: Appearance;
  /** The lens in words; empty where there is none. */
  readonly lens: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** What is printed on a picture: how much of how much it shows, the lens, the version, and what its looks mean. */
export function toPictureWords(drawing: DrawingGraph, palette: Palette, of: PictureOf): PictureWords {
  const { meta, appearance, lens, at } = of;
  const counts = (['actors', 'relations', 'claims'] as const)
    .map((what) => toShareWords(meta.shown[what], meta.total[what], what))
    .join(', ');
  return {
    title: 'Who says what about whom',
    captions: [
      `Shown: ${counts}${meta.cutBy.length > 0 && lens === '' ? ', those with most claims' : ''}.`,
      lens === '' ? 'No lens.' : `Lens: ${lens}.`,
      `Version ${meta.version} of the data; made with Onrecord on ${at}.`,
    ],
    legend: [...toNodeKeys(drawing, palette, appearance), ...toLineKeys(drawing)],
  };
}

function toNodeKeys(drawing: DrawingGraph, palette: Palette, { size, colour }: Appearance): PictureKey[] {
  const sizes: PictureKey[] = [{ words: `Size: ${METRIC_WORDS[size].toLowerCase()}` }];
  if (colour !== 'kind') return [...sizes, { words: `Colour: ${COLOUR_WORDS[colour].toLowerCase()}` }];
  const present = new Set(drawing.mapNodes((_id, { kind }) => kind));
  const kinds = KINDS.filter((kind) => present.has(kind));
  return [...sizes, ...kinds.map((kind) => ({ words: KIND_WORDS[kind].many, dot: palette.kinds[kind] }))];
}

const SIDES = [
  ['a', 'Only A states it'],
  ['b', 'Only B states it'],
  ['both', 'Both state it'],
  ['contradict', 'They contradict'],
] as const;

function toLineKeys(drawing: DrawingGraph): PictureKey[] {
  const lines = drawing.mapEdges((_id, data) => data);
  const marks: PictureKey[] = [
    ...(lines.some(({ isDenied }) => isDenied) ? [{ words: 'Denied', line: { isDenied: true } }] : []),
    ...(lines.some(({ isDisputed }) => isDisputed)
      ? [{ words: 'Disputed', line: { isDisputed: true } }]
      : []),
  ];
  if (lines.some(({ side }) => side !== undefined))
    return [...SIDES.map(([side, words]) => ({ words, line: { side } })), ...marks];
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
