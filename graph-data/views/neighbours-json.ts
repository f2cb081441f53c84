import { MOST_SPEAKERS } from '../contract/answers.ts';
import type { NeighboursQuery } from '../contract/queries.ts';
import type { Modality, Stance } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { NO_DATE, OWN_VOICE } from '../network/claim-table.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { NeighbourItem, Tie } from '../network/neighbourhood/neighbourhood.ts';
import type { Network } from '../network/network.ts';
import { summariseRelation } from '../network/relation-summary.ts';
import { JsonBytes, toBytes } from './json-bytes.ts';
import type { KeptPieces } from './kept-pieces.ts';
import { findNeighbourPage } from './neighbours-view.ts';
import type { Words } from './neighbours-words.ts';
import { NO_TYPE, PIECES, toCountsJson, wordsOf } from './neighbours-words.ts';
import type { ViewContext } from './view-context.ts';

const out = new JsonBytes();

/**
 * What `viewNeighbours` answers, as JSON in UTF-8, byte for byte: a hub's page holds hundreds of relations, and most of their
 * text is the same again and again. Throws `not-found`, `malformed-cursor`.
 */
export function writeNeighbours(
  context: ViewContext,
  id: string,
  query: NeighboursQuery,
): Uint8Array<ArrayBuffer> {
  const { network } = context;
  const { actor, selection, items, nextCursor, meta } = findNeighbourPage(context, id, query);
  const words = wordsOf(network);
  const kept = isWhole(selection) ? words.kept : undefined;
  out.add(PIECES.actor);
  out.add(words.actor(actor));
  out.add(PIECES.items);
  let isFirst = true;
  for (const item of items) {
    if (!isFirst) out.add(PIECES.comma);
    isFirst = false;
    addItem(network, selection, words, item, kept);
  }
  out.add(toBytes(`],"nextCursor":${JSON.stringify(nextCursor)},"meta":${JSON.stringify(meta)}}`));
  return out.take();
}

function addItem(
  network: Network,
  selection: Selection,
  words: Words,
  item: NeighbourItem,
  kept: KeptPieces | undefined,
): void {
  out.add(PIECES.actor);
  out.add(words.actor(item.actor));
  out.add(PIECES.distance);
  out.addNumber(item.distance);
  out.add(PIECES.claims);
  out.addNumber(item.claims);
  out.add(PIECES.origins);
  out.addNumber(item.origins);
  out.add(item.isDisputed ? PIECES.disputed : PIECES.undisputed);
  out.add(PIECES.relationCount);
  out.addNumber(item.tieCount);
  out.add(PIECES.relations);
  let isFirst = true;
  for (const tie of item.ties) {
    if (!isFirst) out.add(PIECES.comma);
    isFirst = false;
    addRelation(network, selection, words, tie, kept);
  }
  out.add(PIECES.endItem);
}

function addRelation(
  network: Network,
  selection: Selection,
  words: Words,
  tie: Tie,
  kept: KeptPieces | undefined,
): void {
  const { relation } = tie;
  const known = kept?.find(relation);
  if (known !== undefined) out.add(known);
  else {
    const begin = out.length;
    if (selection.relationClaims[relation] === 1) addOneClaim(network, selection, words, relation);
    else addSummary(network, selection, words, relation);
    kept?.add(relation, out.since(begin));
  }
  out.add(PIECES.direction[tie.direction]);
  out.add(words.id(tie.with));
  out.add(PIECES.endRelation);
}

/** All accepted claims, and no other. */
function isWhole({ cutBy, lens: { statuses } }: Selection): boolean {
  return cutBy.length === 0 && statuses.length === 1 && statuses[0] === 'accepted';
}

/** What every answer that names a relation says of it. */
function addSummary(network: Network, selection: Selection, words: Words, relation: number): void {
  const summary = summariseRelation(network, selection, relation);
  addName(network, words, relation);
  summary.labels.forEach((label, index) => {
    if (index > 0) out.add(PIECES.comma);
    out.add(words.text(label));
  });
  out.add(PIECES.endLabels);
  out.addNumber(summary.claims);
  out.add(PIECES.origins);
  out.addNumber(summary.origins);
  out.add(PIECES.speakers);
  for (let place = 0; place < summary.speakers.length && place < MOST_SPEAKERS; place += 1) {
    if (place > 0) out.add(PIECES.comma);
    out.add(words.actor(summary.speakers[place] ?? OWN_VOICE));
  }
  out.add(toBytes(toCountsJson(summary)));
  out.add(words.text(summary.firstOn));
  out.add(PIECES.lastOn);
  out.add(words.text(summary.lastOn));
  out.add(summary.isDisputed ? PIECES.disputed : PIECES.undisputed);
  out.add(PIECES.speakerCount);
  out.addNumber(summary.speakers.length);
}

/** {@link addSummary} of a relation with one passing claim, as most have: there is nothing to count. */
function addOneClaim(network: Network, selection: Selection, words: Words, relation: number): void {
  const { claims, relations } = network;
  let row = relations.firstClaim[relation] ?? 0;
  while (selection.passes[row] === 0) row += 1;
  const happenedOn = claims.happenedOn[row] ?? NO_DATE;
  const date = claims.dates[happenedOn === NO_DATE ? (claims.saidOn[row] ?? NO_DATE) : happenedOn];
  const dateJson = words.text(date?.text ?? null);
  addName(network, words, relation);
  out.add(words.text(claims.labels[claims.label[row] ?? 0] ?? ''));
  out.add(PIECES.oneClaim);
  out.add(words.actor(claims.speaker[row] ?? OWN_VOICE));
  out.add(countsOfOne(claims.stance[row] ?? 0, claims.modality[row] ?? 0));
  out.add(dateJson);
  out.add(PIECES.lastOn);
  out.add(dateJson);
  out.add(network.disputes.has(relation) ? PIECES.disputed : PIECES.undisputed);
  out.add(PIECES.speakerCount);
  out.addNumber(1);
}

function addName(network: Network, words: Words, relation: number): void {
  const type = words.types[network.relations.type[relation] ?? -1] ?? NO_TYPE;
  out.add(PIECES.id);
  out.add(words.id(network.relations.subject[relation] ?? -1));
  out.add(type.between);
  out.add(words.id(network.relations.object[relation] ?? -1));
  out.add(type.after);
}

/** The counts of one claim, by stance and modality. */
const ONE_CLAIM = STANCES.map((stance) => MODALITIES.map((modality) => toOneClaimBytes(stance, modality)));

function countsOfOne(stance: number, modality: number): Uint8Array {
  return ONE_CLAIM[stance]?.[modality] ?? toOneClaimBytes('neutral', 'asserted');
}

function toOneClaimBytes(stance: Stance, modality: Modality): Uint8Array {
  const modalities = { asserted: 0, denied: 0, planned: 0, hypothetical: 0, [modality]: 1 };
  return toBytes(toCountsJson({ stance, modalities }));
}
