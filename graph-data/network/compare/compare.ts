import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import { claimsOf } from '../network.ts';
import type { ComparedSide } from './compared.ts';
import { COMPARED_SIDES } from './compared.ts';
import { countOrigins } from './count-origins.ts';

/** What stands in {@link Comparison.sideOf} for a relation that neither states; the sides are numbered from 0. */
export const NO_SIDE = 255;

/** A pair of actors of whom A and B say things that cannot both be meant. */
export interface Contradiction {
  readonly subject: number;
  readonly object: number;
  /** Whether it is about mutual relations alone, which have no direction. */
  readonly isMutual: boolean;
  /** Those that hold one of its claims, in order. */
  readonly relations: readonly number[];
  /** Claim rows of each that the other contradicts, in table order. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly origins: { readonly a: number; readonly b: number };
}

/** Two selections of one network side by side. */
export interface Comparison {
  /** Whose each relation is: a place in COMPARED_SIDES, or {@link NO_SIDE}. */
  readonly sideOf: Uint8Array;
  readonly counts: Readonly<Record<ComparedSide, number>>;
  /** Most origins of the weaker side first, then of both together, then by pair. */
  readonly contradictions: readonly Contradiction[];
  /** All other relations of either: most origins first, those of both sides counted together; then by order. */
  readonly ranked: Uint32Array;
}

const [A, B, BOTH, CONTRADICT] = [0, 1, 2, 3] as const;
const POSITIVE = STANCES.indexOf('positive');
const NEGATIVE = STANCES.indexOf('negative');
const ASSERTED = MODALITIES.indexOf('asserted');
const DENIED = MODALITIES.indexOf('denied');

/** What a side says of a relation or pair, as flags; those of B stand four bits higher. */
const SAYS = { positive: 1, negative: 2, asserted: 4, denied: 8 } as const;
const OF_STANCE = SAYS.positive | SAYS.negative;
const B_SHIFT = 4;

/**
 * Compares what two selections show. They contradict each other about an ordered pair where one has a positive claim and the
 * other a negative one, neither denied; and in a relation where one denies what the other asserts. Neutral never contradicts;
 * mutual relations belong to both directions of their pair, and what both state themselves, as a vague date may let them, is no
 * contradiction between them. When it happened has no part in it: what one says of 2014 and the
 * other of 2025 stands side by side. Cost: a look at each claim of the relations that either shows.
 */
export function compareSelections(network: Network, a: Selection, b: Selection): Comparison {
  const { relations } = network;
  const said = toFlags(network, a, b);
  const ofPair = toPairFlags(network, said);
  const sideOf = new Uint8Array(relations.length).fill(NO_SIDE);
  const counts = { a: 0, b: 0, both: 0, contradict: 0 };
  const contradicting: number[] = [];
  const rest = new Float64Array(relations.length);
  let restLength = 0;
  for (let relation = 0; relation < relations.length; relation += 1) {
    const isA = a.relationClaims[relation] !== 0;
    const isB = b.relationClaims[relation] !== 0;
    if (!isA && !isB) continue;
    const isContradicted = directionsOf(network, relation).some(
      (pair) => findContradicted(said[relation] as number, ofPair.get(pair) ?? 0) !== 0,
    );
    const side = isContradicted ? CONTRADICT : isA && isB ? BOTH : isA ? A : B;
    sideOf[relation] = side;
    const name = COMPARED_SIDES[side];
    counts[name] += 1;
    if (isContradicted) contradicting.push(relation);
    else {
      // Origins and place in one number: numbers are sorted without a comparing function.
      const origins = (a.relationOrigins[relation] as number) + (b.relationOrigins[relation] as number);
      rest[restLength] = relation - origins * relations.length;
      restLength += 1;
    }
  }
  const ranked = Uint32Array.from(rest.subarray(0, restLength).sort(), (key) => {
    const remainder = key % relations.length;
    return remainder < 0 ? remainder + relations.length : remainder;
  });
  const contradictions = toContradictions(network, a, b, { said, ofPair, contradicting });
  return { sideOf, counts, contradictions, ranked };
}

/** What A and B say in each relation, that the other does not say as well. */
function toFlags(network: Network, a: Selection, b: Selection): Uint8Array {
  const { claims, relations } = network;
  const said = new Uint8Array(relations.length);
  for (let relation = 0; relation < relations.length; relation += 1) {
    if (a.relationClaims[relation] === 0 && b.relationClaims[relation] === 0) continue;
    const end = relations.firstClaim[relation + 1] as number;
    let flags = 0;
    for (let row = relations.firstClaim[relation] as number; row < end; row += 1) {
      if (a.passes[row] === b.passes[row]) continue;
      const says = flagsOf(claims.stance[row] as number, claims.modality[row] as number);
      flags |= a.passes[row] === 1 ? says : says << B_SHIFT;
    }
    said[relation] = flags;
  }
  return said;
}

/** What one claim says. A denied one is a denial and nothing else: the stance is that of what it denies. */
function flagsOf(stance: number, modality: number): number {
  if (modality === DENIED) return SAYS.denied;
  const ofStance = stance === POSITIVE ? SAYS.positive : stance === NEGATIVE ? SAYS.negative : 0;
  return ofStance | (modality === ASSERTED ? SAYS.asserted : 0);
}

/** The stances of A and B about each ordered pair that has any, mutual relations in both. */
function toPairFlags(network: Network, said: Uint8Array): Map<number, number> {
  const ofPair = new Map<number, number>();
  const stances = OF_STANCE | (OF_STANCE << B_SHIFT);
  for (let relation = 0; relation < said.length; relation += 1) {
    const flags = (said[relation] as number) & stances;
    if (flags === 0) continue;
    for (const pair of directionsOf(network, relation)) ofPair.set(pair, (ofPair.get(pair) ?? 0) | flags);
  }
  return ofPair;
}

/** The ordered pairs a relation is about, as numbers. */
function directionsOf({ relations, vocabulary, actors }: Network, relation: number): number[] {
  const subject = relations.subject[relation] as number;
  const object = relations.object[relation] as number;
  const out = subject * actors.length + object;
  const isMutual = vocabulary.types[relations.type[relation] as number]?.mutual === true;
  return isMutual && subject !== object ? [out, object * actors.length + subject] : [out];
}

/** What of a relation's flags the other side contradicts, given the stances about a pair that it belongs to. */
function findContradicted(said: number, ofPair: number): number {
  const [byA, byB] = [said & 15, said >> B_SHIFT];
  const [ofA, ofB] = [ofPair & 15, ofPair >> B_SHIFT];
  return contradictedBy(byA, byB, ofB) | (contradictedBy(byB, byA, ofA) << B_SHIFT);
}

function contradictedBy(own: number, otherInRelation: number, otherOfPair: number): number {
  const against =
    (otherOfPair & SAYS.negative ? SAYS.positive : 0) |
    (otherOfPair & SAYS.positive ? SAYS.negative : 0) |
    (otherInRelation & SAYS.denied ? SAYS.asserted : 0) |
    (otherInRelation & SAYS.asserted ? SAYS.denied : 0);
  return own & against;
}

interface Findings {
  readonly said: Uint8Array;
  readonly ofPair: ReadonlyMap<number, number>;
  /** Relations with a contradicted claim, in order. */
  readonly contradicting: readonly number[];
}

function toContradictions(
  network: Network,
  a: Selection,
  b: Selection,
  { said, ofPair, contradicting }: Findings,
): Contradiction[] {
  const { claims, relations, vocabulary, actors } = network;
  const groups = new Map<number, number[]>();
  for (const relation of contradicting) {
    for (const pair of directionsOf(network, relation)) {
      const group = groups.get(pair) ?? [];
      groups.set(pair, group);
      group.push(relation);
    }
  }
  const found: Contradiction[] = [];
  for (const [pair, group] of groups) {
    const rows = { a: [] as number[], b: [] as number[] };
    const taking = group.filter((relation) => {
      const contradicted = findContradicted(said[relation] as number, ofPair.get(pair) ?? 0);
      if (contradicted === 0) return false;
      for (const row of claimsOf(relations, relation)) {
        if (a.passes[row] === b.passes[row]) continue;
        const says = flagsOf(claims.stance[row] as number, claims.modality[row] as number);
        if (a.passes[row] === 1 && (says & contradicted) !== 0) rows.a.push(row);
        if (b.passes[row] === 1 && (says & (contradicted >> B_SHIFT)) !== 0) rows.b.push(row);
      }
      return true;
    });
    const subject = Math.floor(pair / actors.length);
    const object = pair % actors.length;
    const isMutual = taking.every(
      (relation) => vocabulary.types[relations.type[relation] as number]?.mutual === true,
    );
    // What is mutual altogether is told once, not in both directions.
    if (taking.length === 0 || (isMutual && subject > object)) continue;
    found.push({
      subject,
      object,
      isMutual,
      relations: taking,
      ...rows,
      origins: { a: countOrigins(claims, rows.a), b: countOrigins(claims, rows.b) },
    });
  }
  return found.sort(
    (one, other) =>
      weaker(other) - weaker(one) ||
      together(other) - together(one) ||
      one.subject - other.subject ||
      one.object - other.object,
  );
}

function weaker({ origins }: Contradiction): number {
  return Math.min(origins.a, origins.b);
}

function together({ origins }: Contradiction): number {
  return origins.a + origins.b;
}
