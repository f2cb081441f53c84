import type { Clock } from '../../model/lens.ts';
import type { TimeColumns } from '../../network/timeline/time-columns.ts';
import type { Meta } from '../answers.ts';
import { encodeColumns, toNarrow } from './column-file.ts';

/** What stands in the head of the file. */
export interface TimelineHead {
  readonly format: 'onrecord-timeline';
  readonly clock: Clock;
  readonly minClaims: number;
  readonly minOrigins: number;
  readonly meta: Meta;
}

/** When the claims of each drawn relation were said or happened, as columns: `docs/formats-columns.md` describes every one. */
export function encodeTimeline(
  relations: readonly string[],
  columns: TimeColumns,
  { clock, meta }: Pick<TimelineHead, 'clock' | 'meta'>,
): Uint8Array<ArrayBuffer> {
  const { minClaims, minOrigins } = columns;
  const head: TimelineHead = { format: 'onrecord-timeline', clock, minClaims, minOrigins, meta };
  return encodeColumns(head, {
    relation: relations,
    'relation.undated': toNarrow(columns.undated),
    'relation.ranges.from': toNarrow(columns.firstRange),
    'range.first': columns.from,
    'range.last': columns.to,
    'range.origin': toNarrow(columns.origin),
  });
}
