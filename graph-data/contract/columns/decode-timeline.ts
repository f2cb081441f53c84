import { CLOCKS } from '../../model/lens.ts';
import type { TimeColumns } from '../../network/timeline/time-columns.ts';
import { BrokenColumnsError, decodeColumns, requireBelow, requireRising } from './column-file.ts';
import type { TimelineHead } from './encode-timeline.ts';

/** The relations that a page draws, by id, and when their claims were said or happened, in the same order. */
export interface RelationTimes {
  readonly head: TimelineHead;
  readonly relations: readonly string[];
  readonly columns: TimeColumns;
}

/** Reads what `encodeTimeline` wrote. Throws {@link BrokenColumnsError} on anything else. Cost: that of the ids. */
export function decodeTimeline(bytes: Uint8Array): RelationTimes {
  const file = decodeColumns(bytes);
  const head = toHead(file.head);
  const relations = file.texts('relation');
  const from = file.numbers('range.first', 'i32');
  const origin = file.counts('range.origin', head.minOrigins > 1 ? from.length : 0);
  const firstRange = file.counts('relation.ranges.from', relations.length + 1);
  requireRising(firstRange, from.length, 'relation.ranges.from');
  requireBelow(origin, from.length, 'range.origin');
  return {
    head,
    relations,
    columns: {
      firstRange,
      from,
      to: file.numbers('range.last', 'i32', from.length),
      origin,
      undated: file.counts('relation.undated', relations.length),
      minClaims: head.minClaims,
      minOrigins: head.minOrigins,
    },
  };
}

function toHead(head: unknown): TimelineHead {
  const { format, clock, minClaims, minOrigins, meta } = (head ?? {}) as Partial<TimelineHead>;
  if (format !== 'onrecord-timeline') throw new BrokenColumnsError('they hold no timeline');
  const isWhole =
    CLOCKS.some((each) => each === clock) &&
    Number.isSafeInteger(minClaims) &&
    Number.isSafeInteger(minOrigins) &&
    typeof meta === 'object';
  if (!isWhole) throw new BrokenColumnsError('the head is not that of a timeline');
  return head as TimelineHead;
}
