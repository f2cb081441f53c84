import { createHash } from 'node:crypto';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { compareIds, toSlug } from '../../../graph-data/model/ids.ts';
import type { FoundActor } from '../engine/report.ts';
import type { AnsweredActor } from './answer-schema.ts';
import { findPlaces, isWholeWords } from './find-places.ts';
import type { KnownActor, KnownActors } from './known-actors.ts';
import { isPrinted, namesOf } from './known-actors.ts';
import { toLine } from './to-line.ts';

/** Words that stand for whoever was named before: no name, unless in capitals, as "US" and "WHO" are. */
const PRONOUNS = new Set(
  `i me my we us our you your he him his she her it its they them their who whom whose this that these those one both all
  others someone everyone nobody`.split(/\s+/),
);

/** An actor of one answer, after what the text bears out. */
interface Entry {
  readonly ownId: string;
  /** The name it is called by: stands in the text, or is that of a known actor who does. */
  readonly name: string;
  readonly kind: ActorKind;
  readonly known: KnownActor | undefined;
  /** The answer's names for it that stand in the text. */
  readonly printed: readonly string[];
}

/** The names of one answer, each with the actors it may mean; null for one that the text does not bear out. */
type AnswerNames = ReadonlyMap<string, readonly (Entry | null)[]>;

/** Who is meant by the names in a model's answers about one text. Nobody is who does not stand in the text by a name. */
export class ActorRegister {
  readonly #text: string;
  readonly #known: KnownActors;
  readonly #knownById = new Map<string, KnownActor>();
  readonly #isPrinted = new Map<string, boolean>();
  readonly #answers: readonly AnswerNames[];
  readonly #entries: Entry[] = [];
  readonly #byName = new Map<string, Entry[]>();
  /** By a shorter name, the entries that give it as an alias. */
  readonly #byAlias = new Map<string, Entry[]>();

  /** @param answers the actors of each answer, in the order of the answers that {@link find} is asked about */
  constructor(text: string, known: KnownActors, answers: readonly (readonly AnsweredActor[])[]) {
    this.#text = text;
    this.#known = known;
    this.#answers = answers.map((actors) => this.#addAnswer(actors));
  }

  /** The id of the actor that a name means in an answer; undefined where it is nobody in the text, or may be several. */
  find(name: string, answer: number): string | undefined {
    const line = toLine(name);
    const own = this.#answers[answer]?.get(line);
    if (own !== undefined) return own.includes(null) ? undefined : this.#onlyId(own as readonly Entry[]);
    return this.#onlyId(this.#byName.get(line) ?? []) ?? this.#findKnown(line)?.id;
  }

  /** The actors of these ids as the offline engine gives them, in order of their ids. */
  toFoundActors(ids: ReadonlySet<string>): FoundActor[] {
    const byId = new Map<string, Entry[]>();
    for (const entry of this.#entries) add(byId, this.#idOf(entry), entry);
    return [...ids].sort(compareIds).map((id) => {
      const entries = byId.get(id) ?? [];
      const main = entries.find((entry) => entry.ownId === id);
      const known = main?.known ?? this.#knownById.get(id);
      const names = new Set([
        ...(known === undefined ? [] : namesOf(known).filter((name) => this.#stands(name))),
        ...entries.flatMap(({ printed }) => printed.filter((name) => !this.#isOthers(name, id))),
      ]);
      const name = known?.name ?? main?.name ?? id;
      const kind = known?.kind ?? main?.kind ?? 'organisation';
      return { id, name, kind, names, gender: '', ties: [], count: this.#countMentions(names) };
    });
  }

  #addAnswer(actors: readonly AnsweredActor[]): AnswerNames {
    const byName = new Map<string, (Entry | null)[]>();
    const byAlias = new Map<string, (Entry | null)[]>();
    const entries: Entry[] = [];
    for (const { name: given, kind, aliases: others } of actors) {
      const name = toLine(given);
      const aliases = [...new Set(others.map((alias) => toLine(alias)))].filter((alias) => alias !== name);
      const entry = this.#toEntry(name, kind, aliases);
      add(byName, name, entry);
      for (const alias of aliases) add(byAlias, alias, entry);
      if (entry === null) continue;
      this.#entries.push(entry);
      entries.push(entry);
      add(this.#byName, entry.name, entry);
    }
    // What an answer lists beside it as an actor of its own is no short name of this one.
    for (const entry of entries)
      for (const alias of entry.printed)
        if (alias !== entry.name && !byName.has(alias)) add(this.#byAlias, alias, entry);
    return new Map([...byAlias, ...byName]);
  }

  #toEntry(name: string, kind: ActorKind, aliases: readonly string[]): Entry | null {
    const printed = [name, ...aliases].filter((words) => isName(words) && this.#stands(words));
    const knownByName = this.#findKnown(name, kind);
    const chosen =
      knownByName !== undefined || printed[0] === name
        ? name
        : printed.reduce((longest, words) => (words.length > longest.length ? words : longest), '');
    if (chosen === '') return null;
    const known = knownByName ?? this.#findKnown(chosen, kind);
    return { ownId: known?.id ?? toId(chosen), name: chosen, kind, known, printed };
  }

  /** The known actor of this name, where the text has him by any of his names. */
  #findKnown(name: string, kind?: ActorKind): KnownActor | undefined {
    const known = isName(name) ? this.#known.find(name, kind) : undefined;
    if (known === undefined || !namesOf(known).some((words) => this.#stands(words))) return undefined;
    this.#knownById.set(known.id, known);
    return known;
  }

  #stands(name: string): boolean {
    let stands = this.#isPrinted.get(name);
    if (stands === undefined) this.#isPrinted.set(name, (stands = isPrinted(this.#text, name)));
    return stands;
  }

  /**
   * An actor of one answer may be one of another answer by a longer name, that gives this name as an alias: "Putin" is
   * "Vladimir Putin" where just one actor of the same kind is called so.
   */
  #idOf(entry: Entry): string {
    let { ownId, name, known } = entry;
    while (known === undefined) {
      const length = name.length;
      const longer = (this.#byAlias.get(name) ?? []).filter(
        (other) => other.kind === entry.kind && other.name.length > length,
      );
      const [first] = longer;
      if (first === undefined || longer.some((other) => other.ownId !== first.ownId)) break;
      ({ ownId, name, known } = first);
    }
    return ownId;
  }

  #onlyId(entries: readonly Entry[]): string | undefined {
    const ids = new Set(entries.map((entry) => this.#idOf(entry)));
    return ids.size === 1 ? [...ids][0] : undefined;
  }

  /** Whether a name is what another actor is called. */
  #isOthers(name: string, id: string): boolean {
    const known = this.#known.find(name);
    return (
      (known !== undefined && known.id !== id) ||
      (this.#byName.get(name) ?? []).some((entry) => this.#idOf(entry) !== id)
    );
  }

  /** How many stretches of the text are one of the names, the longest of those that overlap counted alone. */
  #countMentions(names: ReadonlySet<string>): number {
    const spans = [...names]
      .flatMap((name) => findPlaces(this.#text, name).map((start) => ({ start, end: start + name.length })))
      .filter(({ start, end }) => isWholeWords(this.#text, start, end))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let [count, reached] = [0, 0];
    for (const { start, end } of spans) {
      if (start >= reached) count += 1;
      reached = Math.max(reached, end);
    }
    return count;
  }
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function isName(words: string): boolean {
  const isCapitals = words.length > 1 && words === words.toUpperCase();
  return /\p{L}/u.test(words) && (isCapitals || !PRONOUNS.has(words.toLowerCase()));
}

function toId(name: string): string {
  return toSlug(name) || `actor-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
