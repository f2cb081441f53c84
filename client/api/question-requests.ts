import type { PublishersAnswer, SpeakersAnswer } from '../../graph-data/contract/questions-paths.ts';
import type { CompareAnswer, DisputesAnswer } from '../../graph-data/contract/questions.ts';
import { decodeNetwork } from '../../graph-data/contract/columns/decode-network.ts';
import { decodeSides } from '../../graph-data/contract/columns/decode-sides.ts';
import { MOST_DRAWN } from '../../graph-data/contract/first-picture.ts';
import type { NetworkAnswer } from '../../graph-data/contract/answers.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { DEFAULT_LENS, toLensParameters } from '../../graph-data/model/lens.ts';
import type { COMPARED_BY, ComparedSide } from '../../graph-data/network/compare/compared.ts';
import type { ApiRequest, Parameter } from './api-request.ts';
import { toApiRequest } from './api-request.ts';

/** What a reader asks of the whole dataset, under a lens. */

/** Items a page: each comes with whole sentences. */
const PAGE = '20';

export function disputesRequest(lens: Lens): ApiRequest<DisputesAnswer> {
  return toApiRequest('disputes', [['limit', PAGE], ...toLensParameters(lens)]);
}

export function speakersRequest(lens: Lens): ApiRequest<SpeakersAnswer> {
  return toApiRequest('speakers', toLensParameters(lens));
}

/** Each publisher with the speakers it lets speak most, at most `speakers` of them. */
export function publishersRequest(lens: Lens, speakers: number): ApiRequest<PublishersAnswer> {
  return toApiRequest('publishers', [
    ['limit', PAGE],
    ['speakers', String(speakers)],
    ...toLensParameters(lens),
  ]);
}

/** All of a list as a table: the address of a file. */
export function tableRequest(
  question: 'disputes' | 'speakers' | 'publishers',
  lens: Lens,
): ApiRequest<never> {
  return toApiRequest(`${question}.csv`, toLensParameters(lens));
}

interface TwoViews {
  readonly by: (typeof COMPARED_BY)[number];
  readonly a: string;
  readonly b: string;
}

const toViews = ({ by, a, b }: TwoViews): Parameter[] => [
  ['by', by],
  ['a', a],
  ['b', b],
];

/** The lens of two views: dates that are compared are on its clock, though it has none itself. */
function toLensOfViews(lens: Lens, { by }: TwoViews): Parameter[] {
  const pairs: Parameter[] = toLensParameters(lens);
  const isTold =
    by !== 'date' || lens.clock === DEFAULT_LENS.clock || pairs.some(([name]) => name === 'clock');
  return isTold ? pairs : [...pairs, ['clock', lens.clock]];
}

const toSides = (sides: readonly ComparedSide[]): Parameter[] => sides.map((side) => ['side', side]);

/** The differences of two views, of some sides alone where they are named. */
export function compareRequest(
  lens: Lens,
  comparison: TwoViews,
  sides: readonly ComparedSide[] = [],
): ApiRequest<CompareAnswer> {
  return toApiRequest('compare', [
    ...toViews(comparison),
    ...toSides(sides),
    // Whose each relation is comes with the network: here it would only be carried along.
    ['actors', '1'],
    ['relations', '1'],
    ['limit', PAGE],
    ...toLensOfViews(lens, comparison),
  ]);
}

/** All of these differences as a table: the address of a file. */
export function compareTableRequest(
  lens: Lens,
  comparison: TwoViews,
  sides: readonly ComparedSide[] = [],
): ApiRequest<never> {
  return toApiRequest('compare.csv', [
    ...toViews(comparison),
    ...toSides(sides),
    ...toLensOfViews(lens, comparison),
  ]);
}

/** A network with whose each of its edges is, in their order. */
export interface ComparedNetwork extends NetworkAnswer {
  readonly sides: readonly ComparedSide[];
}

/** The network of two views, as much of it as of any network; nothing is brought into it. */
export function comparedNetworkRequest(lens: Lens, comparison: TwoViews): ApiRequest<ComparedNetwork> {
  const { address } = toApiRequest('compare.columns', [
    ...toViews(comparison),
    ['relations', String(MOST_DRAWN)],
    ...toLensOfViews(lens, comparison),
  ]);
  return { address, decode: (bytes) => ({ ...decodeNetwork(bytes), sides: decodeSides(bytes) }) };
}
