import { findProtagonists } from './coreference/find-protagonists.ts';
import { findTurns } from './coreference/find-turns.ts';
import { resolveReferences } from './coreference/resolve-references.ts';
import { dropNested } from './mentions/drop-nested.ts';
import { findRolesAndGroups } from './mentions/find-roles-and-groups.ts';
import { findNames, isCap } from './names/find-names.ts';
import { findTies } from './names/find-ties.ts';
import { KNOWN, fold } from './names/known-names.ts';
import { linkNames } from './names/link-names.ts';
import type { Report, Sentence } from './report.ts';
import { blankBoilerplate } from './text/blank-boilerplate.ts';
import { splitSentences } from './text/split-sentences.ts';
import { tagTokens } from './text/tag-tokens.ts';
import { tokenize } from './text/tokenize.ts';

const HALVES = new Set(['anti', 'pro', 'non', 'post', 'pre', 'inter', 'intra', 'trans']);
const canSplit = (half: string): boolean =>
  (KNOWN.has(fold(half)) && half !== 'G') || HALVES.has(half.toLowerCase());

export function readReport(source: string): Report {
  const text = blankBoilerplate(source.normalize('NFC'));
  const sentences: Sentence[] = splitSentences(text).map((s, index) => {
    const tokens = tokenize(text, s, canSplit);
    tagTokens(text, tokens);
    return { ...s, index, tokens };
  });
  const lowerWords = new Set<string>();
  for (const { tokens } of sentences)
    for (const t of tokens) if (/^\p{Ll}/u.test(t.text)) lowerWords.add(t.lower);
  const raws = sentences.flatMap((s) => findNames(s, text, (w) => lowerWords.has(w)));
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
  const actorOf = linkNames(raws, doc);
  raws.forEach((raw, k) => {
    const id = actorOf[k];
    const s = sentences[raw.sentence]!;
    if (!id) return;
    const [a, b] = [s.tokens[raw.from]!, s.tokens[raw.to - 1]!];
    if (raw.title) {
      let f = raw.from;
      const names = doc.actors.get(id)!.names;
      while (
        f > 0 &&
        raw.from - f < 12 &&
        s.tokens[f - 1]!.text !== ',' &&
        (isCap(s.tokens[f - 1]) || /^(of|the|for|['’]s|and)$/.test(s.tokens[f - 1]!.lower))
      ) {
        f -= 1;
        if (isCap(s.tokens[f])) names.add(text.slice(s.tokens[f]!.start, b.end));
      }
    }
    if (/^['’]s$/.test(s.tokens[raw.from - 1]?.text ?? '') && raw.kind !== 'person') {
      const o = doc.mentions.at(-1);
      if (o && o.to === raw.from - 1 && o.sentence === raw.sentence)
        doc.actors.get(id)!.names.add(text.slice(o.start, b.end));
    }
    doc.mentions.push({
      sentence: raw.sentence,
      from: raw.from,
      to: raw.to,
      start: a.start,
      end: b.end,
      actor: id,
      form: raw.form,
      ...(raw.inside ? { isInside: true } : {}),
    });
  });
  findTies(raws, actorOf, doc);
  findProtagonists(doc);
  findTurns(doc);
  findRolesAndGroups(raws, doc);
  doc.mentions.sort((x, y) => x.start - y.start || y.end - x.end);
  dropNested(doc);
  for (const m of doc.mentions) doc.actors.get(m.actor)!.count += 1;
  findProtagonists(doc);
  resolveReferences(doc);
  doc.mentions.sort((x, y) => x.start - y.start || y.end - x.end);
  return doc;
}
