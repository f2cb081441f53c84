import type { Tree } from './tree.ts';

/** The part that a mention plays at a predicate. */
export interface Role {
  /** subj, obj, mod, poss, p:WORD, light (the subject of the verb whose object the noun is), that (in its clause). */
  readonly slot: string;
  /** How the mention hangs within the argument, '' where it is the argument itself, else mod, poss, of, in, on; after @ where it is
   * inside another actor's mention ("the Norwegian president Anna Berg").
   */
  readonly inside: string;
  /** Steps from the mention; fewer is surer. */
  readonly depth: number;
}

/** What the search for roles asks of tokens. */
export interface RoleWords {
  /** A common noun outside the mention itself: it may be the mention's title. */
  readonly isNoun: (token: number) => boolean;
  /** The head of another actor's mention. */
  readonly isNamed: (token: number) => boolean;
}

const MOST_STEPS = 14;
const FARTHEST = 7;

/** The tokens that hang on each token, in order. */
export function childrenOf(tree: Tree): number[][] {
  const children: number[][] = tree.relation.map(() => []);
  tree.head.forEach((head, at) => {
    if (head >= 0) (children[head] ?? []).push(at);
  });
  return children;
}

/**
 * The part that the phrase of `token` plays at each predicate it reaches, with what coordination, control, relative clauses,
 * passives and light verbs hand on: Map from the predicate's token to the nearest role. At most 14 predicates.
 */
export function findRoles(
  tree: Tree,
  children: readonly (readonly number[])[],
  token: number,
  { isNoun, isNamed }: RoleWords,
): Map<number, Role> {
  const roles = new Map<number, Role>();
  const give = (at: number, slot: string, inside: string, depth: number): void => {
    const known = roles.get(at);
    if (at < 0 || depth > FARTHEST || roles.size >= 24 || (known && known.depth <= depth)) return;
    roles.set(at, { slot, inside, depth });
    if (slot === 'subj') handOnSubject(at, inside, depth);
    else if (slot === 'obj')
      for (const child of children[at] ?? []) {
        const relation = tree.relation[child] ?? '';
        if (relation === 'xcompo' || relation === 'acling' || relation === 'adv:for' || relation === 'adv:of')
          give(child, 'subj', inside, depth + 1);
      }
  };
  const handOnSubject = (at: number, inside: string, depth: number): void => {
    for (const child of children[at] ?? []) {
      const relation = tree.relation[child] ?? '';
      if (
        relation === 'xcomp' ||
        relation === 'conj' ||
        relation === 'adv' ||
        /^adv:(?!for|of)/.test(relation)
      ) {
        if (!(children[child] ?? []).some((c) => /^subj/.test(tree.relation[c] ?? '')))
          give(child, 'subj', inside, depth + 1);
      } else if (relation === 'obj') {
        give(child, 'light', inside, depth + 1);
        for (const c of children[child] ?? [])
          if (tree.relation[c] === 'acl') give(c, 'subj', inside, depth + 1);
      } else if (/^p:(in|to|for|on|into|at)$/.test(relation))
        for (const c of children[child] ?? [])
          if (tree.relation[c] === 'pobj') give(c, 'light', inside, depth + 1);
    }
  };
  let at = token;
  let inside = '';
  let depth = 0;
  for (let steps = 0; steps < MOST_STEPS && depth <= FARTHEST; steps += 1) {
    for (const child of children[at] ?? []) {
      const relation = tree.relation[child] ?? '';
      if (relation === 'relcl') give(child, 'subj', inside, depth + 1);
      else if (steps === 0 && isNoun(child) && (relation === 'mod' || relation === 'appos'))
        give(child, 'self', inside, depth + 1);
      else if (relation === 'relclpass') give(child, 'obj', inside, depth + 1);
    }
    const head = tree.head[at] ?? -1;
    const relation = tree.relation[at] ?? '';
    if (head < 0) break;
    if (relation === 'conj' && depth > 0 && !tree.relation[head]) break;
    switch (relation) {
      case 'conj':
      case 'appos':
        break;
      case 'mod':
      case 'poss':
        depth += 1;
        give(head, relation, inside, depth);
        inside ||= (isNamed(head) ? '@' : '') + relation;
        break;
      case 'pobj': {
        const governor = tree.head[head] ?? -1;
        if (governor < 0) return roles;
        depth += 1;
        const slot = tree.relation[head] ?? '';
        give(governor, slot, inside, depth);
        // "explained the plan to Chile": what hangs on the object may belong to its verb
        if (tree.relation[governor] === 'obj' && slot !== 'p:of')
          give(tree.head[governor] ?? -1, slot, inside, depth + 1);
        inside ||= (isNamed(governor) ? '@' : '') + slot.slice(2);
        at = governor;
        continue;
      }
      case 'subj':
        depth += 1;
        give(head, 'subj', inside, depth);
        inside = `${inside}^`;
        break;
      case 'subjpass':
      case 'obj':
        depth += 1;
        give(head, 'obj', inside, depth);
        inside = `${inside}^`;
        break;
      default:
        // a verb under another: what it says is that one's matter
        depth += 1;
        give(head, 'that', inside, depth + 1);
    }
    at = head;
  }
  return roles;
}
