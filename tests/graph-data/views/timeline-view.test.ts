import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenColumnsError } from '../../../graph-data/contract/columns/column-file.ts';
import { decodeNetwork } from '../../../graph-data/contract/columns/decode-network.ts';
import { decodeTimeline } from '../../../graph-data/contract/columns/decode-timeline.ts';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { networkQuery, timelineQuery } from '../../../graph-data/contract/queries.ts';
import { timelineSchema } from '../../../graph-data/contract/questions.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { ALWAYS } from '../../../graph-data/network/timeline/time-columns.ts';
import { viewNetworkColumns } from '../../../graph-data/views/network-view.ts';
import { viewTimeline, viewTimelineColumns } from '../../../graph-data/views/timeline-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { expectAnswer } from './expect-answer.ts';
import { refusalOf } from './refusal.ts';
import { readShippedDataset } from './shipped-context.ts';

const context = toSmallContext(readShippedDataset());
const ask = (query: string) => viewTimeline(context, parseQuery(timelineQuery, new URLSearchParams(query)));

describe('viewTimeline', () => {
  it('when dataset and lens are any, then the answer is of the contract’s shape, and the dates of the lens cut nothing', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const small = toSmallContext(dataset);
        const view = (parameters: [string, string][]) =>
          viewTimeline(
            small,
            parseQuery(timelineQuery, new URLSearchParams([...parameters, ['clock', lens.clock]])),
          );
        const parameters = toLensParameters(lens).filter(([name]) => name !== 'clock');
        const answer = view(parameters);
        expectAnswer(timelineSchema, answer);
        expect(answer).toMatchObject({ clock: lens.clock, from: lens.from, to: lens.to });
        const undated = view(parameters.filter(([name]) => name !== 'from' && name !== 'to'));
        expect({ ...answer, from: null, to: null }).toEqual(undated);
      }),
      { numRuns: 60 },
    );
  });

  it('when asked of the shipped dataset, then March 2025 is there by days, its reports as spans', () => {
    const answer = ask('clock=said');

    expect(answer).toMatchObject({ bucket: 'day', undated: 0, meta: { cutBy: [] } });
    expect(answer.spans[0]).toMatchObject({ date: '2025-03', start: '2025-03-01', end: '2025-03-31' });
    expect(ask('bucket=month').buckets.map(({ label }) => label)).toContain('2025-03');
  });

  it('when too many buckets are asked for, then it is refused with those that fit', async () => {
    const small = toSmallContext(
      toSmallDataset({
        claims: [
          { says: 'a leads b', saidOn: '1945' },
          { says: 'a leads b', saidOn: '2025' },
        ],
      }),
    );
    const refusal = await refusalOf(() =>
      viewTimeline(small, parseQuery(timelineQuery, new URLSearchParams('bucket=day'))),
    );

    expect(refusal.code).toBe('out-of-bounds');
    expect(refusal.errors).toMatchObject([
      { pointer: '/query/bucket', detail: expect.stringContaining('year, decade, century') as string },
    ]);
  });

  it('when a bucket reaches beyond the calendar, then its days are those within it', () => {
    const small = toSmallContext(toSmallDataset({ claims: [{ says: 'a leads b', saidOn: '9999-12-31' }] }));
    const { buckets } = viewTimeline(small, parseQuery(timelineQuery, new URLSearchParams('bucket=week')));

    expect(buckets).toMatchObject([{ start: '9999-12-27', end: '9999-12-31', neutral: 1 }]);
  });
});

describe('viewTimelineColumns', () => {
  const queryOf = (text: string) => parseQuery(networkQuery, new URLSearchParams(text));

  it('when dataset, lens and budget are any, then the relations are those that the network shows without dates, with all their claims', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, fc.integer({ min: 1, max: 9 }), (dataset, lens, most) => {
        const small = toSmallContext(dataset);
        const query = {
          ...queryOf(new URLSearchParams(toLensParameters(lens)).toString()),
          clock: lens.clock,
          relations: most,
        };
        const { head, relations, columns } = decodeTimeline(viewTimelineColumns(small, query));
        const { edges, attributes } = decodeNetwork(
          viewNetworkColumns(small, { ...query, from: undefined, to: undefined }),
        );
        expect(relations).toEqual(edges.map(({ key }) => key));
        expect(head).toMatchObject({ clock: lens.clock, meta: attributes.meta });
        edges.forEach(({ attributes: { claims } }, place) => {
          const dated = (columns.firstRange[place + 1] ?? 0) - (columns.firstRange[place] ?? 0);
          expect(dated + (columns.undated[place] ?? 0)).toBe(claims);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('when dates are open, then their ends are before and after all days', () => {
    const small = toSmallContext(
      toSmallDataset({
        claims: [
          { says: 'a leads b', saidOn: '../2024' },
          { says: 'a leads b', saidOn: '2025/..' },
        ],
      }),
    );
    const { columns } = decodeTimeline(viewTimelineColumns(small, queryOf('')));

    expect([columns.from[0], columns.to[1]]).toEqual([ALWAYS.from, ALWAYS.to]);
  });

  it('when any byte is changed, then the file is refused in a sentence or still read', () => {
    const bytes = viewTimelineColumns(context, queryOf('minOrigins=2'));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        try {
          const { relations, columns } = decodeTimeline(changed);
          expect(columns.undated).toHaveLength(relations.length);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenColumnsError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('when the bytes hold something else, then they are refused', () => {
    expect(() => decodeTimeline(viewNetworkColumns(context, queryOf('')))).toThrow('they hold no timeline');
  });
});
