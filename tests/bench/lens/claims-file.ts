import { encodeColumns } from '../../../graph-data/contract/columns/column-file.ts';
import { STANCES } from '../../../graph-data/model/vocabulary.ts';
import { LARGE, generateDataset } from '../generate/generate-dataset.ts';
import type { Filter } from './page/main.ts';

/** A lens as the program's address writes it, and the same condition on a claim of the peer's graph. */
export interface LensChange {
  readonly query: string;
  readonly filter: Filter;
}

/** All claims of the large dataset as columns for the peer's page, and lenses, each asked for once. */
export function toClaimsFile(placeOf: (id: string) => { readonly x: number; readonly y: number }) {
  const { actors, documents, claims } = generateDataset(LARGE);
  const actorIndex = new Map(actors.map(({ id }, index) => [id as string, index]));
  const documentOf = new Map(documents.map((document) => [document.id as string, document]));
  const publishers = [...new Set(documents.map(({ publisher }) => publisher))].sort();
  const publisherIndex = new Map(publishers.map((publisher, index) => [publisher, index]));
  const toMonth = (date: string): number => Number(date.slice(0, 7).replace('-', ''));
  const places = actors.map(({ id }) => placeOf(id));
  const bytes = encodeColumns(null, {
    id: actors.map(({ id }) => id as string),
    x: Float64Array.from(places, ({ x }) => x),
    y: Float64Array.from(places, ({ y }) => y),
    subject: Uint32Array.from(claims, ({ subject }) => actorIndex.get(subject) ?? 0),
    object: Uint32Array.from(claims, ({ object }) => actorIndex.get(object) ?? 0),
    stance: Uint8Array.from(claims, ({ stance }) => STANCES.indexOf(stance)),
    month: Uint32Array.from(claims, ({ saidOn, document }) =>
      toMonth(saidOn ?? documentOf.get(document)?.publishedAt ?? ''),
    ),
    publisher: Uint32Array.from(
      claims,
      ({ document }) => publisherIndex.get(documentOf.get(document)?.publisher ?? '') ?? 0,
    ),
  });
  const stance = (value: 'positive' | 'neutral' | 'negative'): LensChange => ({
    query: `stance=${value}`,
    filter: { attribute: 'stance', value: STANCES.indexOf(value) },
  });
  const month = (value: string): LensChange => ({
    query: `from=${value}&to=${value}`,
    filter: { attribute: 'month', value: toMonth(value) },
  });
  const publisher = (value: string): LensChange => ({
    query: `publisher=${encodeURIComponent(value)}`,
    filter: { attribute: 'publisher', value: publisherIndex.get(value) ?? 0 },
  });
  const changes = [
    stance('negative'),
    month('2025-03'),
    publisher('Courier 3'),
    stance('positive'),
    month('2025-07'),
    publisher('Courier 5'),
  ];
  return { bytes, changes };
}
