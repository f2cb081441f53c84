import type { ActorKind, Mention, Sentence } from '../report.ts';
import type { Discourse } from './discourse.ts';
import { REFERENCE_WORDS } from './reference-words.ts';
import { tokenAt } from '../names/token-at.ts';

const BODIES: ReadonlySet<ActorKind> = new Set(['country', 'organisation', 'media']);
/** Half of a divided country: "the South". */
const HALF = /^(?:North|South|East|West)\b/;
const EMPTY_IT = /^(?:is|was|will|would|has|should|must|may|might|could|can|seems?|became|remains|'s)$/;

/** What "it" or "its" at a token is: the last body that was a subject in this sentence or the one before. */
export function resolveIt(discourse: Discourse, s: Sentence, token: number): string | undefined {
  const t = tokenAt(s.tokens, token);
  if (t.lower === 'it' && isEmpty(s, token)) return undefined;
  let last: Mention | undefined;
  for (const m of discourse.recent(s.index, t.start, 1)) {
    if (!BODIES.has(discourse.actorOf(m).kind) || m.form === 'demonym' || m.form === 'both') continue;
    if (discourse.isSubject(m)) return m.actor;
    last ??= m;
  }
  return t.lower === 'it' ? undefined : last?.actor;
}

/** "It is important that", "it was agreed": stands for nothing named. */
function isEmpty(s: Sentence, token: number): boolean {
  const next = s.tokens[token + 1]?.lower ?? '';
  if (!EMPTY_IT.test(next)) return false;
  return s.tokens
    .slice(token + 2, token + 6)
    .some(
      (t) => t.pos === 'ADJ' || /^(?:that|agreed|noted|said|expected|hoped|clear|time|to)$/.test(t.lower),
    );
}

/** The last actor of each word that a name ends or begins with: what "the church" and "the plant" can mean. */
export type Heads = Map<string, string>;

/** Notes the words of a named actor, so that "the" with one of them means it from here on. */
export function noteHeads(heads: Heads, discourse: Discourse, m: Mention): void {
  const actor = discourse.actorOf(m);
  if (actor.kind === 'country') {
    heads.set('country', m.actor);
    const half = HALF.exec(actor.name)?.[0];
    if (half !== undefined) heads.set(half, m.actor);
  }
  if (actor.kind === 'place') heads.set('city', m.actor);
  if (actor.kind === 'person' || actor.kind === 'country' || actor.kind === 'group') return;
  for (const word of actor.name.toLowerCase().split(/[^\p{L}]+/u))
    if (REFERENCE_WORDS.heads.has(word)) heads.set(word, m.actor);
}

/** Whom "the country", "the church" or "this plant" at a token mean, and how many tokens that is. */
export function resolveDefinite(
  discourse: Discourse,
  s: Sentence,
  token: number,
  heads: Heads,
): { actor: string; length: number } | undefined {
  const { tokens } = s;
  if (!/^(?:the|this|that)$/.test(tokenAt(tokens, token).lower)) return undefined;
  const noun = tokens[token + 1]?.lower ?? '';
  if (noun === '' || discourse.isTaken(s.index, token + 1)) return undefined;
  const next = tokens[token + 2];
  if (next && (next.lower === 'of' || /^(?:NOUN|PROPN)$/.test(next.pos))) return undefined;
  const half = heads.get(HALF.test(tokens[token + 1]?.text ?? '') ? (tokens[token + 1]?.text ?? '') : '');
  if (half !== undefined) return { actor: half, length: 2 };
  const key = REFERENCE_WORDS.country.has(noun) ? 'country' : REFERENCE_WORDS.city.has(noun) ? 'city' : noun;
  const actor = heads.get(key) ?? (key === 'city' ? undefined : heads.get(noun));
  if (actor === undefined || !(key === 'country' || key === 'city' || REFERENCE_WORDS.heads.has(key)))
    return undefined;
  return { actor, length: 2 };
}
