import type { RelationTimes } from '../../graph-data/contract/columns/decode-timeline.ts';
import { decodeTimeline } from '../../graph-data/contract/columns/decode-timeline.ts';
import type { TimelineAnswer } from '../../graph-data/contract/questions.ts';
import type { Clock, Lens } from '../../graph-data/model/lens.ts';
import { DEFAULT_LENS, toLensParameters } from '../../graph-data/model/lens.ts';
import type { Expansion } from '../../graph-data/network/expansion.ts';
import type { ApiRequest, Parameter } from './api-request.ts';
import { toApiRequest } from './api-request.ts';
import { networkRequest } from './requests.ts';

/** The lens's claims over time on a clock, whatever its dates; `within` leaves a part of it, cut finer. */
export function timelineRequest(lens: Lens, clock: Clock, within: string | null): ApiRequest<TimelineAnswer> {
  return toApiRequest('timeline', toTimelineParameters(lens, clock, within));
}

/** The same as a table: the address of a file. */
export function timelineTableRequest(lens: Lens, clock: Clock, within: string | null): ApiRequest<never> {
  return toApiRequest('timeline.csv', toTimelineParameters(lens, clock, within));
}

function toTimelineParameters(lens: Lens, clock: Clock, within: string | null): Parameter[] {
  return [
    ...(within === null ? [] : [['within', within] as const]),
    ...toLensParameters(withoutDates(lens)),
    ...toClock(clock),
  ];
}

/** When the claims of each relation were said or happened that `networkRequest` gives for the lens without its dates. */
export function relationTimesRequest(
  lens: Lens,
  clock: Clock,
  expansions: readonly Expansion[],
): ApiRequest<RelationTimes> {
  const { address } = networkRequest(withoutDates(lens), expansions);
  const [, query = ''] = address.split('?');
  const parameters = [...new URLSearchParams(query)].map(([name, value]): Parameter => [name, value]);
  const times = toApiRequest('timeline.columns', [...parameters, ...toClock(clock)]);
  return { address: times.address, decode: decodeTimeline };
}

/** The lens with nothing said about time. */
export function withoutDates(lens: Lens): Lens {
  return { ...lens, from: null, to: null };
}

function toClock(clock: Clock): Parameter[] {
  return clock === DEFAULT_LENS.clock ? [] : [['clock', clock]];
}
