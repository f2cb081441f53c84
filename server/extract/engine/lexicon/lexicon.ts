import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { PartCache, type Part } from '../hashing/part.ts';
import type { Token } from '../report.ts';
import type { Grammar } from '../syntax/parse.ts';

export type SensePart = 'verb' | 'noun' | 'adjective';

/** One meaning of a word: which relation it states, and where the sentence puts who it is done to. */
export interface Sense {
  readonly lemma: string;
  readonly part: SensePart;
  readonly type: string;
  readonly stance: string;
  /** Slots of the patient: obj, that, poss, mod, or a preposition. */
  readonly patient: ReadonlySet<string>;
  /** With both as one argument it holds between them: "Norway and Chile talked". */
  readonly isReciprocal: boolean;
  /** The type of its negation, where that is another relation. */
  readonly negated: string | undefined;
  /** With [who does it] and {to whom}. */
  readonly example: string;
  /** Its words as pieces of features' names. */
  readonly parts: Readonly<Record<'lemma' | 'part' | 'type' | 'stance', Part>>;
}

/** The senses of words, found by token. */
export interface Lexicon extends Grammar {
  readonly senses: readonly Sense[];
  /** The senses that the word may have in its part of speech; of another part where it has none in that. */
  readonly of: (token: Token) => readonly Sense[];
  /** The lemma if the word can be a form of a known verb. */
  readonly verbOf: (word: string) => string | undefined;
}

/** The relation types of the vocabulary that claims get (DESIGN.md). */
export const TYPES: readonly string[] =
  'leads represents belongs-to controls kin-of located-in befriends distrusts informs reports-on agrees-with consults supports concedes-to cooperates-with aids retreats-from requests-of accuses rejects threatens protests-against sanctions mobilises-against coerces attacks other'.split(
    ' ',
  );

/** Types that hold in both directions. */
export const MUTUAL: ReadonlySet<string> = new Set(['consults', 'agrees-with', 'cooperates-with', 'kin-of']);

/** Types that state a lasting tie: once a report. */
export const LASTING: ReadonlySet<string> = new Set([
  'leads',
  'represents',
  'belongs-to',
  'controls',
  'kin-of',
  'located-in',
]);

interface GrammarFile {
  readonly 'object control': string;
  readonly 'takes clause': string;
  readonly 'relational nouns': string;
  readonly 'irregular forms': Readonly<Record<string, string>>;
}

const NONE: readonly Sense[] = [];
/** In which parts of speech a word is looked up that is tagged as one. */
const ORDER: ReadonlyMap<string, readonly SensePart[]> = new Map([
  ['VERB', ['verb', 'noun', 'adjective']],
  ['ADJ', ['adjective', 'verb', 'noun']],
  ['NOUN', ['noun', 'verb']],
  ['PROPN', ['noun', 'verb']],
]);

/** The lexicon of `senses.tsv` and `grammar.yaml`, as it stands in them. */
export function readLexicon(senseTable: string, grammarText: string): Lexicon {
  const senses = senseTable
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map(toSense);
  const grammar = parseYaml(grammarText) as GrammarFile;
  const words = (list: string): Set<string> => new Set(list.split(/\s+/));
  const objectControl = words(grammar['object control']);
  const clause = words(grammar['takes clause']);
  const relational = words(grammar['relational nouns']);
  const byWord: Record<SensePart, Map<string, Sense[]>> = {
    verb: new Map(),
    noun: new Map(),
    adjective: new Map(),
  };
  const verbForms = new Map(Object.entries(grammar['irregular forms']));
  const nounForms = new Map<string, string>();
  for (const sense of senses) {
    const known = byWord[sense.part].get(sense.lemma);
    if (known) known.push(sense);
    else byWord[sense.part].set(sense.lemma, [sense]);
    if (sense.part === 'noun') relational.add(sense.lemma);
    for (const form of toForms(sense.lemma, sense.part))
      (sense.part === 'verb' ? verbForms : nounForms).set(form, sense.lemma);
  }
  const anyForms = new Set([
    ...verbForms.keys(),
    ...nounForms.keys(),
    ...Object.values(byWord).flatMap((known) => [...known.keys()]),
  ]);
  const part = (token: Token, which: SensePart): readonly Sense[] | undefined => {
    const forms = which === 'verb' ? verbForms : nounForms;
    const known = byWord[which];
    return (
      known.get(token.lower) ?? known.get(forms.get(token.lower) ?? token.lemma) ?? known.get(token.lemma)
    );
  };
  return {
    senses,
    of: (token) => {
      const order = ORDER.get(token.pos);
      if (order === undefined || !(anyForms.has(token.lower) || anyForms.has(token.lemma))) return NONE;
      const adjectives = token.pos === 'VERB' ? (byWord.adjective.get(token.lower) ?? NONE) : NONE;
      for (const which of order) {
        const found = part(token, which);
        if (found) return adjectives.length > 0 ? [...found, ...adjectives] : found;
      }
      return adjectives;
    },
    verbOf: (word) => verbForms.get(word) ?? (byWord.verb.has(word) ? word : undefined),
    hasObjectControl: (verb) => objectControl.has(verb),
    isRelational: (noun) => relational.has(noun) || relational.has(nounForms.get(noun) ?? ''),
    takesClause: (verb) => clause.has(verb),
  };
}

const parts = new PartCache();

function toSense(line: string): Sense {
  const [lemma = '', part, type = '', stance = 'neutral', patient = '', reciprocal, negated, example = ''] =
    line.split('\t');
  const sensePart = part === 'verb' || part === 'adjective' ? part : 'noun';
  return {
    lemma,
    part: sensePart,
    type,
    stance,
    patient: new Set(patient.split(' ')),
    isReciprocal: reciprocal === 'yes',
    negated: negated === '' ? undefined : negated,
    example,
    parts: {
      lemma: parts.get(lemma),
      part: parts.get(sensePart),
      type: parts.get(type),
      stance: parts.get(stance),
    },
  };
}

/** The regular forms of a word, itself first. */
function toForms(lemma: string, part: SensePart): string[] {
  if (part === 'adjective') return [lemma];
  const isY = /[^aeiou]y$/.test(lemma);
  const stem = lemma.replace(/e$/, '');
  const plural = isY ? `${lemma.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (part === 'noun') return [lemma, plural];
  const last = lemma.at(-1) ?? '';
  const past = isY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  return [lemma, plural, past, `${stem}ing`, `${lemma}${last}ed`, `${lemma}${last}ing`];
}

const at = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The shipped lexicon. */
export const LEXICON: Lexicon = readLexicon(at('./senses.tsv'), at('./grammar.yaml'));
