import type { Lens } from '../model/lens.ts';
import type { Counts } from '../network/lens/apply-lens.ts';

/** What a file holds of how much, as every answer's `meta` says it. */
export interface Shown {
  readonly version: number;
  readonly shown: Counts;
  readonly total: Counts;
  readonly cutBy: readonly string[];
}

/**
 * "Dataset version 3. 2 of 40 actors, 1 of 90 relations, 5 of 120 claims shown. Cut by stance=negative."; where others than
 * accepted claims are among them, also which statuses they have.
 */
export function toShownWords(
  { version, shown, total, cutBy }: Shown,
  { statuses }: Pick<Lens, 'statuses'>,
): string {
  const isAccepted = statuses.every((status) => status === 'accepted');
  const counts = (['actors', 'relations', 'claims'] as const).map(
    (what) => `${shown[what]} of ${total[what]} ${what}`,
  );
  return [
    `Dataset version ${version}.`,
    `${counts.join(', ')} shown.`,
    ...(isAccepted ? [] : [`Their status: ${statuses.join(' or ')}.`]),
    cutBy.length === 0 ? 'Nothing is cut.' : `Cut by ${cutBy.join(', ')}.`,
  ].join(' ');
}
