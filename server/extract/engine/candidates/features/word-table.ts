import { PartCache, type Part } from '../../hashing/part.ts';
import type { Lexicon, Sense } from '../../lexicon/lexicon.ts';
import type { Token } from '../../report.ts';

/** A token's pieces of names, and what features ask of it; one object for all tokens that are alike. */
export interface Word {
  readonly lemma: Part;
  readonly lower: Part;
  readonly pos: Part;
  /** Its part of speech where it says something by itself. */
  readonly kind: 'VERB' | 'NOUN' | 'ADJ' | 'ADP' | 'ADV' | '';
  readonly isComma: boolean;
  /** Opens a clause or joins two. */
  readonly isClause: boolean;
  /** An article or one's own, before a noun. */
  readonly isOwned: boolean;
  /** Joins what stands on both sides of it, so that the word itself tells more than its part of speech. */
  readonly isJoint: boolean;
  readonly isPreposition: boolean;
  /** What the lexicon says it may mean. */
  readonly senses: readonly Sense[];
  /** The types of the lexicon that it may state, each once. */
  readonly types: readonly Part[];
}

/** Pieces of words, which return in the next report. */
export const WORD_PARTS = new PartCache();

const TELLING = new Map((['VERB', 'NOUN', 'ADJ', 'ADP', 'ADV'] as const).map((pos) => [pos as string, pos]));
const COMMAS = new Set([',', ';', '—', '–']);
const CLAUSE = new Set('that who which when while because if after before where but and'.split(' '));
const OWNED = new Set('the a an his her their its our'.split(' '));
const JOINT = new Set('ADP CCONJ PUNCT PART SCONJ AUX'.split(' '));
const PREPOSITION = new Set('ADP CCONJ PUNCT'.split(' '));
const NO_TYPES: Word['types'] = [];

/** So many words are kept; then it begins anew. */
const MOST_WORDS = 50_000;

/** The words of a lexicon by what is in lower case, lemma and part of speech, kept from report to report. */
const tables = new WeakMap<Lexicon, (token: Token) => Word>();

/** Gives the word of a token; the same object for tokens of the same form, lemma and part of speech. */
export function wordTable(lexicon: Lexicon): (token: Token) => Word {
  let table = tables.get(lexicon);
  if (!table) tables.set(lexicon, (table = openTable(lexicon)));
  return table;
}

function openTable(lexicon: Lexicon): (token: Token) => Word {
  const known = new Map<string, { readonly lemma: string; readonly pos: string; readonly word: Word }[]>();
  let count = 0;
  return (token) => {
    const { lower, lemma, pos } = token;
    let alike = known.get(lower);
    if (alike !== undefined)
      for (const entry of alike) if (entry.pos === pos && entry.lemma === lemma) return entry.word;
    if (count >= MOST_WORDS) {
      known.clear();
      count = 0;
      alike = undefined;
    }
    if (alike === undefined) known.set(lower, (alike = []));
    const word = toWord(token, lexicon);
    alike.push({ lemma, pos, word });
    count += 1;
    return word;
  };
}

function toWord(token: Token, lexicon: Lexicon): Word {
  const senses = lexicon.of(token);
  const types = [...new Set(senses.map((sense) => sense.parts.type))];
  return {
    lemma: WORD_PARTS.get(token.lemma),
    lower: WORD_PARTS.get(token.lower),
    pos: WORD_PARTS.get(token.pos),
    kind: TELLING.get(token.pos) ?? '',
    isComma: COMMAS.has(token.lower),
    isClause: CLAUSE.has(token.lower),
    isOwned: OWNED.has(token.lower),
    isJoint: JOINT.has(token.pos),
    isPreposition: PREPOSITION.has(token.pos),
    senses,
    types: types.length > 0 ? types : NO_TYPES,
  };
}
