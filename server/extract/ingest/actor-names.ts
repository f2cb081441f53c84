import type { Actor } from '../../../graph-data/model/actor.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { foldText } from '../../../graph-data/model/text.ts';

/** Known actors by what they are called and by parts of it, so that none is compared with all of them. */
export class ActorNames {
  readonly #actors = new Map<string, Actor>();
  readonly #byName = new Map<string, Set<ActorId>>();
  readonly #byLastWord = new Map<string, Set<ActorId>>();
  readonly #byInitials = new Map<string, Set<ActorId>>();
  readonly #bySpelling = new Map<string, Set<ActorId>>();

  /** @param actors merged ones too: they are known by their names, and read as what they were merged into */
  constructor(actors: readonly Actor[]) {
    for (const actor of actors) this.#actors.set(actor.id, actor);
    for (const actor of actors) this.#add(actor, this.#readAs(actor));
  }

  get ids(): { has(id: string): boolean } {
    return this.#actors;
  }

  /** Those of this very name, accents and case aside: as it is called, else as it is called too. */
  findByName(name: string): Actor[] {
    return this.#list(this.#byName, foldText(name));
  }

  /** Those whose last word this is. */
  findByLastWord(word: string): Actor[] {
    return this.#list(this.#byLastWord, foldText(word));
  }

  /** Those of more than one word whose initials these are. */
  findByInitials(initials: string): Actor[] {
    return this.#list(this.#byInitials, initials.toLowerCase());
  }

  /** Those a name might be a spelling of: of the same first letter, and of nearly the same length. */
  findByShape(name: string): Actor[] {
    const folded = foldText(name);
    const near = [-2, -1, 0, 1, 2].flatMap((more) => [
      ...(this.#bySpelling.get(toShape(folded, folded.length + more)) ?? []),
    ]);
    return [...new Set(near)].flatMap((id) => this.#actors.get(id) ?? []);
  }

  #readAs(actor: Actor): Actor {
    let end = actor;
    for (let steps = 0; end.mergedInto !== undefined && steps < this.#actors.size; steps += 1)
      end = this.#actors.get(end.mergedInto) ?? end;
    return end;
  }

  #add({ name, aliases }: Actor, { id }: Actor): void {
    for (const each of [name, ...aliases]) {
      const folded = foldText(each);
      add(this.#byName, folded, id);
      add(this.#bySpelling, toShape(folded, folded.length), id);
      const words = toWords(folded);
      if (words.length < 2) continue;
      add(this.#byLastWord, words.at(-1) ?? '', id);
      add(this.#byInitials, toInitials(each), id);
    }
  }

  #list(index: ReadonlyMap<string, ReadonlySet<ActorId>>, key: string): Actor[] {
    return [...(index.get(key) ?? [])].flatMap((id) => this.#actors.get(id) ?? []);
  }
}

/** The words of a name, small ones too. */
export function toWords(name: string): string[] {
  return name.split(/[\s-]+/).filter((word) => word !== '');
}

/** The first letters of the words that begin with a capital, in lower case: "Korean Central News Agency" is `kcna`. */
export function toInitials(name: string): string {
  return toWords(name)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
}

function toShape(folded: string, length: number): string {
  return `${folded[0] ?? ''}${length}`;
}

function add(index: Map<string, Set<ActorId>>, key: string, id: ActorId): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}
