import { OWN_VOICE } from '../claim-table.ts';
import { toFacetColumns } from '../lens/facet-columns.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import { groupRows } from './group-rows.ts';
import type { Hearsay, Voice } from './hearsay.ts';
import { findHearsay } from './hearsay.ts';

/** How far a voice reaches under a lens. */
export interface SpeakerReach {
  readonly voice: Voice;
  /** Said by it. */
  readonly claims: number;
  /** Of those, the ones about itself. */
  readonly aboutItself: number;
  readonly documents: number;
  readonly publishers: number;
}

/** Who speaks under a lens. */
export interface Speakers {
  /** Everyone who says something or whose word is handed on: most claims said first, then in the order of actors. */
  readonly ranked: readonly SpeakerReach[];
  readonly hearsay: Hearsay;
}

/** Counts what everyone says, in how many documents and for how many publishers. Cost: three looks at each claim that passes. */
export function countSpeakers(network: Network, selection: Selection): Speakers {
  const { claims, actors, documents } = network;
  const { publisherOf, publisherNames } = toFacetColumns(network);
  const { start, rows } = groupRows(
    selection,
    actors.length + 1,
    (row) => (claims.speaker[row] as number) - OWN_VOICE,
  );
  const metDocument = new Int32Array(documents.length).fill(-1);
  const metPublisher = new Int32Array(publisherNames.length).fill(-1);
  const hearsay = findHearsay(network, selection);
  const heard = new Set(hearsay.heard);
  const ranked: SpeakerReach[] = [];
  for (let group = 0; group <= actors.length; group += 1) {
    const voice = group + OWN_VOICE;
    const from = start[group] as number;
    const to = start[group + 1] as number;
    if (from === to && !heard.has(voice)) continue;
    const reach = { voice, claims: to - from, aboutItself: 0, documents: 0, publishers: 0 };
    for (let at = from; at < to; at += 1) {
      const row = rows[at] as number;
      if (claims.subject[row] === voice || claims.object[row] === voice) reach.aboutItself += 1;
      const document = claims.document[row] as number;
      if (metDocument[document] === group) continue;
      metDocument[document] = group;
      reach.documents += 1;
      const publisher = publisherOf[document] as number;
      if (metPublisher[publisher] === group) continue;
      metPublisher[publisher] = group;
      reach.publishers += 1;
    }
    ranked.push(reach);
  }
  ranked.sort((a, b) => b.claims - a.claims || a.voice - b.voice);
  return { ranked, hearsay };
}
