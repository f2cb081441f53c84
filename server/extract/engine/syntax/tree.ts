/** Head and relation of each token: a deterministic sketch of a dependency tree, good enough for who does what to whom. */
export interface Tree {
  /** The token that each token hangs on, -1 for the root. */
  readonly head: Int32Array;
  /**
   * subj, subjpass, obj, p:WORD (a preposition on what it belongs to), pobj, mod, poss, conj, appos, xcomp (its subject is
   * the governor's), xcompo (its subject is the governor's object), adv, acl, relcl, ccomp, dep, aux, punct.
   */
  readonly relation: string[];
}

/** From one token up to where the two meet and down to the other. */
export interface Path {
  /** The first token and those above it, below the top. */
  readonly up: readonly number[];
  readonly top: number;
  /** The tokens from below the top down to the second. */
  readonly down: readonly number[];
}

/** Steps of each token from the root. */
export function depthsOf({ head }: Tree): Int32Array {
  const depths = new Int32Array(head.length).fill(-1);
  const above: number[] = [];
  for (let token = 0; token < head.length; token += 1) {
    let at = token;
    while (at >= 0 && depths[at] === -1) {
      above.push(at);
      at = head[at] ?? -1;
    }
    let depth = at < 0 ? -1 : (depths[at] ?? 0);
    while (above.length > 0) depths[above.pop() ?? 0] = depth += 1;
  }
  return depths;
}

/** The path from token `a` to token `b` of a tree with its {@link depthsOf}. */
export function pathBetween({ head }: Tree, depths: Int32Array, a: number, b: number): Path {
  const up: number[] = [];
  const down: number[] = [];
  let [from, to] = [a, b];
  while (from !== to && (from >= 0 || to >= 0)) {
    if ((depths[from] ?? -1) >= (depths[to] ?? -1)) {
      up.push(from);
      from = head[from] ?? -1;
    } else {
      down.push(to);
      to = head[to] ?? -1;
    }
  }
  return { up, top: from, down: down.reverse() };
}
