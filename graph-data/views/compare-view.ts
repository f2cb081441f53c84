import type { ActorKind } from '../model/actor.ts';
import type { Meta } from '../contract/answers.ts';
import { SIDE_COLUMN } from '../contract/columns/decode-sides.ts';
import { encodeNetwork } from '../contract/columns/encode-network.ts';
import type { CompareColumnsQuery, CompareQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { CompareAnswer } from '../contract/questions.ts';
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
import { chooseByOrigin } from '../network/compare/count-origins.ts';
import { uniteSelections } from '../network/compare/unite-selections.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { claimsOf, getActor, getRelationId, getRelationType } from '../network/network.ts';
import type { Overview } from '../network/overview.ts';
import { chooseOverview } from '../network/overview.ts';
import { toPair } from './answer-parts.ts';
import { readClaimAnswers } from './claims-view.ts';
import { OWN_VOICE_LABEL } from './facets-view.ts';
import { toAttributes } from './network-view.ts';
import { toLensKey, toPageBounds } from './page.ts';
import type { ViewContext } from './view-context.ts';

type Item = CompareAnswer['items'][number];

/** What the items are unless said: what both say alike is no difference. */
const DIFFERENCES: readonly ComparedSide[] = ['a', 'b', 'contradict'];

/**
 * Two views of the network under one lens: what only A states, what only B, what both, and where they contradict. The lens's own
 * values of what is compared stand aside. Throws `unknown-value` on what the network does not hold, `malformed-parameter` on a
 * date that is none, and `out-of-bounds` where A and B are the same.
 */
export async function viewCompare(context: ViewContext, query: CompareQuery): Promise<CompareAnswer> {
  const { network } = context;
  const { compared, a, b, comparison, overview, meta, call } = putSideBySide(context, query);
  const { contradictions, ranked, counts, sideOf } = comparison;
  const wanted = query.side.length === 0 ? DIFFERENCES : query.side;
  const first = wanted.includes('contradict') ? contradictions : [];
  const rest = ranked.filter((relation) => wanted.includes(sideAt(sideOf, relation)));
  const found = first.length + rest.length;
  const own = [...new Set(wanted)].sort();
  const { offset, end, nextCursor } = toPageBounds(query, network.version, [...call, own, query.claims]);
  const parts = [
    ...first.slice(offset, end).map((contradiction) => ({ ...contradiction, side: 'contradict' as const })),
    ...[...rest.subarray(Math.max(0, offset - first.length), Math.max(0, end - first.length))].map(
      (relation) => toOneSided(network, a, b, sideAt(sideOf, relation), relation),
    ),
  ];
  return {
    by: query.by,
    a: toSide(query.a, compared.a, a),
    b: toSide(query.b, compared.b, b),
    counts,
    sides: Object.fromEntries(
      Array.from(overview.relations, (relation) => [
        getRelationId(network, relation),
        sideAt(sideOf, relation),
      ]),
    ),
    found,
    items: await toItems(context, parts, query.claims),
    nextCursor: nextCursor(found),
    meta,
  };
}

/** The network of both as columns, with whose each edge is (`decodeSides`). Throws as {@link viewCompare} does. */
export function viewCompareColumns(
  context: ViewContext,
  query: CompareColumnsQuery,
): Uint8Array<ArrayBuffer> {
  const { network, positions } = context;
  const { comparison, union, overview, meta } = putSideBySide(context, query);
  return encodeNetwork(network, union, positions, overview, toAttributes(network, meta), {
    [SIDE_COLUMN]: Uint8Array.from(overview.relations, (relation) => comparison.sideOf[relation] ?? NO_SIDE),
  });
}

interface SideBySide {
  readonly compared: { readonly a: Compared; readonly b: Compared };
  readonly a: Selection;
  readonly b: Selection;
  readonly comparison: Comparison;
  /** What either shows, and what of it has its side told. */
  readonly union: Selection;
  readonly overview: Overview;
  readonly meta: Meta;
  /** What the answer is of, for cursors. */
  readonly call: readonly unknown[];
}

function putSideBySide(context: ViewContext, query: CompareColumnsQuery): SideBySide {
  const { network } = context;
  const lens = toLens(query);
  const common = aside(lens, query.by);
  const compared = { a: toCompared(network, query, 'a'), b: toCompared(network, query, 'b') };
  if (compared.a.key === compared.b.key) throw refusal('out-of-bounds', 'b', 'expected another than a');
  const a = context.select({ ...common, ...compared.a.conditions });
  const b = context.select({ ...common, ...compared.b.conditions });
  const own = [`by=${query.by}`, `a=${query.a}`, `b=${query.b}`];
  const union = uniteSelections(network, a, b, { lens: common, cutBy: [...toLensCuts(common), ...own] });
  const { actors, relations } = query;
  const overview = chooseOverview(network, union, { actors, relations, expansions: [] });
  const cutBy = overview.cutBy.map((cut) => cut.replace(/^limit=/, 'actors='));
  return {
    compared,
    a,
    b,
    comparison: compare(network, a, b),
    union,
    overview,
    meta: { version: network.version, shown: overview.shown, total: union.total, cutBy },
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

function sideAt(sideOf: Uint8Array, relation: number): ComparedSide {
  const side = COMPARED_SIDES[sideOf[relation] ?? NO_SIDE];
  if (side === undefined) throw new RangeError(`nobody states relation ${relation}`);
  return side;
}

/** The lens without its own values of what is compared. */
function aside(lens: Lens, by: CompareColumnsQuery['by']): Lens {
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

interface Compared {
  /** Equal for what is the same however it is written. */
  readonly key: string;
  readonly label: string;
  readonly kind: ActorKind | null;
  /** What the lens asks for beside the rest. */
  readonly conditions: Partial<Lens>;
}

function toCompared(network: Network, query: CompareColumnsQuery, side: 'a' | 'b'): Compared {
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

function toSide(value: string, { label, kind }: Compared, { shown }: Selection): CompareAnswer['a'] {
  return { value, label, kind, relations: shown.relations, claims: shown.claims };
}

/** What an item is made of: the rows of both sides. */
interface Part extends Contradiction {
  readonly side: ComparedSide;
}

function toOneSided(
  network: Network,
  a: Selection,
  b: Selection,
  side: ComparedSide,
  relation: number,
): Part {
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

async function toItems(context: ViewContext, parts: readonly Part[], most: number): Promise<Item[]> {
  const { network } = context;
  const chosen = parts.map(({ a, b }) => ({
    a: chooseByOrigin(network.claims, a, most),
    b: chooseByOrigin(network.claims, b, most),
  }));
  const answers = await readClaimAnswers(
    context,
    chosen.flatMap(({ a, b }) => [...a, ...b]),
  );
  return parts.map(({ side, subject, object, isMutual, relations, a, b, origins }, place) => ({
    pair: toPair(network, subject, object, isMutual),
    side,
    relations: relations.map((relation) => getRelationId(network, relation)),
    origins,
    claims: { a: a.length, b: b.length },
    a: answers(chosen[place]?.a ?? []),
    b: answers(chosen[place]?.b ?? []),
  }));
}
