import type {
  Connection,
  HopAnswer,
  PathAnswer,
  PathsAnswer,
  PathsQuery,
} from '../contract/questions-paths.ts';
import { MOST_SPEAKERS } from '../contract/answers.ts';
import { MOST_LOOKS } from '../contract/questions-paths.ts';
import { toLens } from '../contract/queries.ts';
import type { FaultDetail } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import type { ActorId } from '../model/ids.ts';
import type { Lens } from '../model/lens.ts';
import { DEFAULT_LENS, toLensCuts } from '../model/lens.ts';
import { MODALITIES, OTHER_TYPE } from '../model/vocabulary.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { getRelationType } from '../network/network.ts';
import type { FoundPath, FoundPaths } from '../network/paths/find-paths.ts';
import { findPaths } from '../network/paths/find-paths.ts';
import type { Hop } from '../network/paths/hop.ts';
import { findHopRelations } from '../network/paths/hop.ts';
import { toHopTable } from '../network/paths/hop-table.ts';
import { toActorRef, toClaimAnswer, toMeta, toRelationFields } from './answer-parts.ts';
import { withoutZeros } from './neighbours-view.ts';
import type { HopSentences } from './read-hop-sentences.ts';
import { readHopSentences } from './read-hop-sentences.ts';
import type { ViewContext } from './view-context.ts';

/**
 * The best paths between every two of the actors named, each hop with its best sentences. Throws `unknown-value`;
 * `out-of-bounds` where fewer than two different actors are named.
 */
export async function viewPaths(context: ViewContext, query: PathsQuery): Promise<PathsAnswer> {
  const { network } = context;
  const { dateFrom, dateTo, ...rest } = query;
  const lens = toLens({ ...rest, from: dateFrom, to: dateTo });
  const pairs = toPairs(findEnds(network, query));
  const selection = context.select(lens);
  const looks = Math.floor(MOST_LOOKS / (2 * pairs.length));
  const found = pairs.map(([from, to]) => {
    const paths = search(network, selection, query, from, to, looks);
    const isFree = paths.paths.length > 0 || !isRestricted(lens, query);
    return {
      from,
      to,
      ...paths,
      unrestricted: isFree ? undefined : searchFreely(context, lens, query, from, to, looks),
    };
  });

  const hops = new Map<string, Hop>();
  const hopOf = (from: number, to: number): Hop => {
    const key = `${from} ${to}`;
    const hop = hops.get(key) ?? findHopRelations(network, selection, query.direction, from, to);
    hops.set(key, hop);
    return hop;
  };
  const shown = found.map(({ paths }) =>
    paths.slice(0, query.k).map((path) => ({
      path,
      hops: path.actors.slice(1).map((to, at) => hopOf(path.actors[at] ?? -1, to)),
    })),
  );
  const sentences = await readHopSentences(context, selection, [...hops.values()]);
  const isCut = found.some(({ paths }) => paths.length > query.k);
  return {
    connections: found.map((each, at): Connection => ({
      from: toActorRef(network, each.from),
      to: toActorRef(network, each.to),
      paths: (shown[at] ?? []).map(({ path, hops: steps }) =>
        toPath(network, selection, path, steps, sentences),
      ),
      hasMore: each.paths.length > query.k,
      isComplete: each.isComplete,
      unrestricted: each.unrestricted === undefined ? null : toUnrestricted(each.unrestricted, query.k),
    })),
    claims: sentences.claims.map((claim) => toClaimAnswer(network, claim)),
    meta: toPathsMeta(network, selection, query, [...hops.values()], isCut),
  };
}

/** The actors named, as indices, each once. */
function findEnds(network: Network, query: PathsQuery): number[] {
  const errors: FaultDetail[] = [];
  const find = (name: 'from' | 'to', id: string): number => {
    const index = network.actorIndex.get(id as ActorId);
    if (index === undefined)
      errors.push({ pointer: `/query/${name}`, detail: `no actor ${JSON.stringify(id.slice(0, 80))}` });
    return index ?? -1;
  };
  const ends = [find('from', query.from), ...query.to.map((id) => find('to', id))];
  if (errors.length > 0)
    throw new OnrecordError('unknown-value', errors.map(({ detail }) => detail).join('; '), errors);
  const distinct = [...new Set(ends)];
  if (distinct.length > 1) return distinct;
  const detail = 'expected another actor than that of `from`';
  throw new OnrecordError('out-of-bounds', `to: ${detail}`, [{ pointer: '/query/to', detail }]);
}

/** Every two, the one named earlier first. */
function toPairs(ends: readonly number[]): (readonly [number, number])[] {
  return ends.flatMap((from, at) => ends.slice(at + 1).map((to) => [from, to] as const));
}

/** One path more than is asked for, which tells whether there are more. */
function search(
  network: Network,
  selection: Selection,
  { k, maxLength, avoidHubs, direction }: PathsQuery,
  from: number,
  to: number,
  looks: number,
): FoundPaths {
  const question = { from, to, count: k + 1, maxLength, mostNeighbours: avoidHubs ?? Infinity };
  return findPaths(network, toHopTable(network, selection, direction), question, { hops: looks });
}

function isRestricted(lens: Lens, { avoidHubs, direction }: PathsQuery): boolean {
  return toLensCuts(lens).length > 0 || avoidHubs !== undefined || direction !== 'any';
}

function searchFreely(
  { network, select }: ViewContext,
  lens: Lens,
  query: PathsQuery,
  from: number,
  to: number,
  looks: number,
): FoundPaths {
  const all = select({ ...DEFAULT_LENS, statuses: lens.statuses });
  return search(network, all, { ...query, avoidHubs: undefined, direction: 'any' }, from, to, looks);
}

function toUnrestricted({ paths, isComplete }: FoundPaths, k: number): Connection['unrestricted'] {
  const [shortest] = paths;
  return {
    paths: Math.min(paths.length, k),
    hasMore: paths.length > k,
    isComplete,
    length: shortest === undefined ? null : shortest.actors.length - 1,
  };
}

function toPath(
  network: Network,
  selection: Selection,
  { actors, strength }: FoundPath,
  hops: readonly Hop[],
  sentences: HopSentences,
): PathAnswer {
  const steps = hops.map((hop) => toHop(network, selection, hop, sentences.placesOf(hop)));
  return {
    length: actors.length - 1,
    strength,
    actors: actors.map((actor) => toActorRef(network, actor)),
    hops: steps,
    reading: steps.map(toReading),
  };
}

function toHop(network: Network, selection: Selection, hop: Hop, places: readonly number[]): HopAnswer {
  const { from, to, relations } = hop;
  const relation = relations[0] ?? -1;
  const { stances: _stances, ...fields } = toRelationFields(network, selection, relation);
  const sum = (counts: Uint32Array): number =>
    relations.reduce((total, each) => total + (counts[each] ?? 0), 0);
  const isAlong = network.relations.subject[relation] === from;
  return {
    from: toActorRef(network, from),
    to: toActorRef(network, to),
    claims: sum(selection.relationClaims),
    origins: sum(selection.relationOrigins),
    disputed: relations.some((each) => network.disputes.has(each)),
    relation: {
      ...fields,
      modalities: withoutZeros(fields.modalities),
      direction: getRelationType(network, relation).mutual ? 'both' : isAlong ? 'out' : 'in',
    },
    otherRelations: relations.length - 1,
    sentences: [...places],
  };
}

function toReading({ from, to, relation, disputed, sentences }: HopAnswer): PathAnswer['reading'][number] {
  const [subject, object] = relation.direction === 'in' ? [to, from] : [from, to];
  const counts = relation.modalities;
  const modality = MODALITIES.reduce((most, each) =>
    (counts[each] ?? 0) > (counts[most] ?? 0) ? each : most,
  );
  return {
    subject,
    ...toReadingWords(relation),
    object,
    modality,
    speakers: relation.speakers.slice(0, MOST_SPEAKERS),
    speakerCount: relation.speakers.length,
    disputed,
    notes: sentences.map((place) => place + 1),
  };
}

/** Labels are anything from "president of" to "says no to": a type is a verb, and reads between any two actors. */
function toReadingWords({
  type,
  typeLabel,
  labels: [label = typeLabel],
}: HopAnswer['relation']): Pick<PathAnswer['reading'][number], 'words' | 'label'> {
  if (type === OTHER_TYPE) return { words: label, label: null };
  return { words: typeLabel, label: label === typeLabel ? null : label };
}

/** What stands on the paths: the relation of each hop, its claims, and the actors. Dates of the lens go by their names here. */
function toPathsMeta(
  network: Network,
  selection: Selection,
  { k, maxLength, avoidHubs, direction }: PathsQuery,
  hops: readonly Hop[],
  isCut: boolean,
): PathsAnswer['meta'] {
  const relations = new Set(hops.map((hop) => hop.relations[0] ?? -1));
  const shown: Counts = {
    actors: new Set(hops.flatMap(({ from, to }) => [from, to])).size,
    relations: relations.size,
    claims: [...relations].reduce((sum, relation) => sum + (selection.relationClaims[relation] ?? 0), 0),
  };
  const meta = toMeta(network, selection, shown, [
    `maxLength=${maxLength}`,
    ...(direction === 'any' ? [] : [`direction=${direction}`]),
    ...(avoidHubs === undefined ? [] : [`avoidHubs=${avoidHubs}`]),
    ...(isCut ? [`k=${k}`] : []),
  ]);
  const cutBy = meta.cutBy.map((cut) => cut.replace(/^from=/, 'dateFrom=').replace(/^to=/, 'dateTo='));
  return { ...meta, cutBy };
}
