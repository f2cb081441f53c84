import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { findPlaces, isWholeWords } from './find-places.ts';

/** An actor that is here already. */
export interface KnownActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
}

/** A known actor in a part of a report, with the names and spellings that stand there. */
export interface PrintedActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly printed: readonly string[];
}

/** No more are told to a model with one part. */
const MOST_PRINTED = 60;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Known actors by name and alias, NFC, letter for letter. */
export class KnownActors {
  readonly #byName = new Map<string, KnownActor[]>();
  readonly #namesByFirstWord = new Map<string, string[]>();

  constructor(actors: readonly KnownActor[]) {
    for (const actor of actors)
      for (const name of namesOf(actor)) {
        const bearers = this.#byName.get(name);
        if (bearers !== undefined) {
          bearers.push(actor);
          continue;
        }
        this.#byName.set(name, [actor]);
        const first = name.match(WORD)?.[0];
        if (first === undefined) continue;
        const names = this.#namesByFirstWord.get(first);
        if (names === undefined) this.#namesByFirstWord.set(first, [name]);
        else names.push(name);
      }
  }

  /** The actor who alone has this name, or alone of this kind; undefined where there is none or it could be several. */
  find(name: string, kind?: ActorKind): KnownActor | undefined {
    const bearers = this.#byName.get(name) ?? [];
    if (bearers.length === 1) return bearers[0];
    const ofKind = bearers.filter((actor) => actor.kind === kind);
    return ofKind.length === 1 ? ofKind[0] : undefined;
  }

  /** The known actors that a part of a report names beyond doubt, in order of their ids, at most {@link MOST_PRINTED}. */
  printedIn(part: string): PrintedActor[] {
    const printed = new Map<KnownActor, string[]>();
    for (const word of new Set(part.match(WORD)))
      for (const name of this.#namesByFirstWord.get(word) ?? []) {
        const actor = this.find(name);
        if (actor === undefined || !isPrinted(part, name)) continue;
        const names = printed.get(actor);
        if (names === undefined) printed.set(actor, [name]);
        else names.push(name);
      }
    return [...printed]
      .sort(([a], [b]) => (a.id < b.id ? -1 : 1))
      .slice(0, MOST_PRINTED)
      .map(([{ name, kind }, names]) => ({ name, kind, printed: names.sort() }));
  }
}

/** An actor's name and aliases in NFC, each once. */
export function namesOf({ name, aliases }: KnownActor): string[] {
  return [...new Set([name, ...aliases].map((words) => words.normalize('NFC')))];
}

/** Whether a name stands in a text letter for letter, as words of its own. */
export function isPrinted(text: string, name: string): boolean {
  return findPlaces(text, name).some((start) => isWholeWords(text, start, start + name.length));
}
