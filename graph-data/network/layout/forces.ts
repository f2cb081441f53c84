/**
 * The model of ForceAtlas2 (Jacomy et al. 2014) with strong gravity: tied nodes attract in proportion to distance and pull,
 * all nodes repel in proportion to both masses and to 1 / distance, and each is drawn to (0, 0) in proportion to distance and
 * mass. A node's mass is 1 and the weights of its edges.
 */
export interface Forces {
  /** How strongly nodes repel: sets the picture's size alone, where gravity is `gravity`. */
  readonly scaling: number;
  readonly gravity: number;
  /** The pull of an edge is its weight to this power. */
  readonly weightInfluence: 0.5 | 1;
}

/**
 * Strong gravity fills a disc: hubs stand apart and what is tied to nothing stays near. Weights count by their square root, or
 * hubs would sit on each other.
 */
export const FORCES: Forces = { scaling: 1, gravity: 0.4, weightInfluence: 0.5 };

/** The pull of an edge of this weight. */
export function toPull(weight: number, { weightInfluence }: Forces): number {
  return weightInfluence === 0.5 ? Math.sqrt(weight) : weight;
}
