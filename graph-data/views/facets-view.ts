import type { FacetAnswer, FacetsAnswer } from '../contract/answers.ts';
import type { FacetsQuery } from '../contract/queries.ts';
import { FACETS, toLens } from '../contract/queries.ts';
import { ACTOR_KINDS } from '../model/actor.ts';
import { toIsoDay } from '../model/dates.ts';
import type { Lens } from '../model/lens.ts';
import { CLOCKS, NO_SPEAKER } from '../model/lens.ts';
import { foldText } from '../model/text.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import type { FacetList } from '../network/lens/facet-tests.ts';
import type { ClockCounts, FacetCounts } from '../network/lens/facets.ts';
import { countFacets } from '../network/lens/facets.ts';
import type { Network } from '../network/network.ts';
import { getActor, getDocument } from '../network/network.ts';
import { toMeta } from './answer-parts.ts';
import type { ViewContext } from './view-context.ts';

type FacetName = FacetAnswer['facet'];
type FacetValue = FacetAnswer['values'][number];

/** How a claim without a speaker is called. */
export const OWN_VOICE_LABEL = "the document's own voice";

/**
 * How many claims each value would leave, facet by facet, under all other conditions of the lens. Throws `unknown-value`.
 * Cost: one scan of the claims; with words, one of the names as well.
 */
export function viewFacets(context: ViewContext, query: FacetsQuery): FacetsAnswer {
  const { network } = context;
  const lens = toLens(query);
  const selection = context.select(lens);
  const counts = countFacets(network, lens);
  const wanted = query.facet.length === 0 ? FACETS : FACETS.filter((facet) => query.facet.includes(facet));
  return {
    facets: wanted.map((facet) => toFacet(facet, { network, lens, counts, query })),
    days: { said: toDays(counts.clocks.said), happened: toDays(counts.clocks.happened) },
    meta: toMeta(network, selection, selection.shown),
  };
}

interface Question {
  readonly network: Network;
  readonly lens: Lens;
  readonly counts: FacetCounts;
  readonly query: Pick<FacetsQuery, 'q' | 'limit'>;
}

function toFacet(facet: FacetName, question: Question): FacetAnswer {
  const { network, lens, counts } = question;
  switch (facet) {
    case 'speaker':
      return toRanked(facet, 'speakers', question, {
        valueOf: (place) => (place === 0 ? NO_SPEAKER : getActor(network, place - 1).id),
        labelOf: (place) => (place === 0 ? OWN_VOICE_LABEL : getActor(network, place - 1).name),
        kindOf: (place) => (place === 0 ? null : getActor(network, place - 1).kind),
        chosen: [
          0,
          ...lens.speakers.map((id) => (id === NO_SPEAKER ? 0 : (network.actorIndex.get(id) ?? -1) + 1)),
        ],
      });
    case 'publisher':
      return toRanked(facet, 'publishers', question, {
        valueOf: (place) => counts.publisherNames[place] ?? '',
        labelOf: (place) => counts.publisherNames[place] ?? '',
        chosen: lens.publishers.map((name) => counts.publisherNames.indexOf(name)),
      });
    case 'document':
      return toRanked(facet, 'documents', question, {
        valueOf: (place) => getDocument(network, place).id,
        labelOf: (place) => getDocument(network, place).title,
        chosen: lens.documents.map((id) => network.documentIndex.get(id) ?? -1),
      });
    case 'type': {
      const { types } = network.vocabulary;
      const all = toClosed(
        facet,
        'types',
        counts,
        types.map(({ id, label }) => [id, label]),
      );
      return { ...all, values: all.values.toSorted((a, b) => b.claims - a.claims) };
    }
    case 'stance':
      return toClosed(facet, 'stances', counts, STANCES.map(twice));
    case 'modality':
      return toClosed(facet, 'modalities', counts, MODALITIES.map(twice));
    case 'kind':
      return toClosed(facet, 'kinds', counts, ACTOR_KINDS.map(twice));
    case 'clock': {
      const values = CLOCKS.map((clock) => toValue(clock, clock, counts.clocks[clock].claims));
      return { facet, claims: counts.clocks[lens.clock].claims, found: countLeft(values), values };
    }
    default: {
      const values = [...counts[facet]].map(([least, claims]) =>
        toValue(String(least), String(least), claims),
      );
      return { facet, claims: values[0]?.claims ?? 0, found: countLeft(values), values };
    }
  }
}

const twice = (value: string): [string, string] => [value, value];

function toValue(value: string, label: string, claims: number, kind: FacetValue['kind'] = null): FacetValue {
  return { value, label, kind, claims };
}

function countLeft(values: readonly FacetValue[]): number {
  return values.filter(({ claims }) => claims > 0).length;
}

/** A facet of few values: all of them, in their own order. */
function toClosed(
  facet: FacetName,
  list: FacetList,
  counts: FacetCounts,
  names: readonly (readonly [value: string, label: string])[],
): FacetAnswer {
  const values = names.map(([value, label], place) => toValue(value, label, counts.values[list][place] ?? 0));
  return { facet, claims: counts.any[list], found: countLeft(values), values };
}

interface Names {
  readonly valueOf: (place: number) => string;
  readonly labelOf: (place: number) => string;
  readonly kindOf?: (place: number) => FacetValue['kind'];
  /** Always answered, after the rest where they are not among the first. */
  readonly chosen: readonly number[];
}

/** A facet of many values: those with most claims that hold the words, and the chosen ones. Ties by place. */
function toRanked(facet: FacetName, list: FacetList, { counts, query }: Question, names: Names): FacetAnswer {
  const column = counts.values[list];
  const words = foldText(query.q).split(' ').filter(Boolean);
  const found: number[] = [];
  for (let place = 0; place < column.length; place += 1) {
    if (column[place] === 0) continue;
    if (words.length > 0) {
      const label = foldText(names.labelOf(place));
      if (!words.every((word) => label.includes(word))) continue;
    }
    found.push(place);
  }
  found.sort((a, b) => (column[b] ?? 0) - (column[a] ?? 0) || a - b);
  const first = found.slice(0, query.limit);
  const others = words.length > 0 ? [] : names.chosen.filter((place) => place >= 0 && !first.includes(place));
  return {
    facet,
    claims: counts.any[list],
    found: found.length,
    values: [...new Set([...first, ...others])].map((place) =>
      toValue(names.valueOf(place), names.labelOf(place), column[place] ?? 0, names.kindOf?.(place) ?? null),
    ),
  };
}

function toDays({ first, last }: ClockCounts): FacetsAnswer['days']['said'] {
  return {
    first: first === null ? null : (toIsoDay(first) ?? null),
    last: last === null ? null : (toIsoDay(last) ?? null),
  };
}
