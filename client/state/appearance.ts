/** What the size of a node can tell. */
export const SIZES = ['claims', 'degree', 'betweenness', 'pagerank'] as const;
export type SizeBy = (typeof SIZES)[number];
/** What the colour of a node can tell. */
export const COLOURS = ['kind', 'community', 'claims', 'degree', 'betweenness', 'pagerank'] as const;
export type ColourBy = (typeof COLOURS)[number];

/** What size and colour of the nodes tell; part of the page's state and its link. */
export interface Appearance {
  readonly size: SizeBy;
  readonly colour: ColourBy;
}

export const DEFAULT_APPEARANCE: Appearance = { size: 'claims', colour: 'kind' };

/** Is something asked for that must be computed, and is betweenness, which takes long? */
export function toWantedMetrics({ size, colour }: Appearance): 'none' | 'quick' | 'all' {
  if (size === 'betweenness' || colour === 'betweenness') return 'all';
  return size === DEFAULT_APPEARANCE.size && colour === DEFAULT_APPEARANCE.colour ? 'none' : 'quick';
}
