import { OWN_VOICE } from '../network/claim-table.ts';
import type { Network } from '../network/network.ts';
import type { RelationSummary } from '../network/relation-summary.ts';
import { toActorRef } from './answer-parts.ts';
import { toBytes } from './json-bytes.ts';
import { withoutZeros } from './neighbours-view.ts';
import { KeptPieces } from './kept-pieces.ts';

/** Of the text of relations: some eighty thousand of them, those that come first where hubs are asked for. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024;

/** What stands between the values of an answer of neighbours, the same in every one. */
export const PIECES = {
  comma: toBytes(','),
  actor: toBytes('{"actor":'),
  items: toBytes(',"items":['),
  distance: toBytes(',"distance":'),
  claims: toBytes(',"claims":'),
  origins: toBytes(',"origins":'),
  relationCount: toBytes(',"relationCount":'),
  relations: toBytes(',"relations":['),
  endItem: toBytes(']}'),
  id: toBytes('{"id":"'),
  endLabels: toBytes('],"claims":'),
  oneClaim: toBytes('],"claims":1,"origins":1,"speakers":['),
  speakers: toBytes(',"speakers":['),
  lastOn: toBytes(',"lastOn":'),
  disputed: toBytes(',"disputed":true'),
  undisputed: toBytes(',"disputed":false'),
  speakerCount: toBytes(',"speakerCount":'),
  direction: {
    in: toBytes(',"direction":"in","with":"'),
    out: toBytes(',"direction":"out","with":"'),
    both: toBytes(',"direction":"both","with":"'),
  },
  endRelation: toBytes('"}'),
};

/** What stands between the speakers and the dates of a relation. */
export function toCountsJson({ stance, modalities }: Pick<RelationSummary, 'stance' | 'modalities'>): string {
  return `],"stance":"${stance}","modalities":${JSON.stringify(withoutZeros(modalities))},"firstOn":`;
}

/** A relation type as it stands in a relation's id, and after it. */
export interface TypePieces {
  readonly between: Uint8Array;
  readonly after: Uint8Array;
}
export const NO_TYPE: TypePieces = { between: toBytes(''), after: toBytes('') };

/** What stands in answers again and again, as JSON in UTF-8. */
export interface Words {
  readonly id: (actor: number) => Uint8Array;
  /** An actor as every answer names it; null for the document's own voice. */
  readonly actor: (index: number) => Uint8Array;
  /** A label or a date. */
  readonly text: (text: string | null) => Uint8Array;
  readonly types: readonly TypePieces[];
  /** The text of relations when nothing is cut, up to the direction. */
  readonly kept: KeptPieces;
}

const known = new WeakMap<Network, Words>();

/** Written once a network, each word when it is first needed: it grows with actors, labels and dates, not with claims. */
export function wordsOf(network: Network): Words {
  const words = known.get(network) ?? createWords(network);
  known.set(network, words);
  return words;
}

function createWords(network: Network): Words {
  const ids: (Uint8Array | undefined)[] = network.actors.map(() => undefined);
  const actors: (Uint8Array | undefined)[] = network.actors.map(() => undefined);
  const texts = new Map<string | null, Uint8Array>();
  const ownVoice = toBytes('null');
  return {
    id: (index) => (ids[index] ??= toBytes(toActorRef(network, index).id)), // a slug: nothing to escape
    actor: (index) =>
      index === OWN_VOICE
        ? ownVoice
        : (actors[index] ??= toBytes(JSON.stringify(toActorRef(network, index)))),
    text(text) {
      const piece = texts.get(text) ?? toBytes(JSON.stringify(text));
      texts.set(text, piece);
      return piece;
    },
    types: network.vocabulary.types.map(({ id }) => ({
      between: toBytes(`.${id}.`),
      after: toBytes(`","type":${JSON.stringify(id)},"labels":[`),
    })),
    kept: new KeptPieces(network.relations.length, MOST_KEPT_BYTES),
  };
}
