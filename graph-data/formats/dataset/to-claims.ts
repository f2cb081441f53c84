import type { Claim } from '../../model/claim.ts';
import type { DocumentId } from '../../model/ids.ts';
import { claimIdOf, relationIdOf } from '../../model/ids.ts';
import { toEvidence } from '../../model/text.ts';
import { findOrigins } from '../../network/origins/origins.ts';
import type { Dataset } from './dataset.ts';

/**
 * The claims of a dataset with what can be computed of them: id, evidence, origin. In the dataset's order, which decides
 * the first claim of an origin. Claims of a mutual type are one origin whichever way round they are written.
 * @param sha256Hex passed in, because browsers and Node hash differently
 */
export function toClaims(
  dataset: Pick<Dataset, 'vocabulary' | 'documents' | 'claims'>,
  sha256Hex: (text: string) => string,
): Claim[] {
  const texts = new Map<DocumentId, string>(dataset.documents.map(({ id, text }) => [id, text]));
  const mutual = new Set(dataset.vocabulary.filter((type) => type.mutual).map(({ id }) => id));
  const claims = dataset.claims.map(({ quote, start, end, ...input }) => {
    const evidence = toEvidence(texts.get(input.document) ?? '', start, end);
    if (evidence.exact !== quote)
      throw new RangeError(`the quote of a claim of ${input.document} is not at ${start}`);
    return {
      ...input,
      id: claimIdOf({ ...input, start, end }, sha256Hex),
      evidence,
      saidOn: input.saidOn ?? null,
      happenedOn: input.happenedOn ?? null,
      reviewedBy: null,
      reviewedAt: null,
    };
  });
  const withKeys = claims.map((claim) => {
    const relation = relationIdOf(claim.subject, claim.type, claim.object, mutual.has(claim.type));
    return { id: claim.id, key: `${relation} ${claim.speaker ?? ''}`, sentence: claim.evidence.sentence };
  });
  const origins = findOrigins(findSharedKeys(withKeys));
  return claims.map((claim) => ({ ...claim, origin: origins.get(claim.id) ?? claim.id }));
}

/** Those whose key others have too: the rest are origins of their own, and comparing sentences takes time and memory. */
function findSharedKeys<T extends { readonly key: string }>(claims: readonly T[]): T[] {
  const counts = new Map<string, number>();
  for (const { key } of claims) counts.set(key, (counts.get(key) ?? 0) + 1);
  return claims.filter(({ key }) => (counts.get(key) ?? 0) > 1);
}
