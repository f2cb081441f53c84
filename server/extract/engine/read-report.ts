import { findProtagonists } from './coreference/find-protagonists.ts';
import { findTurns } from './coreference/find-turns.ts';
import { resolveReferences } from './coreference/resolve-references.ts';
import { dropNested } from './mentions/drop-nested.ts';
import { findGroups } from './mentions/find-groups.ts';
import { findSides } from './mentions/find-sides.ts';
import { findRoles } from './mentions/find-roles.ts';
import { mergeGroups } from './mentions/merge-groups.ts';
import { MentionIndex } from './mentions/mention-index.ts';
import { placeNames } from './mentions/place-names.ts';
import { findNames } from './names/find-names.ts';
import { findTies } from './names/find-ties.ts';
import { readDocumentWords } from './names/found-name.ts';
import { KNOWN, fold } from './names/known-names.ts';
import { linkNames } from './names/link-names.ts';
import type { Report, Sentence, Token } from './report.ts';
import { blankBoilerplate } from './text/blank-boilerplate.ts';
import { splitSentences } from './text/split-sentences.ts';
import { tagTokens } from './text/tag-tokens.ts';
import { tokenize } from './text/tokenize.ts';

const HALVES = new Set(['anti', 'pro', 'non', 'post', 'pre', 'inter', 'intra', 'trans']);
const canSplit = (half: string, rest: string): boolean =>
  (KNOWN.has(fold(half)) && half !== 'G') || HALVES.has(half.toLowerCase()) || isCountryAfter(half, rest);
/** "States-Norway" of "United States-Norway": the end of a longer name before a country. */
const isCountryAfter = (half: string, rest: string): boolean =>
  /^\p{Lu}\p{L}{2}/u.test(half) && KNOWN.get(fold(rest))?.kind === 'country';

/** The tagger is asked for so many tokens at a time. */
const BATCH = 4000;

/** Tags the tokens of all sentences, many sentences at a time. */
function tagSentences(text: string, sentences: readonly Sentence[]): void {
  let batch: Token[] = [];
  for (const { tokens } of sentences) {
    for (const token of tokens) batch.push(token);
    if (batch.length < BATCH) continue;
    tagTokens(text, batch);
    batch = [];
  }
  tagTokens(text, batch);
}

/**
 * What a report names, and who is meant where it does not name: sentences, actors and mentions, each step adding its part.
 * Offsets hold in the NFC form of the text. Any text is read without failing; time grows with its length, nearly in proportion.
 */
export function readReport(source: string): Report {
  const text = blankBoilerplate(source.normalize('NFC'));
  const sentences: Sentence[] = splitSentences(text).map((s, index) => {
    return { ...s, index, tokens: tokenize(text, s, canSplit) };
  });
  tagSentences(text, sentences);
  const words = readDocumentWords(sentences);
  const names = sentences.flatMap((s) => findNames(s, text, words));
  const doc: Report = {
    text,
    sentences,
    actors: new Map(),
    mentions: [],
    ties: [],
    protagonists: [],
    voice: null,
    turns: [],
    isReadout: false,
  };
  const actorOf = linkNames(names, doc);
  placeNames(names, actorOf, doc);
  findTies(names, actorOf, doc);
  findProtagonists(doc);
  findTurns(doc);
  const index = new MentionIndex(doc);
  findRoles(names, doc, index);
  findGroups(doc, index);
  findSides(doc, index);
  doc.mentions.sort((x, y) => x.start - y.start || y.end - x.end);
  dropNested(doc);
  mergeGroups(doc);
  for (const { actor } of doc.mentions) {
    const found = doc.actors.get(actor);
    if (found !== undefined) found.count += 1;
  }
  findProtagonists(doc);
  findTurns(doc);
  resolveReferences(doc);
  doc.mentions.sort((x, y) => x.start - y.start || y.end - x.end);
  return doc;
}
