import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { pathsQuery, publishersQuery, speakersQuery } from '../../../graph-data/contract/questions-paths.ts';
import { compareQuery, disputesQuery, timelineQuery } from '../../../graph-data/contract/queries.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import type { AnsweredOperation } from '../../../graph-data/views/calls.ts';
import { answerCall } from '../../../graph-data/views/calls.ts';
import { viewCompare } from '../../../graph-data/views/compare-view.ts';
import { viewDisputes } from '../../../graph-data/views/disputes-view.ts';
import { viewPaths } from '../../../graph-data/views/paths-view.ts';
import { viewPublishers } from '../../../graph-data/views/publishers-view.ts';
import { viewSpeakers } from '../../../graph-data/views/speakers-view.ts';
import { viewTimeline } from '../../../graph-data/views/timeline-view.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { readText } from '../formats/read-text.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { refusalOf } from './refusal.ts';
import { readShippedDataset } from './shipped-context.ts';

type Row = Readonly<Record<string, string>>;

/** The rows of a table by their columns, and the name it is saved under. */
async function download(
  context: ViewContext,
  operation: AnsweredOperation,
  parameters: URLSearchParams,
): Promise<{ rows: Row[]; filename: string }> {
  const answer = await answerCall(context, operation, parameters, '');
  if (!('chunks' in answer)) throw new TypeError(`${operation} answers no file`);
  const rows: Row[] = parse(await readText(answer.chunks), { bom: true, columns: true });
  return { rows, filename: answer.filename };
}

const shipped = toSmallContext(readShippedDataset());
const rowsOf = async (operation: AnsweredOperation, query: string, context: ViewContext = shipped) =>
  (await download(context, operation, new URLSearchParams(query))).rows;

/** Any dataset and lens, with what a call is asked beside the lens. */
function forAny(
  own: fc.Arbitrary<readonly (readonly [string, string])[]>,
  check: (context: ViewContext, parameters: URLSearchParams) => Promise<void>,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(arbitraryDataset, arbitraryLens, own, (dataset, lens, parameters) =>
      check(
        toSmallContext(dataset),
        new URLSearchParams([...toLensParameters(lens), ...parameters].map((pair) => [...pair])),
      ),
    ),
    { numRuns: 60 },
  );
}

const NOTHING = fc.constant([]);
const ids = (claims: readonly ClaimAnswer[]): string[] => claims.map(({ id }) => id);

describe('/compare.csv', () => {
  const anyQuestion = fc
    .constantFrom(
      ['speaker', 'ann', 'none'],
      ['publisher', 'North', 'South'],
      ['document', 'gazette', 'times'],
      ['date', '2025-03', '2024'],
    )
    .map(([by = '', a = '', b = '']) => [['by', by] as const, ['a', a] as const, ['b', b] as const]);

  it('when dataset, lens and question are any, then it holds all claims of all differences, each with who states it', () =>
    forAny(anyQuestion, async (context, parameters) => {
      const { rows } = await download(context, 'exportCompare', parameters);
      const { items } = await viewCompare(context, {
        ...parseQuery(compareQuery, parameters),
        limit: 500,
        claims: 1_000_000,
      });

      items.forEach(({ a, b, side, origins }, place) => {
        const told = rows.filter(({ difference }) => difference === String(place + 1));
        const by = (view: string): (string | undefined)[] =>
          told.filter(({ statedBy }) => statedBy?.split('; ').includes(view)).map(({ claim }) => claim);
        expect(by('a').toSorted()).toEqual(ids(a).toSorted());
        expect(by('b').toSorted()).toEqual(ids(b).toSorted());
        expect(told).toHaveLength(new Set(ids([...a, ...b])).size);
        for (const row of told)
          expect([row['side'], row['originsA'], row['originsB']]).toEqual([
            side,
            String(origins.a),
            String(origins.b),
          ]);
      });
      expect(new Set(rows.map(({ difference }) => difference)).size).toBe(items.length);
      for (const { shown } of rows)
        expect(shown).toContain(` ${new Set(rows.map(({ claim }) => claim)).size} of `);
    }));

  it('when two speakers of the shipped dataset are compared, then a row reads by itself', async () => {
    const { rows, filename } = await download(
      shipped,
      'exportCompare',
      new URLSearchParams('by=speaker&a=steve-witkoff&b=none&side=a&stance=positive'),
    );

    expect(filename).toBe('onrecord-v1-compare-steve-witkoff-none-a.csv');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row).toMatchObject({
        side: 'a',
        statedBy: 'a',
        statedByName: 'Steve Witkoff',
        speaker: 'Steve Witkoff',
      });
      expect(row['sentence']).toContain(row['quote']);
      expect(row['shown']).toMatch(
        /^Dataset version 1\. .* of 81 claims shown\. Cut by stance=positive, by=speaker, a=steve-witkoff, b=none, side=a\.$/,
      );
    }
  });

  it('when a side is unknown to the network or the same twice, then it is refused before a byte of the file', async () => {
    const refused = (query: string) => refusalOf(() => rowsOf('exportCompare', query));

    expect(await refused('by=speaker&a=nobody&b=none')).toMatchObject({ code: 'unknown-value' });
    expect(await refused('by=speaker&a=none&b=none')).toMatchObject({ code: 'out-of-bounds' });
    expect(await refused('by=speaker&a=none&b=steve-witkoff&limit=5')).toMatchObject({
      code: 'unknown-parameter',
    });
  });
});

describe('/disputes.csv', () => {
  it('when dataset and lens are any, then it holds every claim of both sides, and whether the lens leaves it', () =>
    forAny(NOTHING, async (context, parameters) => {
      const { rows } = await download(context, 'exportDisputes', parameters);
      const { items } = await viewDisputes(context, {
        ...parseQuery(disputesQuery, parameters),
        limit: 500,
        claims: 20,
      });

      const expected = items.flatMap(({ sides }, dispute) =>
        sides.flatMap((side, place) =>
          side.ids.map((claim) => ({
            dispute: String(dispute + 1),
            side: String(place + 1),
            sideOrigins: String(side.origins),
            claim,
          })),
        ),
      );
      expect(rows).toEqual(expected.map((row) => expect.objectContaining(row) as Row));
      const left = rows.filter(({ underLens }) => underLens === 'true').length;
      expect(left).toBe(items.flatMap(({ sides }) => sides).reduce((sum, { shown }) => sum + shown, 0));
    }));

  it('when the words of a claim would be a formula, then the cell is defused', async () => {
    const context = toSmallContext(
      toSmallDataset({
        claims: [
          {
            says: 'ann supports bob',
            stance: 'positive',
            speaker: 'dee',
            label: '=HYPERLINK("http://evil")',
          },
          { says: 'ann coerces bob', stance: 'negative', speaker: 'cy', label: '@SUM(A1)' },
        ],
      }),
    );

    expect((await rowsOf('exportDisputes', '', context)).map(({ label }) => label)).toEqual([
      `'=HYPERLINK("http://evil")`,
      `'@SUM(A1)`,
    ]);
  });
});

describe('/paths.csv', () => {
  it.each([
    'from=donald-trump&to=vladimir-putin&k=3',
    'from=donald-trump&to=vladimir-putin&to=ukraine&k=20&dateTo=2025-03-13&stance=positive',
    'from=steve-witkoff&to=russia&direction=forward&maxLength=2',
  ])('when %s is asked, then it holds the sentences of every hop in their order', async (text) => {
    const parameters = new URLSearchParams(text);
    const { connections, claims } = await viewPaths(shipped, parseQuery(pathsQuery, parameters));
    const expected = connections
      .flatMap(({ paths }) => paths)
      .flatMap(({ length, strength, hops }, path) =>
        hops.flatMap(({ from, to, sentences }, hop) =>
          sentences.map((place) => ({
            path: String(path + 1),
            length: String(length),
            strength: String(strength),
            hop: String(hop + 1),
            from: from.label,
            to: to.label,
            claim: claims[place]?.id,
          })),
        ),
      );

    expect(await rowsOf('exportPaths', text)).toEqual(
      expected.map((row) => expect.objectContaining(row) as Row),
    );
  });

  it('when many actors are named, then the name of the file stays short', async () => {
    const text = 'from=donald-trump&to=vladimir-putin&to=ukraine&to=russia&k=1';

    expect((await download(shipped, 'exportPaths', new URLSearchParams(text))).filename).toBe(
      'onrecord-v1-paths-donald-trump-vladimir-putin-of-4.csv',
    );
  });
});

describe('/speakers.csv', () => {
  it('when dataset and lens are any, then it is a row a voice with the counts of the answer', () =>
    forAny(NOTHING, async (context, parameters) => {
      const { rows } = await download(context, 'exportSpeakers', parameters);
      const { items } = viewSpeakers(context, { ...parseQuery(speakersQuery, parameters), limit: 500 });

      expect(
        rows.map(({ speakerId, claims, about, heard, chainCount }) => [
          speakerId,
          claims,
          about,
          heard,
          chainCount,
        ]),
      ).toEqual(
        items.map(({ speaker, claims, about, heard, chainCount }) =>
          [speaker?.id ?? '', claims, about, heard, chainCount].map(String),
        ),
      );
    }));

  it('when somebody is quoted through another, then the chain is there in words with its count', async () => {
    const rows = await rowsOf('exportSpeakers', '');
    const putin = rows.find(({ speakerId }) => speakerId === 'vladimir-putin');

    expect(putin?.['chains']).toMatch(/Steve Witkoff > Vladimir Putin \(\d+\)/);
    expect(putin?.['quotedBy']).toMatch(/Steve Witkoff \(\d+\)/);
    expect(
      rows.some(({ speaker, speakerId }) => speaker === "the document's own voice" && speakerId === ''),
    ).toBe(true);
  });
});

describe('/publishers.csv', () => {
  it('when dataset and lens are any, then it holds all speakers of all publishers with their shares', () =>
    forAny(NOTHING, async (context, parameters) => {
      const { rows } = await download(context, 'exportPublishers', parameters);
      const query = parseQuery(publishersQuery, parameters);
      const { items } = viewPublishers(context, { ...query, limit: 500, speakers: 500 });

      expect(
        rows.map(({ publisher, speakerId, claims, share, wholeShare }) => [
          publisher,
          speakerId,
          claims,
          share,
          wholeShare,
        ]),
      ).toEqual(
        items.flatMap(({ publisher, speakers }) =>
          speakers.map(({ speaker, claims, share, wholeShare }) =>
            [publisher, speaker?.id ?? '', claims, share, wholeShare].map(String),
          ),
        ),
      );
    }));
});

describe('/timeline.csv', () => {
  it('when dataset and lens are any, then its claims are all there are, each once, beside what touches a bucket', () =>
    forAny(NOTHING, async (context, parameters) => {
      const { rows } = await download(context, 'exportTimeline', parameters);
      const timeline = viewTimeline(context, parseQuery(timelineQuery, parameters));
      const of = (...whats: string[]): number =>
        rows
          .filter(({ what = '' }) => whats.includes(what))
          .reduce((sum, row) => sum + Number(row['claims']), 0);

      expect(
        rows.filter(({ what }) => what === 'bucket').map(({ date, touching }) => [date, touching]),
      ).toEqual(timeline.buckets.map(({ label, vague }) => [label, String(vague)]));
      expect(of('undated')).toBe(timeline.undated);
      expect(of('bucket', 'before', 'after', 'undated') + timeline.vague).toBe(timeline.meta.shown.claims);
    }));

  it('when there are more vague dates than an answer names, then the file holds them all', async () => {
    const years = Array.from({ length: 120 }, (_, at) => `${1800 + at}/${1802 + at}`);
    const context = toSmallContext(
      toSmallDataset({ claims: years.map((saidOn) => ({ says: 'ann leads bob', saidOn })) }),
    );
    const rows = await rowsOf('exportTimeline', 'bucket=year', context);

    expect(
      viewTimeline(context, parseQuery(timelineQuery, new URLSearchParams('bucket=year'))).spans,
    ).toHaveLength(100);
    expect(rows.filter(({ what }) => what === 'span')).toHaveLength(120);
  });
});
