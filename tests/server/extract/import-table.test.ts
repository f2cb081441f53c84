import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { claimsQuery } from '../../../graph-data/contract/queries.ts';
import type { ImportReport } from '../../../graph-data/contract/imports.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import { answerCall } from '../../../graph-data/views/calls.ts';
import { viewClaims } from '../../../graph-data/views/claims-view.ts';
import { readDatasetFolder, SHIPPED_DATASET } from '../../../server/app/dataset-folder.ts';
import type { ImportOptions } from '../../../server/extract/import-table.ts';
import { importTable } from '../../../server/extract/import-table.ts';
import { provisionStore } from '../../../server/store/provision-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { toSmallContext } from '../../fixtures/small-network.ts';
import { readText } from '../../graph-data/formats/read-text.ts';
import { readShippedDataset } from '../../graph-data/views/shipped-context.ts';
import { hashStoreState } from '../store/store-state.ts';
import { makeTemporaryFolder, openTemporaryStore, STAMP } from '../store/temporary-store.ts';

async function openShipped(): Promise<{ store: Store; state: () => string }> {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  const parsed = readDatasetFolder(SHIPPED_DATASET);
  if (!parsed.ok) throw new Error('the shipped dataset has faults');
  await provisionStore(store, parsed.dataset, STAMP);
  return { store, state: () => hashStoreState(dataDir) };
}

function importText(store: Store, text: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importTable(store, new TextEncoder().encode(text), {
    fileName: 'claims.csv',
    map: {},
    dryRun: false,
    validOnly: false,
    stamp: STAMP,
    mostFaults: 100,
    ...options,
  });
}

const TABLE = `subject,type,label,object,speaker,quote,document,saidOn
Vladimir Putin,befriends,friend,Donald Trump,Steve Witkoff,prayed for his friend,A walk,2025-03
Ada Example,,wonders about,Bën Sample,,she wondered,A walk,
`;

describe('importTable', () => {
  it('when a table is right, then its claims are one entry, actors matched or minted, quotes kept as quote only', async () => {
    const { store } = await openShipped();
    const report = await importText(store, TABLE);

    expect(report).toMatchObject({
      outcome: 'imported',
      rows: 2,
      faultyRows: 0,
      new: { claims: 2, actors: 2, documents: 1 },
      known: { actors: 3, documents: 0 },
      bases: { text: 0, quote: 2, row: 0 },
      seq: 2,
      version: 2,
      documents: ['a-walk'],
    });
    const [entry] = await store.reader.readLedger(1);
    expect(entry).toMatchObject({
      kind: 'import',
      about: { file: 'claims.csv' },
      counts: report.new,
      undoneBy: null,
    });
    const [found] = await store.reader.searchClaims('wondered', 5);
    const [claim] = await store.reader.getClaims([found ?? ('' as ClaimId)]);
    expect(claim).toMatchObject({
      subject: 'ada-example',
      object: 'ben-sample',
      type: 'other',
      label: 'wonders about',
      method: 'import',
      reason: 'line 3 of claims.csv',
      evidence: { basis: 'quote', start: null, end: null, exact: 'she wondered' },
    });
    expect(await store.reader.findDocument(claim?.document ?? ('' as never))).toMatchObject({ text: null });
  });

  it('when it is read a second time, then nothing is added and each row is counted as stated before', async () => {
    const { store, state } = await openShipped();
    await importText(store, TABLE);
    const before = state();
    const again = await importText(store, TABLE);

    expect(again).toMatchObject({ outcome: 'unchanged', duplicates: 2, seq: null, version: 2 });
    expect(state()).toBe(before);
  });

  it('when rows are at fault, then nothing is imported and each fault has line, column and reason', async () => {
    const { store, state } = await openShipped();
    const before = state();
    const bad = `${TABLE},befriends,friend,Donald Trump,,q,A walk,\nAda,befriends,,Bob,,q,A walk,2025-02-30\n`;
    const report = await importText(store, bad);

    expect(report.outcome).toBe('refused');
    expect(report.faults).toEqual([
      { line: 4, column: 'subject', reason: 'expected, but empty' },
      { line: 5, column: 'saidOn', reason: expect.stringContaining('"2025-02-30"') as string },
    ]);
    expect(state()).toBe(before);

    const rest = await importText(store, bad, { validOnly: true });
    expect(rest).toMatchObject({ outcome: 'imported', faultyRows: 2, new: { claims: 2 } });
  });

  it('when it is a dry run, then it tells what would be and changes nothing', async () => {
    const { store, state } = await openShipped();
    const before = state();
    const report = await importText(store, TABLE, { dryRun: true });

    expect(report).toMatchObject({ outcome: 'checked', new: { claims: 2 }, version: 1 });
    expect(report.preview[0]).toMatchObject({
      line: 2,
      subject: { name: 'Vladimir Putin', isNew: false },
      stance: 'positive',
    });
    expect(state()).toBe(before);
  });

  it('when the document is here with its text, then a quote that stands there once gets its place', async () => {
    const { store } = await openShipped();
    const text = (await store.reader.findDocument('portrait-gift' as never))?.text ?? '';
    const quote = text.slice(0, text.indexOf('.'));
    const rows =
      'subject,type,object,quote,document\n' +
      `Ada,befriends,Bob,"${quote}",portrait-gift\nAda,befriends,Bob,e,portrait-gift\nAda,befriends,Bob,zzz,portrait-gift\n`;
    const report = await importText(store, rows);

    expect(report.bases).toEqual({ text: 1, quote: 2, row: 0 });
    expect(report.notes.map(({ line, reason }) => [line, reason.split(' in ')[0]])).toEqual([
      [3, 'stands more than once'],
      [4, 'does not stand'],
    ]);
  });

  it('when the table has no quotes, then each claim stands on its row, an origin by itself', async () => {
    const { store } = await openShipped();
    const rows = 'who,relation,whom,when\nA,Make a visit,B,2014-01-01\nA,Make a visit,B,2014-01-02\n';
    const map = { subject: 'who', object: 'whom', happenedOn: 'when' };
    const report = await importText(store, rows, { map, fileName: 'events.tsv' });

    expect(report).toMatchObject({ outcome: 'imported', bases: { row: 2 }, documents: ['events-tsv'] });
    const ids = await store.reader.searchClaims('visit', 5);
    const claims = await store.reader.getClaims(ids);
    expect(new Set(claims.map(({ origin }) => origin)).size).toBe(2);
    expect(claims[0]).toMatchObject({ type: 'consults', evidence: { basis: 'row', start: null } });
    expect(claims.map(({ evidence }) => evidence.exact).sort()).toEqual([
      'A · Make a visit · B · 2014-01-01',
      'A · Make a visit · B · 2014-01-02',
    ]);
  });

  it('when it is packed by gzip, then it is unpacked; when damaged, binary or unclosed, then that is said', async () => {
    const { store } = await openShipped();
    const packed = gzipSync(TABLE);
    const options = {
      fileName: 'c.gz',
      map: {},
      dryRun: true,
      validOnly: false,
      stamp: STAMP,
      mostFaults: 9,
    };
    expect(await importTable(store, packed, options)).toMatchObject({ outcome: 'checked', rows: 2 });
    const read = (bytes: Uint8Array) => importTable(store, bytes, options);
    await expect(read(packed.subarray(0, 40))).rejects.toMatchObject({ code: 'malformed-body' });
    await expect(read(Buffer.from('a\0b'))).rejects.toMatchObject({ code: 'malformed-body' });
    await expect(read(Buffer.from(''))).rejects.toMatchObject({ code: 'malformed-body' });
    await expect(read(Buffer.from('subject,type,object\n"a,b,c\nd,e,f'))).rejects.toThrow(/never closed/);
  });

  it('when it is aborted on the way, then it leaves nothing', async () => {
    const { store, state } = await openShipped();
    const before = state();
    const controller = new AbortController();
    const attempt = importText(store, TABLE, {
      signal: controller.signal,
      onProgress: (stage) => {
        if (stage === 'read') controller.abort(new Error('stopped'));
      },
    });

    await expect(attempt).rejects.toThrow('stopped');
    expect(state()).toBe(before);
  });
});

describe('undoing imports', () => {
  it('when an import is taken back, then the store is as before, and it can be imported and taken back again', async () => {
    const { store, state } = await openShipped();
    const before = state();
    for (let round = 0; round < 2; round += 1) {
      await importText(store, TABLE);
      expect(state()).not.toBe(before);
      const undone = await store.transact((transactor) => transactor.undo({}, STAMP));
      expect(undone.counts).toEqual({ claims: 2, actors: 2, documents: 1 });
      expect(state()).toBe(before);
    }
    expect((await store.reader.readLedger(10)).map(({ kind, undoneBy }) => [kind, undoneBy])).toEqual([
      ['undo', null],
      ['import', 5],
      ['undo', null],
      ['import', 3],
      ['load-dataset', null],
    ]);
  });

  it('when there is nothing to take back, then it says why', async () => {
    const { store } = await openShipped();
    const undo = (seq?: number) => store.transact((transactor) => transactor.undo({ seq }, STAMP));

    await expect(undo()).rejects.toMatchObject({ code: 'cannot-be-undone' });
    await expect(undo(1)).rejects.toMatchObject({ code: 'cannot-be-undone' });
    await expect(undo(99)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('when near-equal quotes come and go, then the origins of what was there follow', async () => {
    const { store, state } = await openShipped();
    const row = (quote: string, document: string) =>
      `subject,type,object,quote,document\nAda,befriends,Bob,${quote},${document}\n`;
    await importText(store, row('one two three four five six seven eight nine', 'First'));
    const before = state();
    await importText(store, row('one two three four five six seven eight nine', 'Second'));
    const claims = await store.reader.getClaims(await store.reader.searchClaims('eight nine', 5));
    expect(new Set(claims.map(({ origin }) => origin)).size).toBe(1);
    await store.transact((transactor) => transactor.undo({}, STAMP));
    expect(state()).toBe(before);
  });

  it('when the CSV of a question is imported into a store without its actors, then its claims are there with them', async () => {
    const context = toSmallContext(readShippedDataset());
    const answer = await answerCall(context, 'exportDisputes', new URLSearchParams(), '');
    if (!('chunks' in answer)) throw new TypeError('no file');
    const parsed = readDatasetFolder(SHIPPED_DATASET);
    if (!parsed.ok) throw new Error('the shipped dataset has faults');
    const store = await openTemporaryStore(makeTemporaryFolder());
    await provisionStore(store, { ...parsed.dataset, actors: [], documents: [], claims: [] }, STAMP);

    const report = await importText(store, await readText(answer.chunks));
    expect(report).toMatchObject({ outcome: 'imported', rows: 2, faultyRows: 0, new: { claims: 2 } });
    const { items } = await viewClaims(
      context,
      parseQuery(claimsQuery, new URLSearchParams('q=Ukraine&limit=500')),
    );
    const found = await store.reader.getClaims(await store.reader.searchClaims('Ukraine', 10));
    expect(found).toHaveLength(2);
    for (const { subject, object, speaker, type, stance, evidence } of found) {
      const claim = items.find((each) => each.evidence.exact === evidence.exact);
      expect([subject, object, speaker, type, stance]).toEqual([
        claim?.subject.id,
        claim?.object.id,
        claim?.speaker?.id ?? null,
        claim?.type,
        claim?.stance,
      ]);
    }
  });

  it('when any imports are taken back in any order, then the store is as it was before them', async () => {
    const name = fc.constantFrom('Ada', 'Bob', 'Çelik', 'Vladimir Putin', '北京', 'Ada!', 'ada');
    const row = fc.tuple(
      name,
      fc.constantFrom('befriends', 'consults', 'led by', 'Make a visit', 'hums at'),
      name,
      fc.option(name, { nil: '' }),
      fc.constantFrom('a b c d e f', 'a b c d e f g', 'other words', 'portrait'),
      fc.constantFrom('', 'One', 'Two', 'portrait-gift'),
    );
    const table = fc.array(row, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(table, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        async (tables, picks) => {
          const dataDir = makeTemporaryFolder();
          const store = await openTemporaryStore(dataDir);
          const parsed = readDatasetFolder(SHIPPED_DATASET);
          if (parsed.ok) await provisionStore(store, parsed.dataset, STAMP);
          const before = hashStoreState(dataDir);
          const standing: number[] = [];
          for (const rows of tables) {
            const lines = rows.map((cells) => cells.join(','));
            const text = `subject,type,object,speaker,quote,document\n${lines.join('\n')}\n`;
            const { seq } = await importText(store, text);
            if (seq !== null) standing.push(seq);
            expect((await importText(store, text)).outcome).toBe('unchanged');
          }
          while (standing.length > 0) {
            const [seq] = standing.splice((picks.next().value as number) % standing.length, 1);
            await store.transact((transactor) => transactor.undo({ seq }, STAMP));
          }
          expect(hashStoreState(dataDir)).toBe(before);
          await store.close();
        },
      ),
      { numRuns: 15 },
    );
  });
});
