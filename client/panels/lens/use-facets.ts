import { useState } from 'react';
import type { FacetAnswer, FacetsAnswer } from '../../../graph-data/contract/answers.ts';
import { facetsRequest } from '../../api/requests.ts';
import { usePage } from '../page-context.ts';
import type { Answer } from '../use-answer.ts';
import { useAnswer } from '../use-answer.ts';

export type FacetName = FacetAnswer['facet'];

/** How many values a facet first shows: the API's own default. */
export const FIRST_VALUES = 10;
/** Most values one answer holds. */
export const MOST_VALUES = 500;

/** What every value would leave under the lens in force; while the next answer is on its way, the one before stays. */
export function useFacets(isWanted = true): Answer<FacetsAnswer> {
  const lens = usePage((state) => state.page.lens);
  const answer = useAnswer(isWanted ? facetsRequest(lens) : null, true);
  return { ...answer, value: useLast(answer.value) };
}

/** One facet: the first values out of `all`; searched or in full, of its own. */
export function useFacet(
  all: FacetsAnswer,
  facet: FacetName,
  words: string,
  limit: number,
): FacetAnswer | undefined {
  const lens = usePage((state) => state.page.lens);
  const isOwn = words !== '' || limit > FIRST_VALUES;
  const answer = useAnswer(isOwn ? facetsRequest(lens, { facet, words, limit }) : null);
  const own = useLast(answer.value);
  return (isOwn ? own : all)?.facets.find((entry) => entry.facet === facet);
}

/** The value, or the last there was. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
