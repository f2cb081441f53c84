import type { DayRange } from '../model/dates.ts';
import { mayOverlap, parseDate } from '../model/dates.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { STATUSES } from '../model/claim.ts';
import type { Adjacency } from './adjacency.ts';
import type { ClaimTable } from './claim-table.ts';
import { NO_DATE, OWN_VOICE } from './claim-table.ts';
import type { RelationTable } from './relation-table.ts';

/** The two sides of a disputed relation, as claim rows in table order: claims of the relation, and what says otherwise. */
export interface Dispute {
  readonly side: readonly number[];
  readonly otherSide: readonly number[];
}

/** Disputed relations by number. Relations that nobody disputes are not in it. */
export type Disputes = ReadonlyMap<number, Dispute>;

const ACCEPTED = STATUSES.indexOf('accepted');
const ASSERTED = MODALITIES.indexOf('asserted');
const DENIED = MODALITIES.indexOf('denied');
const POSITIVE = STANCES.indexOf('positive');
const NEGATIVE = STANCES.indexOf('negative');

/** Undated claims said more than twice as many days apart are not about one time. */
export const HALF_A_YEAR = 183;

/**
 * Finds who says otherwise, among the accepted claims of one ordered pair that may be about one time: that of `happenedOn`, or
 * else half a year to either side of when it was said, or else published; where none is known, any time
 * (docs/decisions/2026-11-29-disputes-are-about-one-time.md):
 * (a) one denies what another asserts of the same type, or (b) a positive and a negative one, neither denied, by
 * different speakers, of types that are opposites, unless a document states one of them itself and quotes the other
 * (docs/decisions/2026-11-30-a-document-and-whom-it-quotes.md). Mutual types belong to both directions of their pair.
 * The lens has no part in it: a side that is filtered away still disputes.
 */
export function findDisputes(
  claims: ClaimTable,
  relations: RelationTable,
  adjacency: Adjacency,
  {
    vocabulary,
    documents,
  }: { readonly vocabulary: Vocabulary; readonly documents: readonly DocumentSummary[] },
): Disputes {
  const sides = new Map<number, { side: Set<number>; otherSide: Set<number> }>();
  const record = (relation: number, claim: number, otherwise: number): void => {
    const entry = sides.get(relation) ?? { side: new Set(), otherSide: new Set() };
    sides.set(relation, entry);
    if (!entry.otherSide.has(claim)) entry.side.add(claim);
    if (!entry.side.has(otherwise)) entry.otherSide.add(otherwise);
  };
  const timeOf = createTimes(claims, documents);
  const overlaps = (a: number, b: number): boolean => mayOverlap(timeOf(a), timeOf(b));
  const typeNumbers = new Map(vocabulary.types.map(({ id }, number) => [id, number]));
  const oppositesOf = vocabulary.types.map(
    (type) => new Set(type.opposites.map((id) => typeNumbers.get(id))),
  );

  for (const group of relationsByPair(relations, adjacency, vocabulary)) {
    for (const relation of group) {
      const opposites = oppositesOf[relations.type[relation] ?? 0];
      const opposed = group.filter((other) => opposites?.has(relations.type[other] ?? 0));
      if (opposed.length === 0 && !hasDenial(claims, relations, relation)) continue;
      const mine = acceptedClaims(claims, relations, relation);
      const denials = mine.filter((claim) => claims.modality[claim] === DENIED);
      for (const denial of denials) {
        for (const claim of mine) {
          if (claims.modality[claim] === ASSERTED && overlaps(claim, denial)) record(relation, claim, denial);
        }
      }
      for (const other of opposed) {
        const theirs = acceptedClaims(claims, relations, other);
        for (const claim of mine) {
          for (const otherwise of theirs) {
            if (isOpposed(claims, claim, otherwise) && overlaps(claim, otherwise))
              record(relation, claim, otherwise);
          }
        }
      }
    }
  }
  return new Map(
    [...sides]
      .sort(([a], [b]) => a - b)
      .map(([relation, { side, otherSide }]) => [
        relation,
        { side: inOrder(side), otherSide: inOrder(otherSide) },
      ]),
  );
}

function isOpposed(claims: ClaimTable, a: number, b: number): boolean {
  const stances = [claims.stance[a], claims.stance[b]];
  return (
    stances.includes(POSITIVE) &&
    stances.includes(NEGATIVE) &&
    claims.modality[a] !== DENIED &&
    claims.modality[b] !== DENIED &&
    claims.speaker[a] !== claims.speaker[b] &&
    !isToldAndQuoted(claims, a, b)
  );
}

/** Whether a document states the one in its own voice and quotes somebody with the other: whoever wrote it let both stand. */
function isToldAndQuoted({ document, speaker }: ClaimTable, a: number, b: number): boolean {
  return document[a] === document[b] && (speaker[a] === OWN_VOICE || speaker[b] === OWN_VOICE);
}

function inOrder(rows: ReadonlySet<number>): number[] {
  return [...rows].sort((a, b) => a - b);
}

/** The days that a claim may be about; undefined for any. */
function createTimes(
  { happenedOn, saidOn, document, dates }: ClaimTable,
  documents: readonly DocumentSummary[],
): (row: number) => DayRange | undefined {
  const published = new Map<string, DayRange | undefined>(); // thousands of documents share a few hundred days
  const publishedOn = (index: number): DayRange | undefined => {
    const date = documents[index]?.publishedAt;
    if (date === undefined) return undefined;
    if (!published.has(date)) published.set(date, parseDate(date));
    return published.get(date);
  };
  return (row) => {
    const happened = dates[happenedOn[row] ?? NO_DATE]?.range;
    if (happened !== undefined) return happened;
    const said = dates[saidOn[row] ?? NO_DATE]?.range ?? publishedOn(document[row] ?? -1);
    return said && { from: said.from - HALF_A_YEAR, to: said.to + HALF_A_YEAR };
  };
}

function hasDenial(claims: ClaimTable, relations: RelationTable, relation: number): boolean {
  const end = relations.firstClaim[relation + 1] ?? 0;
  for (let row = relations.firstClaim[relation] ?? 0; row < end; row += 1)
    if (claims.modality[row] === DENIED) return true;
  return false;
}

function acceptedClaims(claims: ClaimTable, relations: RelationTable, relation: number): number[] {
  const rows: number[] = [];
  for (
    let row = relations.firstClaim[relation] ?? 0;
    row < (relations.firstClaim[relation + 1] ?? 0);
    row += 1
  ) {
    if (claims.status[row] === ACCEPTED) rows.push(row);
  }
  return rows;
}

/**
 * The relations of each ordered pair, where there are two claims or more; a mutual one stands in the group of either
 * direction. A group is only good until the next is asked for.
 */
function* relationsByPair(
  relations: RelationTable,
  { start, neighbour, relation }: Adjacency,
  vocabulary: Vocabulary,
): Generator<readonly number[]> {
  const isMutual = vocabulary.types.map((type) => type.mutual);
  const claimsIn = (tie: number): number =>
    (relations.firstClaim[tie + 1] ?? 0) - (relations.firstClaim[tie] ?? 0);
  const ownTies = tiesWithThemselves(relations);
  const group: number[] = [];
  let claims = 0;
  for (let actor = 0; actor + 1 < start.length; actor += 1) {
    const end = start[actor + 1] ?? 0;
    for (let at = start[actor] ?? 0; at < end; at += 1) {
      const tie = relation[at] ?? 0;
      if (relations.subject[tie] === actor || isMutual[relations.type[tie] ?? 0] === true) {
        group.push(tie);
        claims += claimsIn(tie);
      }
      if (at + 1 < end && neighbour[at + 1] === neighbour[at]) continue;
      if (claims > 1) yield group;
      group.length = 0;
      claims = 0;
    }
    const own = ownTies.get(actor);
    if (own !== undefined) yield own;
  }
}

/** The relations of actors with themselves, which the adjacency does not hold, by actor. */
function tiesWithThemselves(relations: RelationTable): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let relation = 0; relation < relations.length; relation += 1) {
    const subject = relations.subject[relation] ?? 0;
    if (subject !== relations.object[relation]) continue;
    const known = found.get(subject);
    if (known === undefined) found.set(subject, [relation]);
    else known.push(relation);
  }
  return found;
}
