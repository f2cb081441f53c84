import { ACTOR_KINDS } from '../../model/actor.ts';
import type { Modality, Stance } from '../../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { OWN_VOICE } from '../../network/claim-table.ts';
import type { Selection } from '../../network/lens/apply-lens.ts';
import type { Network } from '../../network/network.ts';
import { getActor } from '../../network/network.ts';
import type { Overview } from '../../network/overview.ts';
import { summariseRelation } from '../../network/relation-summary.ts';
import type { NetworkAnswer } from '../answers.ts';
import { encodeColumns } from './column-file.ts';

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
 * speakers, dates) stand once; -1 is none. `docs/formats-columns.md` describes every column.
 */
export function encodeNetwork(
  network: Network,
  selection: Selection,
  positions: ArrayLike<number>,
  overview: Overview,
  attributes: NetworkAnswer['attributes'],
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
    'node.claims': actors.map((actor) => selection.actorClaims[actor] ?? 0),
    'node.spoken': actors.map((actor) => selection.actorSpoken[actor] ?? 0),
    'node.x': Float64Array.from(actors, (actor) => positions[actor * 2] ?? 0),
    'node.y': Float64Array.from(actors, (actor) => positions[actor * 2 + 1] ?? 0),
    'edge.source': relations.map((relation) => placeOf[network.relations.subject[relation] ?? 0] ?? 0),
    'edge.target': relations.map((relation) => placeOf[network.relations.object[relation] ?? 0] ?? 0),
    'edge.type': Uint8Array.from(relations, (relation) => network.relations.type[relation] ?? 0),
    ...edges,
  });
}

/** Numbers texts in the order they are met. */
class Dictionary {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** -1 for none. */
  numberOf(text: string | null): number {
    if (text === null) return -1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.values.length);
    return this.values.push(text) - 1;
  }
}

function toEdgeColumns(network: Network, selection: Selection, relations: Uint32Array) {
  const count = relations.length;
  const numbers = {
    'edge.claims': new Uint32Array(count),
    'edge.origins': new Uint32Array(count),
    'edge.stance': new Uint8Array(count),
    'edge.stances': new Uint32Array(count * STANCES.length),
    'edge.modalities': new Uint32Array(count * MODALITIES.length),
    'edge.firstOn': new Int32Array(count),
    'edge.lastOn': new Int32Array(count),
    'edge.disputed': new Uint8Array(count),
  };
  const [labels, speakers, dates] = [new Dictionary(), new Dictionary(), new Dictionary()];
  const labelsOf: number[] = [];
  const speakersOf: number[] = [];
  const labelsFrom = new Uint32Array(count + 1);
  const speakersFrom = new Uint32Array(count + 1);
  relations.forEach((relation, edge) => {
    const summary = summariseRelation(network, selection, relation);
    numbers['edge.claims'][edge] = summary.claims;
    numbers['edge.origins'][edge] = summary.origins;
    numbers['edge.stance'][edge] = STANCES.indexOf(summary.stance);
    STANCES.forEach((stance, place) => {
      numbers['edge.stances'][edge * STANCES.length + place] = summary.stances[stance];
    });
    MODALITIES.forEach((modality, place) => {
      numbers['edge.modalities'][edge * MODALITIES.length + place] = summary.modalities[modality];
    });
    numbers['edge.firstOn'][edge] = dates.numberOf(summary.firstOn);
    numbers['edge.lastOn'][edge] = dates.numberOf(summary.lastOn);
    numbers['edge.disputed'][edge] = summary.isDisputed ? 1 : 0;
    for (const label of summary.labels) labelsOf.push(labels.numberOf(label));
    for (const speaker of summary.speakers)
      speakersOf.push(speakers.numberOf(speaker === OWN_VOICE ? null : getActor(network, speaker).id));
    labelsFrom[edge + 1] = labelsOf.length;
    speakersFrom[edge + 1] = speakersOf.length;
  });
  return {
    ...numbers,
    'edge.labels': Uint32Array.from(labelsOf),
    'edge.labels.from': labelsFrom,
    'edge.speakers': Int32Array.from(speakersOf),
    'edge.speakers.from': speakersFrom,
    label: labels.values,
    speaker: speakers.values,
    date: dates.values,
  };
}
