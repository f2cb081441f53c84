import type { Mention, Report, Sentence, Span } from '../report.ts';
import { findSayers, type Sayer } from '../coreference/says.ts';
import { speakerOfQuotes } from '../coreference/speaker-of-quotes.ts';
import { quoteFinder, quotesOf, type Quote } from '../text/find-quotes.ts';

/** A stretch of a sentence that states something of `subject`; where known, of which type and to whom. */
export interface Statement extends Span {
  readonly sentence: number;
  readonly subject: string;
  readonly object?: string;
  readonly type?: string;
}

/** Why an actor may be the speaker; `none` is the document's own voice. */
export type SpeakerRole =
  'none' | 'quote' | 'turn' | 'voice' | 'sayer' | 'source' | 'voices' | 'earlier' | 'subject';

/** One who may have said a statement: all the reasons, the strongest first, and the sayer where a verb says so. */
export interface SpeakerOption {
  readonly actor: string | null;
  readonly roles: readonly SpeakerRole[];
  readonly sayer: Sayer | undefined;
}

/** A report laid open for questions about who speaks: each sentence's sayers and each quotation's speaker, found once. */
export interface SpeakerIndex {
  readonly report: Report;
  readonly quoteAt: (at: number) => Quote | undefined;
  readonly speakerOf: ReadonlyMap<Quote, string>;
  readonly mentionsOf: (sentence: number) => readonly Mention[];
  readonly sayersOf: (sentence: number) => readonly Sayer[];
}

/** Opens a report whose mentions are complete. Linear in its sentences and mentions. */
export function openSpeakers(report: Report): SpeakerIndex {
  const bySentence = Map.groupBy(report.mentions, (m) => m.sentence);
  const quotes = quotesOf(report);
  const sayers = new Map<number, Sayer[]>();
  const mentionsOf = (k: number): readonly Mention[] => bySentence.get(k) ?? [];
  return {
    report,
    quoteAt: quoteFinder(quotes),
    speakerOf: speakerOfQuotes(report, quotes),
    mentionsOf,
    sayersOf(k) {
      let found = sayers.get(k);
      const s: Sentence | undefined = report.sentences[k];
      if (!found) sayers.set(k, (found = s ? findSayers(report, s, mentionsOf(k)) : []));
      return found;
    },
  };
}

/** Who may have said a statement, the document's own voice first; each actor once. Never empty. */
export function speakerOptions(index: SpeakerIndex, statement: Statement): SpeakerOption[] {
  const { report } = index;
  const options = new Map<string | null, { roles: SpeakerRole[]; sayer: Sayer | undefined }>();
  const put = (actor: string | null | undefined, role: SpeakerRole, sayer?: Sayer): void => {
    if (actor === undefined || (actor === null && role !== 'none')) return;
    const option = options.get(actor);
    if (!option) options.set(actor, { roles: [role], sayer });
    else {
      if (!option.roles.includes(role)) option.roles.push(role);
      option.sayer ??= sayer;
    }
  };
  put(null, 'none');
  const quote = index.quoteAt(statement.start) ?? index.quoteAt(statement.end - 1);
  if (quote) put(index.speakerOf.get(quote), 'quote');
  const turn = report.turns[statement.sentence];
  if (turn?.isTurn) put(turn.speaker, 'turn');
  else put(report.voice, 'voice');
  for (const y of index.sayersOf(statement.sentence))
    put(y.mention.actor, y.kind === 'says' ? 'sayer' : y.kind, y);
  const here = report.sentences[statement.sentence];
  const last = index.sayersOf(statement.sentence - 1).at(-1);
  if (last && here && report.sentences[statement.sentence - 1]?.paragraph === here.paragraph)
    put(last.mention.actor, 'earlier', last);
  put(statement.subject, 'subject');
  return [...options].map(([actor, { roles, sayer }]) => ({ actor, roles, sayer }));
}
