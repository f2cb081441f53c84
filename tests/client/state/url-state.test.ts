import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURS, SIZES } from '../../../client/state/appearance.ts';
import { CLOCKS, KINDS, MODALITIES, STANCES, STATUSES } from '../../../client/state/closed-values.ts';
import type { PageState } from '../../../client/state/page-state.ts';
import { CLAIM_LISTS, START_PAGE, TABLES, TABS, VIEWS } from '../../../client/state/page-state.ts';
import { withCamera } from '../../../client/state/page-transitions.ts';
import { toActorSelection, toPairSelection } from '../../../client/state/selection.ts';
import { parseUrlQuery, toUrlQuery } from '../../../client/state/url-state.ts';
import type {
  ActorId,
  ClaimId,
  DocumentId,
  RelationId,
  RelationTypeId,
} from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { MOST_AT_ONCE } from '../../../graph-data/network/expansion.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(item, { maxLength: 3 }).map((items) => [...items].sort());
const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const lens: fc.Arbitrary<Lens> = fc.record({
  speakers: list(slug as fc.Arbitrary<ActorId>),
  vias: list(slug as fc.Arbitrary<ActorId>),
  publishers: list(fc.string({ minLength: 1, maxLength: 20 })),
  documents: list(slug as fc.Arbitrary<DocumentId>),
  types: list(slug as fc.Arbitrary<RelationTypeId>),
  stances: list(oneOf(STANCES)),
  modalities: list(oneOf(MODALITIES)),
  kinds: list(oneOf(KINDS)),
  statuses: list(oneOf(STATUSES)).map((items) => (items.length > 0 ? items : DEFAULT_LENS.statuses)),
  from: fc.option(oneOf(['2025-03-13', '2025-03~', '19XX']), { nil: null }),
  to: fc.option(oneOf(['2025-03-18', '2026']), { nil: null }),
  clock: oneOf(CLOCKS),
  minClaims: fc.integer({ min: 1, max: 1_000_000 }),
  minOrigins: fc.integer({ min: 1, max: 9 }),
});

const selection = fc.oneof(
  fc.constant(START_PAGE.selection),
  slug.map((id) => toActorSelection(id as ActorId)),
  fc.tuple(slug, slug).map(([a, b]) => toPairSelection(a as ActorId, b as ActorId)),
  fc
    .tuple(slug, slug, slug)
    .map(([a, type, b]) => toPairSelection(a as ActorId, b as ActorId, `${a}.${type}.${b}` as RelationId)),
);
const number = fc.double({ min: -5, max: 5, noNaN: true });
const camera = fc.tuple(number, number, fc.double({ min: 0.001, max: 20, noNaN: true }));

const expansion = fc.record({
  actor: slug as fc.Arbitrary<ActorId>,
  count: fc.integer({ min: 1, max: MOST_AT_ONCE }),
  type: fc.option(slug as fc.Arbitrary<RelationTypeId>, { nil: null }),
});

const comparison = fc.oneof(
  fc.record({ by: oneOf(['speaker', 'document'] as const), a: slug, b: fc.oneof(slug, fc.constant('')) }),
  fc.record({
    by: fc.constant('publisher' as const),
    a: fc.string({ maxLength: 20 }),
    b: fc.string({ maxLength: 20 }),
  }),
  fc.record({
    by: fc.constant('date' as const),
    a: oneOf(['2025-03', '2025-03-13/2025-03-18']),
    b: fc.constant('2026'),
  }),
);

const paths = fc.record({
  actors: fc.uniqueArray(slug as fc.Arbitrary<ActorId>, { maxLength: 6 }),
  most: fc.integer({ min: 1, max: 20 }),
  steps: fc.integer({ min: 1, max: 6 }),
  hubs: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null }),
  isForward: fc.boolean(),
  front: fc.nat({ max: 99 }),
});

const page: fc.Arbitrary<PageState> = fc
  .record({
    view: oneOf(VIEWS),
    reviewing: slug as fc.Arbitrary<DocumentId>,
    selection,
    list: fc.option(oneOf(CLAIM_LISTS), { nil: null }),
    lens,
    comparison: fc.option(comparison, { nil: null }),
    expansions: fc.array(expansion, { maxLength: 4 }),
    appearance: fc.record({ size: oneOf(SIZES), colour: oneOf(COLOURS) }),
    tab: oneOf(TABS),
    table: oneOf(TABLES),
    reading: fc.option(slug as fc.Arbitrary<DocumentId>, { nil: null }),
    claim: fc.option(fc.stringMatching(/^c[0-9a-f]{16}$/) as fc.Arbitrary<ClaimId>, { nil: null }),
    paths: fc.option(paths, { nil: null }),
    isCaseOpen: fc.boolean(),
    camera: fc.option(camera, { nil: null }),
  })
  .map(({ camera: place, ...rest }) => {
    const made = {
      ...rest,
      camera: null,
      list: rest.selection.kind === 'actor' ? rest.list : null,
      reviewing: rest.view === 'review' ? rest.reviewing : null,
    };
    return place === null ? made : withCamera(made, { x: place[0], y: place[1], ratio: place[2] });
  });

describe('toUrlQuery and parseUrlQuery', () => {
  it('when any page is written and read back, then it is the same, with its version and nothing left out', () => {
    fc.assert(
      fc.property(page, fc.nat(), (made, version) => {
        const query = toUrlQuery(made, version);
        const read = parseUrlQuery(query);
        expect(read.page).toEqual(made);
        expect(read.faults).toEqual([]);
        expect(read.version).toBe(query === '' ? null : version);
      }),
    );
  });

  it('when a page is written, then a person can read it', () => {
    const made: PageState = {
      ...START_PAGE,
      selection: toPairSelection('ukraine' as ActorId, 'donald-trump' as ActorId),
      lens: { ...DEFAULT_LENS, stances: ['negative'] },
      tab: 'table',
      camera: { x: 0.5, y: 0.25, ratio: 1.5 },
    };
    expect(toUrlQuery(made, 81)).toBe(
      'pair=donald-trump..ukraine&stance=negative&tab=table&at=0.5_0.25_1.5&v=81',
    );
  });

  it('when everything is at its start, then the address stays plain', () => {
    expect(toUrlQuery(START_PAGE, 81)).toBe('');
  });

  it.each([
    ['actor=<script>', 'actor=<script>'],
    ['pair=only-one', 'pair=only-one'],
    ['relation=a.b', 'relation=a.b'],
    ['stance=angry', 'stance=angry'],
    ['from=%3Cimg%20src%3Dx%3E', 'from=<img src=x>'],
    ['minClaims=-1', 'minClaims=-1'],
    ['tab=admin', 'tab=admin'],
    ['view=admin', 'view=admin'],
    ['at=0.5_0.5_0', 'at=0.5_0.5_0'],
    ['at=NaN_1_1', 'at=NaN_1_1'],
    ['v=1e9', 'v=1e9'],
    ['list=by', 'list=by'],
    ['read=../../etc/passwd', 'read=../../etc/passwd'],
    ['utm_source=mail', 'utm_source=mail'],
  ])('when the address holds %s, then it is left out and named', (query, fault) => {
    const { page: read, faults } = parseUrlQuery(query);
    expect(read).toEqual(START_PAGE);
    expect(faults).toEqual([fault]);
  });

  it('when a document is under review, then the first document named is it, and the others are the lens’s', () => {
    const { page: read } = parseUrlQuery('view=review&document=a-walk&document=portrait-gift');
    expect([read.view, read.reviewing, read.lens.documents]).toEqual(['review', 'a-walk', ['portrait-gift']]);
    expect(toUrlQuery(read, null)).toBe('view=review&document=a-walk&document=portrait-gift');
  });

  it('when a review names no document, then the documents are shown, and it is said', () => {
    const { page: read, faults } = parseUrlQuery('view=review');
    expect([read.view, read.reviewing, faults]).toEqual(['documents', null, ['view=review']]);
  });

  it('when a selection is named twice, then the first stands and the other is named', () => {
    const { page: read, faults } = parseUrlQuery('actor=nato&actor=rt&pair=nato..rt');
    expect(read.selection).toEqual(toActorSelection('nato' as ActorId));
    expect(faults).toEqual(['actor=rt', 'pair=nato..rt']);
  });

  it('when the address holds anything at all, then it does not throw, and what it made can be written again', () => {
    const name = oneOf([
      'actor',
      'pair',
      'relation',
      'list',
      'read',
      'claim',
      'view',
      'document',
      'tab',
      'table',
      'at',
      'v',
      'speaker',
      'from',
      'x',
    ]);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(name, fc.string()), { maxLength: 8 })
        .map((pairs) => new URLSearchParams(pairs).toString()),
    );
    fc.assert(
      fc.property(hostile, (query) => {
        const read = parseUrlQuery(query);
        expect(parseUrlQuery(toUrlQuery(read.page, null)).page).toEqual(read.page);
        expect(read.faults.every((fault) => Array.from(fault).length <= 60)).toBe(true);
      }),
    );
  });
});
