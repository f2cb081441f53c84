import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import {
  publishersQuery,
  publishersSchema,
  speakersQuery,
  speakersSchema,
} from '../../../graph-data/contract/questions-paths.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { viewPublishers } from '../../../graph-data/views/publishers-view.ts';
import { viewSpeakers } from '../../../graph-data/views/speakers-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { expectAnswer, readPages } from './expect-answer.ts';
import { refusalOf } from './refusal.ts';
import { readShippedDataset } from './shipped-context.ts';

const context = toSmallContext(
  toSmallDataset({
    actors: [{ id: 'whitcoff', name: 'Whitcoff', kind: 'person', mergedInto: 'witkoff' }],
    documents: [
      { id: 'paper', publisher: 'North' },
      { id: 'herald', publisher: 'South' },
      { id: 'wire', publisher: 'South' },
    ],
    claims: [
      { says: 'putin befriends trump', speaker: 'witkoff', via: ['putin'] },
      { says: 'putin befriends trump', speaker: 'whitcoff', via: ['putin'], document: 'herald' },
      { says: 'putin supports trump', speaker: 'peskov', via: ['witkoff', 'putin'], document: 'wire' },
      { says: 'witkoff consults putin', speaker: 'witkoff', document: 'herald' },
      { says: 'trump leads vance' },
      { says: 'trump leads vance', document: 'wire' },
    ],
  }),
);
const speakers = (text = '') => viewSpeakers(context, parseQuery(speakersQuery, new URLSearchParams(text)));
const publishers = (text = '') =>
  viewPublishers(context, parseQuery(publishersQuery, new URLSearchParams(text)));
const ref = (id: string) => ({ id, label: id, kind: 'person' });

describe('viewSpeakers', () => {
  it('when asked for, then everyone who speaks or is handed on stands there with reach and chains', () => {
    const { items, meta } = speakers();
    expect(items.map(({ speaker, claims }) => [speaker?.id ?? null, claims])).toEqual([
      ['witkoff', 3],
      [null, 2],
      ['peskov', 1],
      ['putin', 0],
    ]);
    expect(items[0]).toEqual({
      speaker: ref('witkoff'),
      claims: 3,
      about: 1,
      aboutItself: 1,
      heard: 1,
      documents: 2,
      publishers: 2,
      quotes: [{ actor: ref('putin'), claims: 3 }],
      quoteCount: 1,
      quotedBy: [{ actor: ref('peskov'), claims: 1 }],
      quotedByCount: 1,
      chains: [
        { speakers: [ref('witkoff'), ref('putin')], claims: 2 },
        { speakers: [ref('peskov'), ref('witkoff'), ref('putin')], claims: 1 },
      ],
      chainCount: 2,
    });
    expect(items[3]).toMatchObject({ speaker: ref('putin'), about: 4, heard: 3, documents: 0, quotes: [] });
    expect(meta).toMatchObject({ shown: { claims: 6 }, total: { claims: 6 }, cutBy: [] });
  });

  it('when the shipped dataset is asked, then Witkoff hands on what Putin said, and is nobody’s hearsay himself', () => {
    const shipped = toSmallContext(readShippedDataset());
    const { items } = viewSpeakers(shipped, parseQuery(speakersQuery, new URLSearchParams('via=any')));
    expect(items).toMatchObject([
      {
        speaker: { id: 'steve-witkoff' },
        claims: 2,
        heard: 0,
        chains: [{ speakers: [{ id: 'steve-witkoff' }, { id: 'vladimir-putin' }], claims: 2 }],
      },
      { speaker: { id: 'vladimir-putin' }, claims: 0, heard: 2 },
    ]);
  });

  it('when hearsay alone is asked for, then only who hands on or is handed on', () => {
    expect(speakers('via=any').items.map(({ speaker }) => speaker?.id)).toEqual([
      'witkoff',
      'peskov',
      'putin',
    ]);
    expect(speakers('via=none').items.map(({ speaker }) => speaker?.id)).toEqual([undefined, 'witkoff']);
    expect(speakers('via=witkoff').items.map(({ speaker }) => speaker?.id)).toEqual([
      'peskov',
      'putin',
      'witkoff',
    ]);
  });

  it('when a page is cut, then what is shown is what those on it say', () => {
    const { meta, nextCursor } = speakers('limit=1');
    expect(meta).toMatchObject({ shown: { actors: 3, relations: 2, claims: 3 }, cutBy: ['limit=1'] });
    expect(speakers(`limit=1&cursor=${nextCursor}`).items[0]?.speaker).toBeNull();
  });

  it('when the cursor is of another lens, or nobody has the id of an inner speaker, then it is refused', async () => {
    const { nextCursor } = speakers('limit=1');
    const refusal = await refusalOf(() => speakers(`limit=1&via=none&cursor=${nextCursor}`));
    expect(refusal.code).toBe('malformed-cursor');
    expect(await refusalOf(() => speakers('via=nobody'))).toMatchObject({
      code: 'unknown-value',
      errors: [{ pointer: '/query/via' }],
    });
  });
});

describe('viewPublishers', () => {
  it('when asked for, then each stands with whom it lets speak, beside the whole', () => {
    const { whole, items, meta } = publishers();
    expect(whole).toEqual({ claims: 6, speakers: 3 });
    expect(items).toEqual([
      {
        publisher: 'South',
        documents: 2,
        claims: 4,
        share: 4 / 6,
        handedOn: 2,
        speakerCount: 3,
        speakers: [
          { speaker: ref('witkoff'), claims: 2, share: 0.5, wholeClaims: 3, wholeShare: 0.5 },
          { speaker: null, claims: 1, share: 0.25, wholeClaims: 2, wholeShare: 2 / 6 },
          { speaker: ref('peskov'), claims: 1, share: 0.25, wholeClaims: 1, wholeShare: 1 / 6 },
        ],
      },
      expect.objectContaining({ publisher: 'North', documents: 1, claims: 2, handedOn: 1, speakerCount: 2 }),
    ]);
    expect(meta.cutBy).toEqual([]);
  });

  it('when fewer speakers or publishers are asked for than there are, then it says so', () => {
    const { items, meta } = publishers('speakers=1&limit=1');
    expect(items[0]?.speakers).toHaveLength(1);
    expect(items[0]?.speakerCount).toBe(3);
    expect(meta).toMatchObject({
      shown: { actors: 4, relations: 4, claims: 4 },
      cutBy: ['limit=1', 'speakers=1'],
    });
  });

  it('when a lens is on, then the whole is what it leaves', () => {
    const { whole, items } = publishers('speaker=witkoff');
    expect(whole).toEqual({ claims: 3, speakers: 1 });
    expect(items.map(({ publisher, share }) => [publisher, share])).toEqual([
      ['South', 2 / 3],
      ['North', 1 / 3],
    ]);
  });

  it('when nothing is left, then there is no publisher and no share', () => {
    const answer = publishers('stance=negative');
    expectAnswer(publishersSchema, answer);
    expect(answer).toMatchObject({ whole: { claims: 0, speakers: 0 }, items: [] });
  });
});

describe('the lists of speakers and publishers', () => {
  it('when dataset and lens are any, then they are of the contract’s shape, honest, and the same page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        arbitraryLens,
        fc.integer({ min: 1, max: 4 }),
        async (dataset, lens, limit) => {
          const any = toSmallContext(dataset);
          const parameters = new URLSearchParams(toLensParameters(lens));
          const who = parseQuery(speakersQuery, parameters);
          const where = { ...parseQuery(publishersQuery, parameters), speakers: 2 };
          for (const [schema, view] of [
            [speakersSchema, (page: object) => viewSpeakers(any, { ...who, ...page })],
            [publishersSchema, (page: object) => viewPublishers(any, { ...where, ...page })],
          ] as const) {
            const whole = view({ limit: 500 });
            const part = view({ limit });
            for (const answer of [whole, part]) {
              expectAnswer<unknown>(schema, answer);
              const { shown, total, cutBy } = answer.meta;
              for (const what of ['actors', 'relations', 'claims'] as const)
                expect(shown[what]).toBeLessThanOrEqual(total[what]);
              if (cutBy.length === 0) expect(shown).toEqual(total);
            }
            expect(await readPages<unknown>(limit, view)).toEqual(whole.items);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
