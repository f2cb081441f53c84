import type { ClaimAnswer, ClaimsAnswer } from '../contract/answers.ts';
import type { ClaimsQuery } from '../contract/queries.ts';
import { MOST_ORDERED, toLens } from '../contract/queries.ts';
import type { FaultDetail } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import type { ActorId, ClaimId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import type { Claim } from '../model/claim.ts';
import { endsOf } from '../network/claim-table.ts';
import type { Counts } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { claimsOf, findRelationById, getClaimId } from '../network/network.ts';
import { toClaimAnswer, toMeta } from './answer-parts.ts';
import { cutPage, toLensKey } from './page.ts';
import type { ViewContext } from './view-context.ts';
import { notFound } from './view-context.ts';

/** Most claims a text query looks through; a query that matches more says so in `cutBy`. */
const MOST_MATCHES = 10_000;

/** Claims read from the store at once. */
const LOT = 1000;

/**
 * Claims under a lens, in the order asked for. Throws `unknown-value`; `out-of-bounds` where more than {@link MOST_ORDERED}
 * were to be put in order of certainty.
 */
export async function viewClaims(context: ViewContext, query: ClaimsQuery): Promise<ClaimsAnswer> {
  const { network, reader } = context;
  const lens = toLens(query);
  const selection = context.select(lens);
  const wanted = toWanted(network, query);
  const matches = query.q === '' ? undefined : new Set(await reader.searchClaims(query.q, MOST_MATCHES));
  const rows: number[] = [];
  for (let relation = 0; relation < network.relations.length; relation += 1) {
    if (selection.relationClaims[relation] === 0 || !wanted.relation(relation)) continue;
    for (const row of claimsOf(network.relations, relation)) {
      if (
        selection.passes[row] === 1 &&
        wanted.claim(row) &&
        matches?.has(getClaimId(network, row)) !== false
      )
        rows.push(row);
    }
  }
  const own = [query.subject, query.object, query.between, query.relation, query.q, query.order];
  const ordered = query.order === 'certainty' ? await orderByCertainty(context, rows) : rows;
  const page = cutPage(ordered, query, network.version, ['claims', own, toLensKey(lens)]);
  const claims = await readClaims(context, page.items);
  const cuts = [
    ...(['subject', 'object', 'between', 'relation'] as const).flatMap((name) =>
      query[name].map((id) => `${name}=${id}`),
    ),
    ...(query.q === '' ? [] : [`q=${query.q}`]),
    ...(matches?.size === MOST_MATCHES ? [`matches=${MOST_MATCHES}`] : []),
    ...(page.items.length < rows.length ? [`limit=${query.limit}`] : []),
  ];
  return {
    items: claims.map((claim) => toClaimAnswer(network, claim)),
    nextCursor: page.nextCursor,
    meta: toMeta(
      network,
      selection,
      cuts.length === 0 ? selection.shown : countRows(network, page.items),
      cuts,
    ),
  };
}

async function readClaims({ network, reader }: ViewContext, rows: readonly number[]): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (let at = 0; at < rows.length; at += LOT)
    claims.push(...(await reader.getClaims(rows.slice(at, at + LOT).map((row) => getClaimId(network, row)))));
  return claims;
}

/**
 * Reads the claims of these rows, each once, and answers what makes the answers of some of them. A claim that went meanwhile is
 * left out.
 */
export async function readClaimAnswers(
  context: ViewContext,
  rows: readonly number[],
): Promise<(rows: readonly number[]) => ClaimAnswer[]> {
  const claims = await readClaims(context, [...new Set(rows)]);
  const byId = new Map(claims.map((claim) => [claim.id, toClaimAnswer(context.network, claim)]));
  return (wanted) => wanted.flatMap((row) => byId.get(getClaimId(context.network, row)) ?? []);
}

/** Most certain first, then by document and place in its text, then by id. */
async function orderByCertainty(context: ViewContext, rows: readonly number[]): Promise<number[]> {
  if (rows.length > MOST_ORDERED) {
    const detail = `expected at most ${MOST_ORDERED} claims to put in order of certainty, found ${rows.length}: narrow them`;
    throw new OnrecordError('out-of-bounds', `order: ${detail}`, [{ pointer: '/query/order', detail }]);
  }
  const rowOf = new Map(rows.map((row) => [getClaimId(context.network, row), row]));
  const placeOf = ({ evidence: { start } }: Claim): number => start ?? Infinity;
  return (await readClaims(context, rows))
    .sort(
      (a, b) =>
        b.certainty - a.certainty ||
        compareIds(a.document, b.document) ||
        Math.sign(placeOf(a) - placeOf(b)) ||
        compareIds(a.id, b.id),
    )
    .flatMap(({ id }) => rowOf.get(id) ?? []);
}

/** These claims, the relations they belong to and the actors at their ends. */
function countRows({ claims }: Network, rows: readonly number[]): Counts {
  const { subject, type, object } = claims;
  return {
    actors: new Set(rows.flatMap((row) => [subject[row], object[row]])).size,
    relations: new Set(rows.map((row) => `${subject[row]} ${type[row]} ${object[row]}`)).size,
    claims: rows.length,
  };
}

/** One claim of any status that the reader may see. Throws `not-found`. */
export async function viewClaim(context: ViewContext, id: string): Promise<ClaimAnswer> {
  const [claim] = await context.reader.getClaims([id as ClaimId]);
  if (claim === undefined) throw notFound('claim', id);
  return toClaimAnswer(context.network, claim);
}

interface Wanted {
  readonly relation: (relation: number) => boolean;
  readonly claim: (row: number) => boolean;
}

/** The query's own conditions, the lens aside. A claim's subject is the one it was written with, also in mutual types. */
function toWanted(network: Network, query: ClaimsQuery): Wanted {
  const errors: FaultDetail[] = [];
  const indices = (
    name: 'subject' | 'object' | 'between' | 'relation',
    find: (id: string) => number,
  ): Set<number> =>
    new Set(
      query[name].map((id) => {
        const index = find(id);
        const what = name === 'relation' ? 'relation' : 'actor';
        if (index < 0)
          errors.push({ pointer: `/query/${name}`, detail: `no ${what} ${JSON.stringify(id.slice(0, 80))}` });
        return index;
      }),
    );
  const actor = (id: string): number => network.actorIndex.get(id as ActorId) ?? -1;
  const subjects = indices('subject', actor);
  const objects = indices('object', actor);
  const between = indices('between', actor);
  const relations = indices('relation', (id) => findRelationById(network, id));
  if (errors.length > 0) {
    throw new OnrecordError('unknown-value', errors.map((error) => error.detail).join('; '), errors);
  }
  const has = (set: ReadonlySet<number>, value: number | undefined): boolean =>
    set.size === 0 || (value !== undefined && set.has(value));
  const { claims } = network;
  return {
    relation: (relation) =>
      has(relations, relation) &&
      has(between, network.relations.subject[relation]) &&
      has(between, network.relations.object[relation]),
    claim: (row) => {
      const [from, to] = endsOf(claims, row);
      return has(subjects, from) && has(objects, to);
    },
  };
}
