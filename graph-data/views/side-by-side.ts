import type { CompareTableQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { ActorKind } from '../model/actor.ts';
import { parseDate } from '../model/dates.ts';
import type { ProblemCode } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import type { ActorId, DocumentId } from '../model/ids.ts';
import type { Lens } from '../model/lens.ts';
import { NO_SPEAKER, toLensCuts } from '../model/lens.ts';
import type { Comparison, Contradiction } from '../network/compare/compare.ts';
import { compareSelections, NO_SIDE } from '../network/compare/compare.ts';
import type { ComparedSide } from '../network/compare/compared.ts';
import { COMPARED_SIDES } from '../network/compare/compared.ts';
import { uniteSelections } from '../network/compare/unite-selections.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { claimsOf, getActor, getRelationType } from '../network/network.ts';
import { OWN_VOICE_LABEL } from './facets-view.ts';
import { toLensKey } from './page.ts';
import type { ViewContext } from './view-context.ts';

/** Which two views. */
type TwoViewsQuery = Omit<CompareTableQuery, 'side'>;

/** What the items are unless said: what both say alike is no difference. */
const DIFFERENCES: readonly ComparedSide[] = ['a', 'b', 'contradict'];

/** Two views of a network. */
export interface SideBySide {
  readonly compared: { readonly a: Compared; readonly b: Compared };
  readonly a: Selection;
  readonly b: Selection;
  readonly comparison: Comparison;
  /** What either shows. */
  readonly union: Selection;
  /** What the answer is of, for cursors. */
  readonly call: readonly unknown[];
}

/**
 * Puts two views side by side under one lens; the lens's own values of what is compared stand aside. Throws `unknown-value` on what
 * the network does not hold, `malformed-parameter` on a date that is none, and `out-of-bounds` where A and B are the same.
 */
export function putSideBySide(context: ViewContext, query: TwoViewsQuery): SideBySide {
  const { network } = context;
  const lens = toLens(query);
  const common = aside(lens, query.by);
  const compared = { a: toCompared(network, query, 'a'), b: toCompared(network, query, 'b') };
  if (compared.a.key === compared.b.key) throw refusal('out-of-bounds', 'b', 'expected another than a');
  const a = context.select({ ...common, ...compared.a.conditions });
  const b = context.select({ ...common, ...compared.b.conditions });
  const own = [`by=${query.by}`, `a=${query.a}`, `b=${query.b}`];
  const union = uniteSelections(network, a, b, { lens: common, cutBy: [...toLensCuts(common), ...own] });
  return {
    compared,
    a,
    b,
    comparison: compare(network, a, b),
    union,
    call: ['compare', own, toLensKey(common), lens.clock],
  };
}

/** Comparisons asked for again: pages of one answer have the same selections. */
const known = new WeakMap<Selection, WeakMap<Selection, Comparison>>();

function compare(network: Network, a: Selection, b: Selection): Comparison {
  const withA = known.get(a) ?? new WeakMap<Selection, Comparison>();
  known.set(a, withA);
  const comparison = withA.get(b) ?? compareSelections(network, a, b);
  withA.set(b, comparison);
  return comparison;
}

/** Whose a relation is that one of the two states. */
export function sideAt(sideOf: Uint8Array, relation: number): ComparedSide {
  const side = COMPARED_SIDES[sideOf[relation] ?? NO_SIDE];
  if (side === undefined) throw new RangeError(`nobody states relation ${relation}`);
  return side;
}

/** The lens without its own values of what is compared. */
function aside(lens: Lens, by: TwoViewsQuery['by']): Lens {
  switch (by) {
    case 'speaker':
      return { ...lens, speakers: [] };
    case 'publisher':
      return { ...lens, publishers: [] };
    case 'document':
      return { ...lens, documents: [] };
    case 'date':
      return { ...lens, from: null, to: null };
  }
}

/** One of two views. */
interface Compared {
  /** Equal for what is the same however it is written. */
  readonly key: string;
  readonly label: string;
  readonly kind: ActorKind | null;
  /** What the lens asks for beside the rest. */
  readonly conditions: Partial<Lens>;
}

function toCompared(network: Network, query: TwoViewsQuery, side: 'a' | 'b'): Compared {
  const value = query[side];
  const unknown = (what: string): OnrecordError =>
    refusal('unknown-value', side, `no ${what} ${JSON.stringify(value.slice(0, 80))}`);
  switch (query.by) {
    case 'speaker': {
      if (value === NO_SPEAKER)
        return { key: value, label: OWN_VOICE_LABEL, kind: null, conditions: { speakers: [value] } };
      const index = network.actorIndex.get(value as ActorId);
      if (index === undefined) throw unknown('actor');
      const { id, name, kind } = getActor(network, index);
      return { key: id, label: name, kind, conditions: { speakers: [id] } };
    }
    case 'publisher':
      if (!network.documents.some(({ publisher }) => publisher === value)) throw unknown('publisher');
      return { key: value, label: value, kind: null, conditions: { publishers: [value] } };
    case 'document': {
      const document = network.documents[network.documentIndex.get(value as DocumentId) ?? -1];
      if (document === undefined) throw unknown('document');
      return { key: value, label: document.title, kind: null, conditions: { documents: [document.id] } };
    }
    case 'date': {
      const days = parseDate(value);
      if (days === undefined)
        throw refusal('malformed-parameter', side, 'expected an EDTF date such as 2025-03-13 or 2025-03');
      const key = `${days.from} ${days.to}`;
      return { key, label: value, kind: null, conditions: { from: value, to: value } };
    }
  }
}

function refusal(code: ProblemCode, parameter: string, detail: string): OnrecordError {
  return new OnrecordError(code, `${parameter}: ${detail}`, [{ pointer: `/query/${parameter}`, detail }]);
}

/** One in which two views differ, or are alike: the rows of both sides. */
export interface Difference extends Contradiction {
  readonly side: ComparedSide;
}

/** In what two views differ: contradictions first, then relations by origins. */
export class Differences {
  /** Whose they are. */
  readonly wanted: readonly ComparedSide[];
  readonly #network: Network;
  readonly #sides: SideBySide;
  readonly #first: readonly Contradiction[];
  readonly #rest: Uint32Array;

  /** @param asked sides; all but what both say where it is empty */
  constructor(network: Network, sides: SideBySide, asked: readonly ComparedSide[]) {
    const { contradictions, ranked, sideOf } = sides.comparison;
    const wanted = asked.length === 0 ? DIFFERENCES : [...new Set(asked)];
    this.wanted = wanted;
    this.#network = network;
    this.#sides = sides;
    this.#first = wanted.includes('contradict') ? contradictions : [];
    this.#rest = ranked.filter((relation) => wanted.includes(sideAt(sideOf, relation)));
  }

  get length(): number {
    return this.#first.length + this.#rest.length;
  }

  /** @param place from 0, below the length */
  at(place: number): Difference {
    const contradiction = this.#first[place];
    if (contradiction !== undefined) return { ...contradiction, side: 'contradict' };
    const relation = this.#rest[place - this.#first.length];
    if (relation === undefined) throw new RangeError(`no difference ${place} of ${this.length}`);
    const { a, b, comparison } = this.#sides;
    return toOneSided(this.#network, a, b, sideAt(comparison.sideOf, relation), relation);
  }

  *[Symbol.iterator](): Generator<Difference> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place);
  }
}

function toOneSided(
  network: Network,
  a: Selection,
  b: Selection,
  side: ComparedSide,
  relation: number,
): Difference {
  const { relations } = network;
  const rows = [...claimsOf(relations, relation)];
  return {
    side,
    subject: relations.subject[relation] ?? -1,
    object: relations.object[relation] ?? -1,
    isMutual: getRelationType(network, relation).mutual,
    relations: [relation],
    a: rows.filter((row) => a.passes[row] === 1),
    b: rows.filter((row) => b.passes[row] === 1),
    origins: { a: a.relationOrigins[relation] ?? 0, b: b.relationOrigins[relation] ?? 0 },
  };
}
