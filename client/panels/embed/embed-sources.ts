import type { FacetsAnswer } from '../../../graph-data/contract/answers.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { facetsRequest } from '../../api/requests.ts';
import type { Comparison } from '../../state/comparison.ts';
import { isComplete } from '../../state/comparison.ts';
import { usePage } from '../page-context.ts';
import type { Answer } from '../use-answer.ts';
import { useAnswer } from '../use-answer.ts';

/** Where something stands, and how many of the claims that the picture shows stand there. */
export interface SourceCount {
  /** As the lens takes it. */
  readonly value: string;
  readonly label: string;
  readonly claims: number;
}

/** What a picture is drawn from: most claims first, the first ten of each, and how many there are. */
export interface EmbedSources {
  readonly publishers: readonly SourceCount[];
  readonly publisherCount: number;
  readonly documents: readonly SourceCount[];
  readonly documentCount: number;
}

/**
 * The lens that leaves what the picture shows. Two views that are compared are both in it: their speakers, publishers or
 * documents; of dates, what holds for both.
 */
export function toSourceLens(lens: Lens, comparison: Comparison | null): Lens {
  if (!isComplete(comparison)) return lens;
  const { by, a, b } = comparison;
  if (by === 'speaker') return { ...lens, speakers: [a, b] as Lens['speakers'][number][] };
  if (by === 'publisher') return { ...lens, publishers: [a, b] };
  return by === 'document'
    ? { ...lens, documents: [a, b] as DocumentId[] }
    : { ...lens, from: null, to: null };
}

/** Publishers and documents of what the lens leaves: a facet counts other values than the chosen ones, too. */
export function toSources({ facets }: FacetsAnswer, lens: Lens): EmbedSources {
  const of = (name: 'publisher' | 'document', chosen: readonly string[]) => {
    const facet = facets.find((entry) => entry.facet === name);
    const left = (facet?.values ?? []).filter(
      ({ value, claims }) => claims > 0 && (chosen.length === 0 || chosen.includes(value)),
    );
    return { left, count: chosen.length === 0 ? (facet?.found ?? 0) : left.length };
  };
  const [publishers, documents] = [of('publisher', lens.publishers), of('document', lens.documents)];
  return {
    publishers: publishers.left,
    publisherCount: publishers.count,
    documents: documents.left,
    documentCount: documents.count,
  };
}

/** What the picture is drawn from; asked for when it is drawn. */
export function useSources(): Answer<FacetsAnswer> & { readonly sources: EmbedSources | undefined } {
  const lens = usePage((state) => state.page.lens);
  const comparison = usePage((state) => state.page.comparison);
  const of = toSourceLens(lens, comparison);
  const answer = useAnswer(facetsRequest(of), true);
  return { ...answer, sources: answer.value && toSources(answer.value, of) };
}
