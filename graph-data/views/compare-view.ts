import type { Meta } from '../contract/answers.ts';
import { SIDE_COLUMN } from '../contract/columns/decode-sides.ts';
import { encodeNetwork } from '../contract/columns/encode-network.ts';
import type { CompareColumnsQuery, CompareQuery } from '../contract/queries.ts';
import type { CompareAnswer } from '../contract/questions.ts';
import { NO_SIDE } from '../network/compare/compare.ts';
import { chooseByOrigin } from '../network/compare/count-origins.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { getRelationId } from '../network/network.ts';
import type { Overview } from '../network/overview.ts';
import { chooseOverview } from '../network/overview.ts';
import { toPair } from './answer-parts.ts';
import { readClaimAnswers } from './claims-view.ts';
import { toAttributes } from './network-view.ts';
import { toPageBounds } from './page.ts';
import type { Difference, SideBySide } from './side-by-side.ts';
import { Differences, putSideBySide, sideAt } from './side-by-side.ts';
import type { ViewContext } from './view-context.ts';

type Item = CompareAnswer['items'][number];

/**
 * Two views of the network under one lens: what only A states, what only B, what both, and where they contradict. The lens's own
 * values of what is compared stand aside. Throws `unknown-value` on what the network does not hold, `malformed-parameter` on a
 * date that is none, and `out-of-bounds` where A and B are the same.
 */
export async function viewCompare(context: ViewContext, query: CompareQuery): Promise<CompareAnswer> {
  const { network } = context;
  const sides = putSideBySide(context, query);
  const { compared, a, b, comparison, call } = sides;
  const { overview, meta } = chooseShown(network, sides, query);
  const differences = new Differences(network, sides, query.side);
  const found = differences.length;
  const own = [...differences.wanted].sort();
  const { offset, end, nextCursor } = toPageBounds(query, network.version, [...call, own, query.claims]);
  const parts = Array.from({ length: Math.max(0, Math.min(end, found) - offset) }, (_, at) =>
    differences.at(offset + at),
  );
  return {
    by: query.by,
    a: toSide(query.a, compared.a, a),
    b: toSide(query.b, compared.b, b),
    counts: comparison.counts,
    sides: Object.fromEntries(
      Array.from(overview.relations, (relation) => [
        getRelationId(network, relation),
        sideAt(comparison.sideOf, relation),
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
  const sides = putSideBySide(context, query);
  const { comparison, union } = sides;
  const { overview, meta } = chooseShown(network, sides, query);
  return encodeNetwork(network, union, positions, overview, toAttributes(network, meta), {
    [SIDE_COLUMN]: Uint8Array.from(overview.relations, (relation) => comparison.sideOf[relation] ?? NO_SIDE),
  });
}

/** Of which relations the side is told, and how many those are. */
function chooseShown(
  network: Network,
  { union }: SideBySide,
  { actors, relations }: CompareColumnsQuery,
): { readonly overview: Overview; readonly meta: Meta } {
  const overview = chooseOverview(network, union, { actors, relations, expansions: [] });
  const cutBy = overview.cutBy.map((cut) => cut.replace(/^limit=/, 'actors='));
  return { overview, meta: { version: network.version, shown: overview.shown, total: union.total, cutBy } };
}

function toSide(
  value: string,
  { label, kind }: SideBySide['compared']['a'],
  { shown }: Selection,
): CompareAnswer['a'] {
  return { value, label, kind, relations: shown.relations, claims: shown.claims };
}

async function toItems(context: ViewContext, parts: readonly Difference[], most: number): Promise<Item[]> {
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
