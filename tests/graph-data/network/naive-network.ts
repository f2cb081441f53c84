import type { Claim } from '../../../graph-data/model/claim.ts';
import { mayOverlap, parseDate } from '../../../graph-data/model/dates.ts';
import { relationIdOf } from '../../../graph-data/model/ids.ts';
import type { ActorId, ClaimId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { readClaimId } from '../../../graph-data/network/claim-ids.ts';
import { HALF_A_YEAR } from '../../../graph-data/network/disputes.ts';
import type { Network } from '../../../graph-data/network/network.ts';
import type { Direction } from '../../../graph-data/network/neighbourhood/neighbourhood.ts';
import type { SmallDataset } from '../../fixtures/small-network.ts';

/** What the network should say, worked out the slow way: plain objects, no columns, no indices, no sorting for speed. */

/** The ids of a network's claims, by row. */
export function idsOf({ claims }: Network): ClaimId[] {
  return Array.from({ length: claims.length }, (_, row) => readClaimId(claims.ids, row) ?? ('' as ClaimId));
}

/** A claim whose actors are read through what they were merged into. */
export interface ReadClaim extends Claim {
  readonly relation: string;
  readonly isMutual: boolean;
}

/** The actor an id is read as. */
export function readAs({ actors }: SmallDataset, id: ActorId): ActorId {
  const into = actors.find((actor) => actor.id === id)?.mergedInto;
  return into === undefined ? id : readAs({ actors } as SmallDataset, into);
}

export function readClaims(dataset: SmallDataset): ReadClaim[] {
  return dataset.claims.map((claim) => {
    const subject = readAs(dataset, claim.subject);
    const object = readAs(dataset, claim.object);
    const speaker = claim.speaker === null ? null : readAs(dataset, claim.speaker);
    const isMutual = dataset.vocabulary.byId.get(claim.type)?.mutual === true;
    const relation = relationIdOf(subject, claim.type, object, isMutual);
    return { ...claim, subject, object, speaker, isMutual, relation };
  });
}

/** The claims of each relation, by relation id. */
export function groupByRelation(claims: readonly ReadClaim[]): Map<string, ReadClaim[]> {
  return Map.groupBy(claims, (claim) => claim.relation);
}

/** The claims that pass the lens. */
export function lookThrough(dataset: SmallDataset, lens: Lens): ReadClaim[] {
  const allows = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  const kindOf = (id: ActorId) => dataset.actors.find((actor) => actor.id === id)?.kind ?? 'person';
  const isInTime = (claim: ReadClaim): boolean => {
    if (lens.from === null && lens.to === null) return true;
    const published = dataset.documents.find((document) => document.id === claim.document)?.publishedAt;
    const date = lens.clock === 'happened' ? claim.happenedOn : (claim.saidOn ?? published ?? null);
    if (date === null) return false;
    const from = lens.from === null ? -Infinity : (parseDate(lens.from)?.from ?? NaN);
    const to = lens.to === null ? Infinity : (parseDate(lens.to)?.to ?? NaN);
    return mayOverlap(parseDate(date), { from, to });
  };
  const speakers = lens.speakers.map((id) => (id === 'none' ? null : readAs(dataset, id)));
  const comesVia = ({ via }: ReadClaim): boolean =>
    lens.vias.length === 0 ||
    lens.vias.some((wanted) =>
      wanted === 'none'
        ? via.length === 0
        : wanted === 'any'
          ? via.length > 0
          : via.some((id) => readAs(dataset, id) === readAs(dataset, wanted)),
    );
  const passing = readClaims(dataset).filter(
    (claim) =>
      lens.statuses.includes(claim.status) &&
      allows(speakers, claim.speaker) &&
      comesVia(claim) &&
      allows(
        lens.publishers,
        dataset.documents.find((document) => document.id === claim.document)?.publisher ?? '',
      ) &&
      allows(lens.documents, claim.document) &&
      allows(lens.types, claim.type) &&
      allows(lens.stances, claim.stance) &&
      allows(lens.modalities, claim.modality) &&
      allows(lens.kinds, kindOf(claim.subject)) &&
      allows(lens.kinds, kindOf(claim.object)) &&
      isInTime(claim),
  );
  return [...groupByRelation(passing).values()]
    .filter((claims) => claims.length >= lens.minClaims)
    .filter((claims) => new Set(claims.map((claim) => claim.origin)).size >= lens.minOrigins)
    .flat();
}

/** For each disputed relation the claims of it that are disputed, and those that say otherwise. */
export function disputesOf(dataset: SmallDataset): Map<string, { side: Set<ClaimId>; other: Set<ClaimId> }> {
  const { byId } = dataset.vocabulary;
  const found = new Map<string, { side: Set<ClaimId>; other: Set<ClaimId> }>();
  const accepted = readClaims(dataset).filter((claim) => claim.status === 'accepted');
  const pairsOf = ({ subject, object, isMutual }: ReadClaim): string[] =>
    isMutual ? [`${subject} ${object}`, `${object} ${subject}`] : [`${subject} ${object}`];
  const range = (claim: ReadClaim) => {
    if (claim.happenedOn !== null) return parseDate(claim.happenedOn);
    const published = dataset.documents.find((document) => document.id === claim.document)?.publishedAt;
    const said = parseDate(claim.saidOn ?? published ?? '');
    return said && { from: said.from - HALF_A_YEAR, to: said.to + HALF_A_YEAR };
  };
  for (const a of accepted) {
    for (const b of accepted) {
      if (!pairsOf(a).some((pair) => pairsOf(b).includes(pair)) || !mayOverlap(range(a), range(b))) continue;
      const isDenied = a.type === b.type && a.modality === 'asserted' && b.modality === 'denied';
      const isOpposed =
        [a.stance, b.stance].sort().join() === 'negative,positive' &&
        a.modality !== 'denied' &&
        b.modality !== 'denied' &&
        a.speaker !== b.speaker &&
        byId.get(a.type)?.opposites.includes(b.type) === true;
      if (!isDenied && !isOpposed) continue;
      const entry = found.get(a.relation) ?? { side: new Set(), other: new Set() };
      found.set(a.relation, entry);
      entry.side.add(a.id);
      entry.other.add(b.id);
    }
  }
  return found;
}

/** A neighbour by its distance and its ties, each as `relation direction nearer-actor`. */
export interface ReadNeighbour {
  readonly distance: number;
  readonly ties: readonly string[];
}

/** Everyone within `depth` steps of an actor, by id. */
export function neighboursOf(
  claims: readonly ReadClaim[],
  actor: ActorId,
  wanted: Direction,
  depth: number,
): Map<ActorId, ReadNeighbour> {
  const steps = claims.flatMap(({ subject, object, isMutual, relation }) => {
    if (subject === object) return [];
    const out = { from: subject, to: object, relation, direction: isMutual ? 'both' : 'out' };
    const back = { from: object, to: subject, relation, direction: isMutual ? 'both' : 'in' };
    return [out, back].filter(
      ({ direction }) => wanted === 'both' || [wanted, 'both'].includes(direction as Direction),
    );
  });
  const distances = new Map<ActorId, number>([[actor, 0]]);
  for (let distance = 1; distance <= depth; distance += 1) {
    for (const { from, to } of steps) {
      if (distances.get(from) === distance - 1 && !distances.has(to)) distances.set(to, distance);
    }
  }
  distances.delete(actor);
  const nearness = (id: ActorId): number => (id === actor ? 0 : (distances.get(id) ?? Infinity));
  return new Map(
    [...distances].map(([id, distance]) => {
      const ties = steps
        .filter(({ from, to }) => to === id && nearness(from) === distance - 1)
        .map((step) => `${step.relation} ${step.direction} ${step.from}`);
      return [id, { distance, ties: [...new Set(ties)].sort() }];
    }),
  );
}
