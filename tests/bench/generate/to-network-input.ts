import type { Dataset } from '../../../graph-data/formats/dataset/dataset.ts';
import { claimIdOf } from '../../../graph-data/model/ids.ts';
import { toVocabulary } from '../../../graph-data/model/vocabulary.ts';
import type { NetworkInput } from '../../../graph-data/network/network.ts';
import { sha256Hex } from '../../../server/store/sha256-hex.ts';

/**
 * A generated dataset as the network's input without a store between, for what needs no evidence. Every claim is its own
 * origin: sentences are not compared.
 */
export function toNetworkInput(dataset: Dataset): NetworkInput {
  return {
    version: 1,
    vocabulary: toVocabulary(dataset.vocabulary),
    actors: dataset.actors,
    documents: dataset.documents.map(({ text: _text, ...summary }) => summary),
    claims: dataset.claims.map((claim) => {
      const id = claimIdOf(claim, sha256Hex);
      return { ...claim, id, origin: id, saidOn: claim.saidOn ?? null, happenedOn: claim.happenedOn ?? null };
    }),
  };
}
