import type { Mention, Report, Sentence } from '../report.ts';
import { REFERENCE_WORDS } from './reference-words.ts';

const CAPTION_OF_MEETING =
  /^(?:telephone|phone|call|readout|meeting|conversation|talks|joint|videoconference|working|visit|press statements?)\b/i;
const SPOKE =
  /\b(?:had|held|hosted|received|spoke|met|telephoned|called|phoned|welcomed|consultations?)\b.{0,120}\b(?:with|conversation|call|meeting|talks|to|by phone|today|in)\b/s;
const STATEMENT =
  /^(?:press )?(?:statement|remarks|message|letter|a letter|op-ed|address|speech|greetings)\b/i;
const BY = /\b(?:by|from) /i;
const FIRST_PERSON = /(?:^|[^\p{L}])(?:I|my|we|our|We|Our|My)(?=[^\p{L}]|$)/u;
const ABOUT =
  /^(?:discuss|about|on|regarding|reaffirm|underscore|express|highlight|advance|review|coordinate)$/;
const FIRST_SENTENCES = 4;
/** So many mentions of the first sentences are looked at. */
const MOST_EARLY = 150;

/**
 * Finds what the report is about before its references are read: the two (or few) who meet or speak with each other, whether
 * it is a readout of that, and whose word it is if it is a statement. Looks at the first sentences and the last.
 */
export function findProtagonists(doc: Report): void {
  const caption = doc.sentences[0];
  if (!caption) return;
  const words = doc.text.slice(caption.start, caption.end);
  const early = doc.mentions.filter((m) => m.sentence < FIRST_SENTENCES).slice(0, MOST_EARLY);
  const isStatement = STATEMENT.test(words) || /^joint statement/i.test(words);
  const author = isStatement ? findAuthor(doc, caption, early) : undefined;
  const persons: string[] = [];
  for (const s of doc.sentences.slice(0, FIRST_SENTENCES)) {
    if (s.index > 0 && !isMeeting(s) && persons.length >= 2) break;
    for (const m of early)
      if (m.sentence === s.index && m.actor !== author && isWhoMeets(doc, s, m, persons, early))
        persons.push(m.actor);
    if (s.index >= 2 && persons.length >= 2) break;
  }
  const first = doc.sentences[1] ?? caption;
  const isMet =
    CAPTION_OF_MEETING.test(words) ||
    (isStatement && isMeeting(caption)) ||
    (caption.kind === 'prose' && SPOKE.test(words.slice(0, 200)) && /\btoday\b|\bconversation\b/.test(words));
  const crowd = persons.length === 1 ? crowdOf(doc, early) : undefined;
  if (crowd !== undefined) persons.push(crowd);
  doc.isReadout = isMet && persons.length >= 2 && (isMeeting(caption) || isMeeting(first));
  doc.protagonists = doc.isReadout ? hostFirst(early, persons).slice(0, 7) : subjectsOf(doc, early, persons);
  const countries = isStatement && author === undefined ? partiesOf(doc, caption, early) : [];
  if (countries.length > 1 && !namesPerson(doc, early)) {
    doc.protagonists = countries;
    doc.isReadout = false;
    doc.voice = countries[0] ?? null;
    return;
  }
  // what a spokesperson tells of a meeting reads as a readout: the document's own voice
  doc.voice = doc.isReadout ? null : (author ?? null);
  if (doc.voice === null && !doc.isReadout && speaksOfItself(doc)) doc.voice = findSignature(doc);
}

const isMeeting = (s: Sentence): boolean => s.tokens.some((t) => REFERENCE_WORDS.meeting.has(t.lower));

/** One of those who meet: named before what they speak about; after the second, only who is listed with them. */
function isWhoMeets(
  doc: Report,
  s: Sentence,
  m: Mention,
  found: readonly string[],
  early: readonly Mention[],
): boolean {
  if (doc.actors.get(m.actor)?.kind !== 'person' || m.form !== 'name' || found.includes(m.actor))
    return false;
  const meeting = s.tokens.findIndex((t) => REFERENCE_WORDS.meeting.has(t.lower));
  const about = meeting < 0 ? -1 : s.tokens.findIndex((t, i) => i > meeting && ABOUT.test(t.lower));
  if (about >= 0 && m.from > about && found.length > 0) return false;
  if (found.length < 2) return true;
  if (!isMeeting(s)) return false;
  const before = early
    .filter((o) => o.sentence === m.sentence && o.end <= m.start && found.includes(o.actor))
    .at(-1);
  if (!before) return false;
  const between = doc.text.slice(before.end, m.start);
  return (
    between.length < 90 &&
    /(?:\band\b|[;,])/.test(between) &&
    !/\b(?:to|who|which|that|by|joined)\b/.test(between)
  );
}

function findAuthor(doc: Report, caption: Sentence, early: readonly Mention[]): string | undefined {
  const by = BY.exec(doc.text.slice(caption.start, caption.end));
  if (!by) return undefined;
  const at = caption.start + by.index + by[0].length;
  return early.find(
    (m) =>
      m.sentence === 0 &&
      m.start >= at &&
      doc.actors.get(m.actor)?.kind === 'person' &&
      !/\b(?:on|about|regarding|’s|'s) /.test(doc.text.slice(at, m.start)),
  )?.actor;
}

/** The group that one person meets, where the first sentences name one. */
const crowdOf = (doc: Report, early: readonly Mention[]): string | undefined =>
  early.find((m) => m.sentence < 2 && doc.actors.get(m.actor)?.kind === 'group')?.actor;

/** In the order of the first sentence after the caption: who acts comes first. */
function hostFirst(early: readonly Mention[], persons: readonly string[]): string[] {
  const order = early.filter((m) => m.sentence > 0).map((m) => m.actor);
  const place = (actor: string): number => (order.includes(actor) ? order.indexOf(actor) : order.length);
  return persons.toSorted((a, b) => place(a) - place(b));
}

/** Of other reports: the first two that the caption names, whatever they are, else the first two persons. */
function subjectsOf(doc: Report, early: readonly Mention[], persons: readonly string[]): string[] {
  const named = early.filter(
    (m) => m.sentence === 0 && m.form === 'name' && doc.actors.get(m.actor)?.kind !== 'place',
  );
  const caption = doc.sentences[0]?.kind === 'heading' ? named.map((m) => m.actor) : [];
  return [...new Set([...caption, ...persons])].slice(0, 2);
}

/** Whether the caption names a person. */
const namesPerson = (doc: Report, early: readonly Mention[]): boolean =>
  early.some((m) => m.sentence === 0 && doc.actors.get(m.actor)?.kind === 'person');

/** The countries or bodies whose joint statement it is: those before "on" in its caption. */
function partiesOf(doc: Report, caption: Sentence, early: readonly Mention[]): string[] {
  const on = caption.tokens.findIndex((t) => /^(?:on|about|regarding|following)$/.test(t.lower));
  const parties = early.filter(
    (m) =>
      m.sentence === 0 &&
      (on < 0 || m.from < on) &&
      /^(?:country|organisation)$/.test(doc.actors.get(m.actor)?.kind ?? ''),
  );
  return [...new Set(parties.map((m) => m.actor))].slice(0, 8);
}

/** Whether it says "I" or "we" outside quotations, near its beginning or its end, and is no record of turns. */
function speaksOfItself(doc: Report): boolean {
  const beginning = doc.text.slice(0, 20_000);
  if (!FIRST_PERSON.test(beginning)) return false;
  const unquoted = beginning.replace(/“[^“”]{0,2000}”|"[^"\n]{0,2000}"/g, '');
  return FIRST_PERSON.test(unquoted) && !/^(?:Question|Remark|Q)\s*:/m.test(unquoted);
}

/** Who signs a letter: a person named in one of its last short lines. */
function findSignature(doc: Report): string | null {
  const last = doc.sentences.slice(-6);
  const short = new Set(last.filter((s) => s.tokens.length <= 8).map((s) => s.index));
  const signed = doc.mentions.filter(
    (m) => short.has(m.sentence) && doc.actors.get(m.actor)?.kind === 'person',
  );
  return signed.at(-1)?.actor ?? null;
}
