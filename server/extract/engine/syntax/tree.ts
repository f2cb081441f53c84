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
  readonly up: string[];
  readonly top: number;
  readonly down: string[];
  readonly tokens: number[];
}

/** The path from token `a` to token `b`. */
export function pathBetween({ head, relation }: Tree, a: number, b: number): Path {
  const above: number[] = [a];
  for (let at = head[a] ?? -1; at !== -1; at = head[at] ?? -1) above.push(at);
  const place = new Map(above.map((token, k) => [token, k]));
  const below: number[] = [b];
  let top = b;
  while (!place.has(top) && top !== -1) {
    top = head[top] ?? -1;
    below.push(top);
  }
  const k = place.get(top) ?? above.length;
  return {
    up: above.slice(0, k).map((token) => relation[token] ?? ''),
    top,
    down: below
      .slice(0, -1)
      .map((token) => relation[token] ?? '')
      .reverse(),
    tokens: [...above.slice(1, k), top, ...below.slice(1, -1).reverse()],
  };
}
