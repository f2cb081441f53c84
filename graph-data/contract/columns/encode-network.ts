import { ACTOR_KINDS } from '../../model/actor.ts';
import type { Modality, Stance } from '../../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { NO_DATE, OWN_VOICE } from '../../network/claim-table.ts';
import type { Selection } from '../../network/lens/apply-lens.ts';
import type { Network } from '../../network/network.ts';
import { getActor } from '../../network/network.ts';
import type { Overview } from '../../network/overview.ts';
import { sumRelation } from '../../network/relation-summary.ts';
import type { NetworkAnswer } from '../answers.ts';
import type { Columns } from './column-file.ts';
import { encodeColumns, toNarrow } from './column-file.ts';

/** The media type of a network as columns. */
export const COLUMNS_MEDIA_TYPE = 'application/vnd.onrecord.columns';

/** What stands in the head of the file. */
export interface NetworkHead {
  readonly format: 'onrecord-network';
  readonly attributes: NetworkAnswer['attributes'];
  /** What the numbers of the columns mean. */
  readonly kinds: readonly string[];
  readonly stances: readonly Stance[];
  readonly modalities: readonly Modality[];
}

/**
 * The network answer as columns: everything the JSON answer says, nodes and edges in the same order. What follows from the
 * rest is not written: an edge's key, direction, first label, and all sizes. Texts that come again and again (labels,
 * speakers, dates) stand once; 0 is none. Counts and places are as wide as the highest of
 * their column needs. `docs/formats-columns.md` describes every column.
 * @param more columns beside these, which `decodeNetwork` passes over
 */
export function encodeNetwork(
  network: Network,
  selection: Selection,
  positions: ArrayLike<number>,
  overview: Overview,
  attributes: NetworkAnswer['attributes'],
  more: Columns = {},
): Uint8Array<ArrayBuffer> {
  const { actors, relations } = overview;
  const placeOf = new Uint32Array(network.actors.length);
  actors.forEach((actor, place) => {
    placeOf[actor] = place;
  });
  const edges = toEdgeColumns(network, selection, relations);
  const head: NetworkHead = {
    format: 'onrecord-network',
    attributes,
    kinds: ACTOR_KINDS,
    stances: STANCES,
    modalities: MODALITIES,
  };
  return encodeColumns(head, {
    'node.key': Array.from(actors, (actor) => getActor(network, actor).id),
    'node.label': Array.from(actors, (actor) => getActor(network, actor).name),
    'node.kind': Uint8Array.from(actors, (actor) => ACTOR_KINDS.indexOf(getActor(network, actor).kind)),
    'node.claims': toNarrow(actors.map((actor) => selection.actorClaims[actor] ?? 0)),
    'node.spoken': toNarrow(actors.map((actor) => selection.actorSpoken[actor] ?? 0)),
    'node.x': Float64Array.from(actors, (actor) => positions[actor * 2] ?? 0),
    'node.y': Float64Array.from(actors, (actor) => positions[actor * 2 + 1] ?? 0),
    'edge.source': toNarrow(
      relations.map((relation) => placeOf[network.relations.subject[relation] ?? 0] ?? 0),
    ),
    'edge.target': toNarrow(
      relations.map((relation) => placeOf[network.relations.object[relation] ?? 0] ?? 0),
    ),
    'edge.type': Uint8Array.from(relations, (relation) => network.relations.type[relation] ?? 0),
    ...edges,
    ...more,
  });
}

/** Numbers values anew, in the order they are met. */
class Renumbering {
  readonly met: number[] = [];
  readonly #numbers: Uint32Array;

  /** @param size values are 0 to size - 1 */
  constructor(size: number) {
    this.#numbers = new Uint32Array(size);
  }

  /** From 1 up. */
  numberOf(value: number): number {
    const known = this.#numbers[value] as number;
    if (known > 0) return known;
    return (this.#numbers[value] = this.met.push(value));
  }
}

function toEdgeColumns(network: Network, selection: Selection, relations: Uint32Array) {
  const count = relations.length;
  const [stanceCount, modalityCount] = [STANCES.length, MODALITIES.length];
  const claims = new Uint32Array(count);
  const origins = new Uint32Array(count);
  const stance = new Uint8Array(count);
  const stances = new Uint32Array(count * stanceCount);
  const modalities = new Uint32Array(count * modalityCount);
  const firstOn = new Uint32Array(count);
  const lastOn = new Uint32Array(count);
  const disputed = new Uint8Array(count);
  const labels = new Renumbering(network.claims.labels.length);
  const speakers = new Renumbering(network.actors.length);
  const dates = new Renumbering(network.claims.dates.length);
  const labelsOf: number[] = [];
  const speakersOf: number[] = [];
  const labelsFrom = new Uint32Array(count + 1);
  const speakersFrom = new Uint32Array(count + 1);
  for (let edge = 0; edge < count; edge += 1) {
    const relation = relations[edge] as number;
    const sums = sumRelation(network, selection, relation);
    claims[edge] = selection.relationClaims[relation] as number;
    origins[edge] = selection.relationOrigins[relation] as number;
    stance[edge] = STANCES.indexOf(sums.stance);
    stances.set(sums.stances, edge * stanceCount);
    modalities.set(sums.modalities, edge * modalityCount);
    firstOn[edge] = sums.firstOn === NO_DATE ? 0 : dates.numberOf(sums.firstOn);
    lastOn[edge] = sums.lastOn === NO_DATE ? 0 : dates.numberOf(sums.lastOn);
    disputed[edge] = network.disputes.has(relation) ? 1 : 0;
    for (const label of sums.labels) labelsOf.push(labels.numberOf(label) - 1);
    for (const speaker of sums.speakers)
      speakersOf.push(speaker === OWN_VOICE ? 0 : speakers.numberOf(speaker));
    labelsFrom[edge + 1] = labelsOf.length;
    speakersFrom[edge + 1] = speakersOf.length;
  }
  return {
    'edge.claims': toNarrow(claims),
    'edge.origins': toNarrow(origins),
    'edge.stance': stance,
    'edge.stances': toNarrow(stances),
    'edge.modalities': toNarrow(modalities),
    'edge.firstOn': toNarrow(firstOn),
    'edge.lastOn': toNarrow(lastOn),
    'edge.disputed': disputed,
    'edge.labels': toNarrow(Uint32Array.from(labelsOf)),
    'edge.labels.from': toNarrow(labelsFrom),
    'edge.speakers': toNarrow(Uint32Array.from(speakersOf)),
    'edge.speakers.from': toNarrow(speakersFrom),
    label: labels.met.map((label) => network.claims.labels[label] ?? ''),
    speaker: speakers.met.map((speaker) => getActor(network, speaker).id),
    date: dates.met.map((date) => network.claims.dates[date]?.text ?? ''),
  };
}
