/** What a node's colour tells, where that is not its kind. */
export type Paint =
  /** Of a number: its step on the scale, from 0. */
  | { readonly kind: 'step'; readonly step: number }
  /** Of a community: its number, from 1; 0 is none. */
  | { readonly kind: 'community'; readonly community: number };

/** How a node is drawn, where not as the network says. */
export interface NodeLook {
  /** Radius in pixels at rest; undefined leaves the one of its claims. */
  readonly size?: number | undefined;
  readonly paint?: Paint | undefined;
}

/** By actor id. */
export type Looks = ReadonlyMap<string, NodeLook>;
