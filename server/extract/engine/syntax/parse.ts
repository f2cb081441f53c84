import type { Sentence, Token } from '../report.ts';

/** Head and relation of each token: a deterministic sketch of a dependency tree, good enough for the path between two names. */
export interface Tree {
  readonly head: Int16Array;
  readonly relation: string[];
}

const NOUNISH = /^(NOUN|PROPN|PRON|NUM)$/;
const OBJECT_CONTROL =
  /^(urge|ask|call|invite|push|press|order|tell|encourage|force|persuade|want|allow|help|pressure|request|require|warn|enable|expect|get|lead|advise|permit|compel|instruct)$/;
const isVerb = (t: Token | undefined): boolean => t !== undefined && t.pos === 'VERB';
const BREAK = /^(that|because|while|when|whereas|although|if|who|which|where|but|;|—|–|:|“|”|")$/;

export function parse(
  sentence: Sentence,
  mentionOf: (token: number) => { from: number; to: number } | undefined,
): Tree {
  const { tokens } = sentence;
  const n = tokens.length;
  const head = new Int16Array(n).fill(-1);
  const relation: string[] = new Array<string>(n).fill('');
  const set = (i: number, h: number, r: string): void => {
    if (i !== h && head[i] === -1) {
      head[i] = h;
      relation[i] = r;
    }
  };
  // 1. noun phrases: runs of determiners, adjectives, nouns, names; the head is the last noun, a name's last token for a name
  interface Chunk {
    from: number;
    to: number;
    head: number;
  }
  const chunks: Chunk[] = [];
  const chunkOf = new Int16Array(n).fill(-1);
  let i = 0;
  while (i < n) {
    const m = mentionOf(i);
    const t = tokens[i]!;
    if (m || (/^(DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(t.pos) && !BREAK.test(t.lower))) {
      let j = i;
      let last = i;
      let named = false;
      while (j < n) {
        const mj = mentionOf(j);
        const u = tokens[j]!;
        if (mj && mj.from === j) {
          if (j > i && named && !isPremodifier(j - 1, mj)) break;
          last = mj.to - 1;
          named = true;
          j = mj.to;
          if (tokens[j] && /^(NOUN|ADJ|PROPN)$/.test(tokens[j]!.pos) && !/^['’]s$/.test(tokens[j]!.text))
            continue;
          break;
        }
        if (/^(NOUN|PROPN|NUM)$/.test(u.pos) || (u.pos === 'PRON' && j === i)) {
          last = j;
          j += 1;
          if (
            u.pos === 'PRON' &&
            !/^(his|her|their|its|our|my|your|this|that|these|those|all|both|some|any)$/.test(u.lower)
          )
            break;
          continue;
        }
        if (
          /^(DET|ADJ)$/.test(u.pos) &&
          !(u.pos === 'DET' && j > i && !/^(the|all|both|many)$/.test(tokens[j - 1]!.lower))
        ) {
          j += 1;
          continue;
        }
        if (
          u.pos === 'VERB' &&
          /(ed|ing)$/.test(u.lower) &&
          j > i &&
          tokens[j + 1] &&
          /^(NOUN|PROPN)$/.test(tokens[j + 1]!.pos) &&
          /^(DET|ADJ|PRON)$/.test(tokens[j - 1]!.pos)
        ) {
          j += 1;
          continue;
        }
        if (u.pos === 'ADV' && tokens[j + 1]?.pos === 'ADJ' && j > i) {
          j += 1;
          continue;
        }
        break;
      }
      if (j === i) {
        i += 1;
        continue;
      }
      const k = chunks.length;
      chunks.push({ from: i, to: j, head: last });
      for (let q = i; q < j; q += 1) {
        chunkOf[q] = k;
        if (q !== last) set(q, last, 'mod');
      }
      i = j;
      continue;
    }
    i += 1;
  }
  function isPremodifier(q: number, next: { from: number }): boolean {
    void next;
    return !/^['’]s$/.test(tokens[q]?.text ?? '') && q >= 0 && tokens[q]!.pos !== 'PUNCT';
  }
  // possessives: owner's chunk hangs on the chunk after 's
  chunks.forEach((c, k) => {
    const s = tokens[c.to];
    const next = chunks[k + 1];
    if (s && /^['’]s?$/.test(s.text) && next && next.from === c.to + 1) {
      set(c.head, next.head, 'poss');
      set(c.to, c.head, 'case');
    }
  });
  // 2. verb groups
  interface Group {
    from: number;
    to: number;
    main: number;
    passive: boolean;
    infinitive: boolean;
    participle: boolean;
  }
  const groups: Group[] = [];
  i = 0;
  while (i < n) {
    const t = tokens[i]!;
    if (
      (t.pos === 'VERB' ||
        t.pos === 'AUX' ||
        (t.pos === 'PART' && t.lower === 'to' && /^(VERB|AUX|ADV)$/.test(tokens[i + 1]?.pos ?? ''))) &&
      chunkOf[i] === -1
    ) {
      let j = i;
      let main = -1;
      let be = false;
      while (
        j < n &&
        /^(VERB|AUX|ADV|PART)$/.test(tokens[j]!.pos) &&
        chunkOf[j] === -1 &&
        !/^['’]s$/.test(tokens[j]!.text)
      ) {
        const u = tokens[j]!;
        if (j > i && u.lower === 'to' && main >= 0) break;
        if (/^(be|is|was|were|are|been|being|am)$/.test(u.lower)) be = true;
        if (u.pos === 'VERB') {
          if (main >= 0 && !/^(ADV)$/.test(tokens[j - 1]!.pos) && isVerb(tokens[j - 1])) break;
          main = j;
        } else if (main < 0 && u.pos === 'AUX') {
          /* copula unless a verb follows */
        }
        j += 1;
      }
      if (main < 0) main = j - 1;
      while (main > i && tokens[main]!.pos === 'ADV') main -= 1;
      groups.push({
        from: i,
        to: j,
        main,
        passive: be && tokens[main]!.pos === 'VERB' && /(ed|en|n|t|ne|ld|ught|nd)$/.test(tokens[main]!.lower),
        infinitive: t.lower === 'to',
        participle: !be && /ing$/.test(tokens[main]!.lower) && i === main,
      });
      for (let q = i; q < j; q += 1) if (q !== main) set(q, main, 'aux');
      i = Math.max(j, i + 1);
      continue;
    }
    i += 1;
  }
  const groupAt = (q: number): Group | undefined => groups.find((g) => g.from <= q && q < g.to);
  // 3. what each noun phrase hangs on
  let root = -1;
  const subjectOf = new Map<number, number>();
  chunks.forEach((c, k) => {
    if (head[c.head] !== -1) return;
    const before = c.from - 1;
    const prev = tokens[before];
    if ((prev && prev.pos === 'ADP') || (prev && prev.pos === 'PART' && prev.lower === 'to')) {
      let q = before;
      while (q > 0 && tokens[q - 1]!.pos === 'ADP') q -= 1;
      const prep = tokens[before]!.lower;
      set(c.head, before, `pobj`);
      // the preposition hangs on the nearest noun or verb to the left
      let h = q - 1;
      while (h >= 0 && !(chunkOf[h]! >= 0 || groupAt(h)) && !/^[,;]$/.test(tokens[h]!.text)) h -= 1;
      let governor = h < 0 ? -1 : chunkOf[h]! >= 0 ? chunks[chunkOf[h]!]!.head : (groupAt(h)?.main ?? -1);
      if (governor === -1 && h > 0 && /^[,;]$/.test(tokens[h]!.text)) {
        const g = [...groups].reverse().find((x) => x.to <= h);
        governor = g?.main ?? -1;
      }
      if (
        governor >= 0 &&
        chunkOf[governor]! >= 0 &&
        /^(with|to|by|at|against|from|on|in|for|into|about)$/.test(prep)
      ) {
        // an object between the verb and the preposition: let names go up to the verb, deverbal nouns keep it
        const cg = chunks[chunkOf[governor]!]!;
        const noun = tokens[cg.head]!;
        const isName = mentionOf(cg.head) !== undefined;
        const isTime = /day|week|month|year|phone|today|yesterday|moscow/.test(noun.lower);
        if (
          isName ||
          isTime ||
          (/^(by|with)$/.test(prep) &&
            !/(relation|cooperation|talk|meeting|conversation|agreement|partnership|contact|tie|dialogue|war|conflict|solidarity|border|deal|consultation|call|engagement|coordination|relationship)/.test(
              noun.lower,
            ))
        ) {
          const g = [...groups].reverse().find((x) => x.to <= cg.from);
          if (g && !(prep === 'in' && isName)) governor = g.main;
        }
      }
      if (governor >= 0) set(before, governor, `p:${prep}`);
      return;
    }
    // coordination: "A and B", "A, B and C"
    const p = chunks[k - 1];
    if (p && prev && /^(and|or|&|,|-|–|as)$/.test(prev.lower)) {
      let q = before;
      while (q > p.to && /^(and|or|,|&|well|as|also|both|-|–)$/.test(tokens[q - 1]!.lower)) q -= 1;
      if (q === p.to) {
        const verbAfter = groups.find((g) => g.from === c.to);
        const isVerbAfter = verbAfter && !verbAfter.infinitive && prev.text === ',';
        if (!isVerbAfter || tokens[before]!.lower === 'and') {
          set(
            c.head,
            p.head,
            prev.text === ',' && mentionOf(p.head) && !mentionOf(c.head) ? 'appos' : 'conj',
          );
          return;
        }
      }
    }
    if (p && prev && /^[(]$/.test(prev.text) && p.to === before) {
      set(c.head, p.head, 'appos');
      return;
    }
    // subject of the next verb, or object of the one before
    const next = groups.find((g) => g.from >= c.to);
    const left = [...groups].reverse().find((g) => g.to <= c.from);
    const nextNear =
      next &&
      !next.infinitive &&
      !tokens.slice(c.to, next.from).some((t) => BREAK.test(t.lower) && !/^(who|which|that)$/.test(t.lower));
    const relative = next && tokens.slice(c.to, next.from).some((t) => /^(who|which|that)$/.test(t.lower));
    const leftNear =
      left &&
      !tokens.slice(left.to, c.from).some((t) => BREAK.test(t.lower) || t.text === ',') &&
      !chunks.some(
        (d) =>
          d !== c &&
          d.from >= left.to &&
          d.to <= c.from &&
          head[d.head] === left.main &&
          relation[d.head] === 'obj' &&
          !/^(give|send|grant|offer|hand|tell|present|award|call|make|name)$/.test(tokens[left.main]!.lemma),
      );
    if (
      leftNear &&
      !(
        nextNear &&
        !relative &&
        !next.participle &&
        tokens.slice(c.to, next.from).length === 0 &&
        !/^(VERB)$/.test('x') &&
        /^(say|believe|think|hope|know|note|warn|claim)$/.test(tokens[left.main]!.lemma)
      )
    ) {
      set(c.head, left.main, 'obj');
      return;
    }
    if (nextNear && !relative) {
      set(c.head, next.main, next.passive ? 'subjpass' : 'subj');
      if (!subjectOf.has(next.main)) subjectOf.set(next.main, c.head);
      return;
    }
    if (left) {
      set(c.head, left.main, 'dep');
      return;
    }
    if (next) {
      set(c.head, next.main, relative ? 'subj' : 'dep');
      return;
    }
  });
  // 4. verbs on verbs, nouns
  groups.forEach((g, k) => {
    const before = tokens[g.from - 1];
    const p = groups[k - 1];
    if (g.infinitive || g.participle) {
      const c = g.from > 0 ? chunkOf[g.from - 1]! : -1;
      if (p) {
        const control = c >= 0 && OBJECT_CONTROL.test(tokens[p.main]!.lemma) && chunks[c]!.from >= p.to;
        set(
          g.main,
          p.main,
          g.infinitive
            ? control
              ? 'xcompo'
              : 'xcomp'
            : before?.pos === 'ADP'
              ? `adv:${before.lower}`
              : 'adv',
        );
      } else if (c >= 0) set(g.main, chunks[c]!.head, 'acl');
      return;
    }
    if (
      (before && /^(who|which)$/.test(before.lower)) ||
      (before && before.lower === 'that' && chunkOf[g.from - 2]! >= 0)
    ) {
      const c = chunks.filter((d) => d.to <= g.from - 1).at(-1);
      if (c) {
        set(g.main, c.head, 'relcl');
        return;
      }
    }
    if (p) {
      const gap = tokens.slice(p.to, g.from);
      const that = gap.some((t) => /^(that|whether|how|what|if)$/.test(t.lower));
      const say =
        /^(say|tell|believe|think|hope|note|warn|claim|stress|state|announce|emphasize|emphasise|underscore|agree|add|mention|confirm|know|explain|argue|reaffirm|reiterate)$/.test(
          tokens[p.main]!.lemma,
        );
      if (that || (say && !gap.some((t) => t.lower === 'and'))) set(g.main, p.main, 'ccomp');
      else if (gap.some((t) => /^(and|or|but)$/.test(t.lower)))
        set(g.main, p.main, subjectOf.has(g.main) ? 'conjs' : 'conj');
      else if (gap.some((t) => /^(because|while|when|after|before|as|since|although|where)$/.test(t.lower)))
        set(g.main, p.main, 'advcl');
      else set(g.main, p.main, 'dep');
    } else if (root === -1) root = g.main;
  });
  if (root === -1) root = groups[0]?.main ?? chunks[0]?.head ?? 0;
  for (let q = 0; q < n; q += 1)
    if (head[q] === -1 && q !== root) {
      head[q] = root;
      relation[q] = tokens[q]!.pos === 'PUNCT' ? 'punct' : 'x';
    }
  head[root] = -1;
  // no cycles
  for (let q = 0; q < n; q += 1) {
    let h = q;
    let steps = 0;
    while (h !== -1 && steps <= n) {
      h = head[h]!;
      steps += 1;
    }
    if (steps > n) {
      head[q] = q === root ? -1 : root;
      relation[q] = 'x';
    }
  }
  return { head, relation };
}

/** From one token up to where the two meet and down to the other. */
export function pathBetween(
  { head, relation }: Tree,
  a: number,
  b: number,
): { up: string[]; top: number; down: string[]; tokens: number[] } {
  const above: number[] = [a];
  let h = a;
  while (head[h]! !== -1) {
    h = head[h]!;
    above.push(h);
  }
  const seen = new Map(above.map((x, k) => [x, k]));
  const below: number[] = [b];
  h = b;
  while (!seen.has(h)) {
    h = head[h]!;
    below.push(h);
    if (below.length > 200) break;
  }
  const top = h;
  const k = seen.get(top)!;
  return {
    up: above.slice(0, k).map((x) => relation[x]!),
    top,
    down: below
      .slice(0, -1)
      .map((x) => relation[x]!)
      .reverse(),
    tokens: [...above.slice(1, k), top, ...below.slice(1, -1).reverse()],
  };
}
