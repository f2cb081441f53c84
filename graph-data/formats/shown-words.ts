import type { Counts } from '../network/lens/apply-lens.ts';

/** What a file holds of how much, as every answer's `meta` says it. */
export interface Shown {
  readonly version: number;
  readonly shown: Counts;
  readonly total: Counts;
  readonly cutBy: readonly string[];
}

/** "Dataset version 3. 2 of 40 actors, 1 of 90 relations, 5 of 120 claims shown. Cut by stance=negative." */
export function toShownWords({ version, shown, total, cutBy }: Shown): string {
  const counts = (['actors', 'relations', 'claims'] as const).map(
    (what) => `${shown[what]} of ${total[what]} ${what}`,
  );
  return [
    `Dataset version ${version}.`,
    `${counts.join(', ')} shown.`,
    cutBy.length === 0 ? 'Nothing is cut.' : `Cut by ${cutBy.join(', ')}.`,
  ].join(' ');
}
