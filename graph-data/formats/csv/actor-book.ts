import type { Actor, ActorKind } from '../../model/actor.ts';
import type { ActorId } from '../../model/ids.ts';
import { toSlug } from '../../model/ids.ts';
import { foldText } from '../../model/text.ts';
import { isCountryName } from './country-names.ts';
import { toFreeId } from './free-id.ts';

/**
 * The actors a table may name: those the store holds, and those minted for it so far. A name is matched by id, then by
 * canonical name, then by alias, case and accents aside.
 */
export class ActorBook {
  /** In the order of minting. */
  readonly minted: Actor[] = [];
  readonly #ids = new Set<string>();
  readonly #byName = new Map<string, ActorId[]>();
  readonly #byAlias = new Map<string, ActorId[]>();
  readonly #sha256Hex: (text: string) => string;

  constructor(known: readonly Actor[], sha256Hex: (text: string) => string) {
    this.#sha256Hex = sha256Hex;
    for (const actor of known) this.#add(actor);
  }

  /** The actors a text may mean: none for a new one, several where it is not clear. */
  find(text: string): readonly ActorId[] {
    if (this.#ids.has(text)) return [text as ActorId];
    const folded = foldText(text);
    return this.#byName.get(folded) ?? this.#byAlias.get(folded) ?? [];
  }

  /**
   * The actor a text means, minted where it is new: its id a slug of its name, its kind as given, else `country` for the
   * name of one, else `group`. The caller has seen that {@link find} gives at most one.
   */
  resolve(text: string, kind: ActorKind | null): { readonly id: ActorId; readonly isNew: boolean } {
    const [id] = this.find(text);
    if (id !== undefined) return { id, isNew: false };
    const slug = toSlug(text) || `actor-${this.#sha256Hex(foldText(text)).slice(0, 8)}`;
    const actor: Actor = {
      id: toFreeId(slug, this.#ids) as ActorId,
      name: text,
      kind: kind ?? (isCountryName(text) ? 'country' : 'group'),
      aliases: [],
    };
    this.minted.push(actor);
    this.#add(actor);
    return { id: actor.id, isNew: true };
  }

  #add({ id, name, aliases }: Actor): void {
    this.#ids.add(id);
    push(this.#byName, foldText(name), id);
    for (const alias of aliases) push(this.#byAlias, foldText(alias), id);
  }
}

function push(map: Map<string, ActorId[]>, key: string, id: ActorId): void {
  const ids = map.get(key) ?? [];
  map.set(key, ids);
  if (!ids.includes(id)) ids.push(id);
}
