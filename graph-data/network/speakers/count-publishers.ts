import { OWN_VOICE } from '../claim-table.ts';
import { toFacetColumns } from '../lens/facet-columns.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import { compareIds } from '../../model/ids.ts';
import { groupRows } from './group-rows.ts';
import type { Counted, Voice } from './hearsay.ts';

/** Whom a publisher lets speak under a lens. */
export interface PublisherHabits {
  readonly publisher: string;
  readonly claims: number;
  /** With a claim that passes. */
  readonly documents: number;
  /** Claims with an inner speaker. */
  readonly handedOn: number;
  readonly voiceCount: number;
  /** As many as were asked for: most claims first, then in the order of actors; the document's own voice among them. */
  readonly voices: readonly Counted<Voice>[];
}

/** The publishers of a selection, and the whole they stand beside. */
export interface Publishers {
  /** Most claims first, then by name; those without a claim are left out. */
  readonly ranked: readonly PublisherHabits[];
  /** Claims of each voice by all publishers: at 0 the document's own, then by actor. */
  readonly wholeClaims: Uint32Array;
}

/** Counts who speaks in each publisher's documents. Cost: three looks at each claim that passes. */
export function countPublishers(network: Network, selection: Selection, mostVoices: number): Publishers {
  const { claims, actors, documents } = network;
  const { publisherOf, publisherNames } = toFacetColumns(network);
  const { start, rows } = groupRows(
    selection,
    publisherNames.length,
    (row) => publisherOf[claims.document[row] as number] as number,
  );
  const isHandedOn = new Uint8Array(claims.length);
  for (const row of claims.via.row) isHandedOn[row] = 1;
  const wholeClaims = new Uint32Array(actors.length + 1);
  const spoken = new Uint32Array(actors.length + 1);
  const isMet = new Uint8Array(documents.length);
  const ranked: PublisherHabits[] = [];
  publisherNames.forEach((publisher, group) => {
    const from = start[group] as number;
    const to = start[group + 1] as number;
    if (from === to) return;
    const met: number[] = [];
    let count = 0;
    let handedOn = 0;
    for (let at = from; at < to; at += 1) {
      const row = rows[at] as number;
      const place = (claims.speaker[row] as number) - OWN_VOICE;
      if (spoken[place] === 0) met.push(place);
      spoken[place] = (spoken[place] as number) + 1;
      handedOn += isHandedOn[row] as number;
      const document = claims.document[row] as number;
      if (isMet[document] === 0) count += 1;
      isMet[document] = 1;
    }
    // One number that sorts by claims, most first, then by place: to sort objects takes several times as long.
    const keys = Float64Array.from(
      met,
      (place) => (to - from - (spoken[place] as number)) * spoken.length + place,
    );
    const voices = [...keys.sort().subarray(0, mostVoices)].map((key) => {
      const place = key % spoken.length;
      return { value: place + OWN_VOICE, claims: spoken[place] as number };
    });
    for (const place of met) {
      wholeClaims[place] = (wholeClaims[place] as number) + (spoken[place] as number);
      spoken[place] = 0;
    }
    ranked.push({
      ...{ publisher, claims: to - from, documents: count, handedOn },
      ...{ voiceCount: met.length, voices },
    });
  });
  ranked.sort((a, b) => b.claims - a.claims || compareIds(a.publisher, b.publisher));
  return { ranked, wholeClaims };
}
