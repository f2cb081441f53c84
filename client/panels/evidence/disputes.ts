import type { RelationDetail } from '../../../graph-data/contract/answers.ts';

/** Two groups of claims that say otherwise of one another. */
export interface Dispute {
  readonly subject: string;
  readonly object: string;
  readonly sides: readonly [readonly string[], readonly string[]];
}

/** The disputes that relations have a part in, each once: two relations of one pair dispute each other from both ends. */
export function toDisputes(
  relations: readonly Pick<RelationDetail, 'subject' | 'object' | 'disputedBy'>[],
): Dispute[] {
  const disputes = new Map<string, Dispute>();
  for (const { subject, object, disputedBy } of relations) {
    if (disputedBy === null) continue;
    const key = disputedBy
      .map((side) => [...side].sort().join())
      .sort()
      .join('|');
    if (!disputes.has(key))
      disputes.set(key, { subject: subject.label, object: object.label, sides: disputedBy });
  }
  return [...disputes.values()];
}
