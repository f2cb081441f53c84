import { tokenAt } from '../names/token-at.ts';
import type { Sentence, Token } from '../report.ts';
import { findUnits, type MentionAt, type Unit } from './find-units.ts';
import type { Tree } from './tree.ts';

/** What the parser asks of the lexicon. */
export interface Grammar {
  /** The verb's object is who shall do what the infinitive says: "urged Chile to leave". */
  readonly hasObjectControl: (verb: string) => boolean;
  /** The noun names a deed or tie and keeps what hangs on it: "talks with Chile". */
  readonly isRelational: (noun: string) => boolean;
  /** The verb takes a clause: "said (that) Chile left". */
  readonly takesClause: (verb: string) => boolean;
}

interface Clause {
  verb: number;
  subject: Unit | undefined;
  hasObject: boolean;
  readonly kind: 'main' | 'relative' | 'sub';
  readonly above: Clause | undefined;
}

const DITRANSITIVE = new Set(
  'give send grant offer hand tell award show teach lend promise ask present'.split(' '),
);
const TIME =
  /(day|days|week|month|year|years|night|morning|evening|today|yesterday|tomorrow|time|phone|telephone)$/;
const ADVERBIAL = new Set([
  'with',
  'by',
  'from',
  'to',
  'at',
  'in',
  'during',
  'after',
  'before',
  'on',
  'for',
  'against',
  'via',
  'through',
  'into',
  'under',
  'over',
  'about',
  'as',
]);
/** Longer sentences, in tokens, are lists or no text: their tree is flat, and tells nothing. */
export const LONGEST_PARSED = 600;

/** The tree of a sentence: every token hangs on the root at last, no cycles; linear but for the walk over open clauses. */
export function parse(sentence: Sentence, mentionAt: MentionAt, grammar: Grammar): Tree {
  const { tokens } = sentence;
  const tree: Tree = { head: new Int32Array(tokens.length).fill(-1), relation: tokens.map(() => '') };
  const set = (at: number, head: number, relation: string): void => {
    if (at === head || head < 0 || tree.head[at] !== -1) return;
    for (let up = head; up !== -1; up = tree.head[up] ?? -1) if (up === at) return;
    tree.head[at] = head;
    tree.relation[at] = relation;
  };
  const units = tokens.length > LONGEST_PARSED ? [] : findUnits(tokens, mentionAt);
  for (const { title } of units) if (title) attachTitle(title, set);
  for (const unit of units)
    for (let at = unit.from; at < unit.to; at += 1)
      if (at !== unit.head) set(at, unit.head, unit.kind === 'noun' ? 'mod' : 'aux');
  attach(tokens, units, set, grammar);
  const root =
    units.find((u) => u.kind === 'verb' && tree.head[u.head] === -1)?.head ??
    units.find((u) => tree.head[u.head] === -1)?.head ??
    0;
  tokens.forEach((token, at) => {
    if (tree.head[at] === -1 && at !== root) {
      tree.head[at] = root;
      tree.relation[at] = token.pos === 'PUNCT' ? 'punct' : 'dep';
    }
  });
  return tree;
}

function attach(
  tokens: readonly Token[],
  units: readonly Unit[],
  set: (at: number, head: number, relation: string) => void,
  grammar: Grammar,
): void {
  let clause: Clause = { verb: -1, subject: undefined, hasObject: false, kind: 'main', above: undefined };
  let noun: Unit | undefined; // the last noun phrase, to which a preposition may belong
  let preposition: Unit | undefined; // waits for its noun
  let lastVerb: Unit | undefined;
  let nounOfObject: Unit | undefined;
  const lemma = (at: number): string => tokenAt(tokens, at).lemma;
  const lowerAt = (at: number): string => tokenAt(tokens, at).lower;
  const nextOf = (k: number): Unit | undefined => units[k + 1];
  const isFinite = (u: Unit | undefined): boolean =>
    u?.kind === 'verb' && u.form !== 'infinitive' && u.form !== 'ing';
  /** The verb unit that a noun at `k` comes right before, over its prepositional phrases and an insertion. */
  const isBeforeVerb = (k: number): boolean => {
    let at = k + 1;
    for (let steps = 0; steps < 12; steps += 1) {
      const u = units[at];
      if (!u) return false;
      if (u.kind === 'verb') return isFinite(u);
      if (u.kind === 'preposition' && units[at + 1]?.kind === 'noun') at += 2;
      else if (u.kind === 'possessive' && units[at + 1]?.kind === 'noun') at += 2;
      else if (u.kind === 'and' && units[at + 1]?.kind === 'noun' && units[at + 2]?.kind !== 'comma') at += 2;
      else return false;
    }
    return false;
  };
  const open = (kind: Clause['kind'], above: Clause | undefined): void => {
    clause = { verb: -1, subject: undefined, hasObject: false, kind, above };
    noun = undefined;
  };
  const asSubject = (subject: Unit, verb: Unit): void =>
    set(subject.head, verb.head, verb.isPassive ? 'subjpass' : 'subj');

  units.forEach((unit, k) => {
    const before = units[k - 1];
    const after = nextOf(k);
    switch (unit.kind) {
      case 'noun': {
        if (preposition) {
          set(unit.head, preposition.head, 'pobj');
          preposition = undefined;
          noun = unit;
          return;
        }
        if (before?.kind === 'possessive' && noun) {
          set(noun.head, unit.head, 'poss');
          set(before.head, noun.head, 'aux');
          replaceHead(noun, unit);
          noun = unit;
          return;
        }
        const startsClause =
          clause.verb >= 0 &&
          isBeforeVerb(k) &&
          (before?.kind === 'and' ||
            before?.kind === 'verb' ||
            before?.kind === 'comma' ||
            before?.kind === 'that' ||
            before?.kind === 'because' ||
            before?.kind === 'noun');
        const isJoined =
          before?.kind === 'and' || (before?.kind === 'comma' && units[k - 2]?.kind === 'noun');
        if (
          isJoined &&
          noun &&
          !(startsClause && after?.kind !== 'comma' && clause.verb >= 0 && isFinite(after))
        ) {
          const isApposition =
            before.kind === 'comma' && noun.isNamed !== unit.isNamed && !isListed(units, k);
          set(unit.head, noun.head, isApposition ? 'appos' : 'conj');
          noun = unit.isNamed && isApposition ? unit : unit;
          return;
        }
        if (startsClause) {
          const governor = clause.verb;
          const isSaid = before.kind === 'verb' && grammar.takesClause(lemma(governor));
          if (
            before.kind === 'verb' &&
            !isSaid &&
            !clause.hasObject &&
            after?.kind === 'verb' &&
            after.form === 'participle'
          ) {
            set(unit.head, governor, 'obj');
            clause.hasObject = true;
            noun = unit;
            return;
          }
          open('sub', clause);
          clause.subject = unit;
          noun = unit;
          return;
        }
        if (clause.verb < 0) {
          if (!clause.subject) clause.subject = unit;
          else if (before?.kind === 'comma' && clause.subject.head !== unit.head)
            clause.subject =
              TIME.test(tokenAt(tokens, clause.subject.head).lower) || !unit.isNamed ? clause.subject : unit;
          noun = unit;
          return;
        }
        const isTime = TIME.test(tokenAt(tokens, unit.head).lower) && !unit.isNamed;
        if (isTime || (clause.hasObject && !DITRANSITIVE.has(lemma(clause.verb))))
          set(unit.head, clause.verb, 'dep');
        else {
          set(unit.head, clause.verb, 'obj');
          clause.hasObject = true;
          nounOfObject = unit;
        }
        noun = unit;
        return;
      }
      case 'preposition': {
        if (preposition && before === preposition) set(preposition.head, unit.head, 'aux');
        preposition = unit;
        const word = tokenAt(tokens, unit.head).lower;
        const keeps =
          before &&
          noun &&
          (before.kind === 'noun' || before.kind === 'possessive') &&
          (word === 'of' ||
            word === 'between' ||
            word === 'among' ||
            (grammar.isRelational(lowerAt(noun.head)) && !noun.isNamed) ||
            clause.verb < 0 ||
            !(
              ADVERBIAL.has(word) &&
              (noun.isNamed === true ||
                TIME.test(tokenAt(tokens, noun.head).lower) ||
                /^(with|by|to|from)$/.test(word))
            ));
        if (keeps && noun) set(unit.head, noun.head, `p:${word}`);
        else if (
          clause.verb >= 0 &&
          nounOfObject &&
          grammar.isRelational(lowerAt(nounOfObject.head)) &&
          /^(with|against|to|for|by|between|towards|from)$/.test(word)
        )
          set(unit.head, nounOfObject.head, `p:${word}`);
        else if (clause.verb >= 0) set(unit.head, clause.verb, `p:${word}`);
        else if (noun) set(unit.head, noun.head, `p:${word}`);
        return;
      }
      case 'verb':
        onVerb(unit, k);
        return;
      case 'possessive':
        return;
      case 'and':
        preposition = undefined;
        return;
      case 'that':
      case 'because': {
        preposition = undefined;
        if (unit.kind === 'that' && before?.kind === 'noun' && after?.kind === 'verb' && isFinite(after))
          return;
        open('sub', clause);
        return;
      }
      case 'who':
        if (clause.verb >= 0 || clause.subject) return;
        return;
      case 'comma':
        preposition = undefined;
        if (
          clause.kind === 'relative' &&
          clause.verb >= 0 &&
          clause.above &&
          clause.above.verb < 0 &&
          clause.above.subject
        ) {
          clause = clause.above;
          noun = clause.subject;
        }
        return;
      case 'stop':
        preposition = undefined;
        if (/^[;:.!?]$/.test(tokenAt(tokens, unit.head).text)) open('sub', clause);
        return;
    }
  });

  function replaceHead(old: Unit, by: Unit): void {
    if (clause.subject === old) clause.subject = by;
    if (nounOfObject === old) nounOfObject = by;
  }

  function onVerb(unit: Unit, k: number): void {
    const before = units[k - 1];
    const waiting = preposition;
    preposition = undefined;
    const isSecond = before?.kind === 'and' || (before?.kind === 'comma' && unit.form !== 'ing');
    if (unit.form === 'infinitive' && clause.verb >= 0) {
      const isOnNoun =
        before?.kind === 'noun' &&
        noun &&
        !noun.isNamed &&
        grammar.isRelational(lowerAt(noun.head)) &&
        !grammar.hasObjectControl(lemma(clause.verb));
      if (isSecond && lastVerb?.form === 'infinitive') set(unit.head, lastVerb.head, 'conj');
      else if (isOnNoun && noun) set(unit.head, noun.head, 'acl');
      else
        set(
          unit.head,
          clause.verb,
          grammar.hasObjectControl(lemma(clause.verb)) && clause.hasObject ? 'xcompo' : 'xcomp',
        );
      enter(unit);
      return;
    }
    if (unit.form === 'infinitive' && noun) {
      set(unit.head, noun.head, 'acl');
      return;
    }
    if (unit.form === 'ing' && (clause.verb >= 0 || waiting)) {
      if (clause.verb >= 0)
        set(
          unit.head,
          clause.verb,
          before?.kind === 'noun' && before !== clause.subject
            ? 'acling'
            : waiting
              ? `adv:${tokenAt(tokens, waiting.head).lower}`
              : isSecond && lastVerb?.form === 'ing'
                ? 'conj'
                : 'adv',
        );
      enter(unit);
      return;
    }
    if (before?.kind === 'who' || (before?.kind === 'that' && units[k - 2]?.kind === 'noun')) {
      if (noun) set(unit.head, noun.head, unit.isPassive ? 'relclpass' : 'relcl');
      clause = { verb: unit.head, subject: undefined, hasObject: false, kind: 'relative', above: clause };
      lastVerb = unit;
      nounOfObject = undefined;
      return;
    }
    if (
      unit.form === 'participle' &&
      before?.kind === 'noun' &&
      noun &&
      (clause.verb >= 0 || /^(by)$/.test(tokens[unit.to]?.lower ?? ''))
    ) {
      set(unit.head, noun.head, 'relclpass');
      clause = { verb: unit.head, subject: undefined, hasObject: false, kind: 'relative', above: clause };
      lastVerb = unit;
      nounOfObject = undefined;
      return;
    }
    if (clause.verb >= 0 && !(isSecond && clause.kind !== 'relative')) {
      // a verb with no subject of its own: the open clause above that waits for one
      let above: Clause | undefined = clause.above;
      while (above && !(above.verb < 0 && above.subject)) above = above.above;
      if (above) clause = above;
      else if (before?.kind === 'noun' && noun && units[k - 2]?.kind !== 'preposition') {
        open('sub', clause);
        clause.subject = before;
      }
    }
    if (clause.verb >= 0) {
      set(unit.head, clause.verb, isSecond ? 'conj' : 'adv');
      enter(unit);
      return;
    }
    if (clause.subject) asSubject(clause.subject, unit);
    const governor = clause.above?.verb ?? -1;
    if (governor >= 0) set(unit.head, governor, clause.subject ? 'ccomp' : 'adv');
    clause.verb = unit.head;
    clause.hasObject = false;
    nounOfObject = undefined;
    lastVerb = unit;
  }

  function enter(unit: Unit): void {
    clause = { verb: unit.head, subject: clause.subject, hasObject: false, kind: clause.kind, above: clause };
    lastVerb = unit;
    nounOfObject = undefined;
  }
}

/** "President of Norway Anna Berg": the title hangs on its bearer, and the country on the title. */
function attachTitle(
  title: readonly Unit[],
  set: (at: number, head: number, relation: string) => void,
): void {
  const bearer = title.at(-1);
  let [noun] = title;
  if (!noun || !bearer) return;
  set(noun.head, bearer.head, 'mod');
  for (let k = 1; k + 2 < title.length; k += 2) {
    const [preposition, of] = [title[k], title[k + 1]];
    if (!preposition || of?.kind !== 'noun') return;
    set(preposition.head, noun.head, 'p:of');
    set(of.head, preposition.head, 'pobj');
    for (let at = of.from; at < of.to; at += 1) set(at, of.head, 'mod');
    noun = of;
  }
}

/** Whether the noun at `k`, after a comma, is one of a list: "A, B and C". */
function isListed(units: readonly Unit[], k: number): boolean {
  let at = k + 1;
  for (let steps = 0; steps < 12; steps += 1) {
    const u = units[at];
    if (u?.kind === 'and') return units[at + 1]?.kind === 'noun';
    if (u?.kind === 'comma' && units[at + 1]?.kind === 'noun') at += 2;
    else if (u?.kind === 'comma' && units[at + 1]?.kind === 'and') at += 1;
    else return false;
  }
  return false;
}
