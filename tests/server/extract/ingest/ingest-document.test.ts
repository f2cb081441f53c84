import { describe, expect, it } from 'vitest';
import type { DatasetSource } from '../../../../server/store/store.ts';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import type { ClaimId, DocumentId } from '../../../../graph-data/model/ids.ts';
import type { Proposal } from '../../../../server/extract/engine/extract-claims.ts';
import type {
  IngestOrder,
  IngestStage,
  IngestTools,
} from '../../../../server/extract/ingest/ingest-document.ts';
import { ingestDocument } from '../../../../server/extract/ingest/ingest-document.ts';
import { readDocumentBytes } from '../../../../server/extract/reading/read-document-bytes.ts';
import type { Store } from '../../../../server/store/store.ts';
import { parseSmallDataset } from '../../../graph-data/formats/dataset/small-dataset.ts';
import { VOCABULARY } from '../../../fixtures/small-network.ts';
import { hashStoreState } from '../../store/store-state.ts';
import { makeTemporaryFolder, openTemporaryStore } from '../../store/temporary-store.ts';

const TEXT =
  'Talks in Oslo\n\nAnna Berg praised Bob Lund on Monday, and the envoy of Norway accused him of having lied to the people.\n';
const STAMP = { author: 'Rita', at: '2026-01-02T03:04:05.000Z' };

/** What the stub proposes: words of the text, by whom on whom. */
function toProposal(words: string, subject: string, type: string, object: string, certainty = 0.5): Proposal {
  const start = TEXT.indexOf(words);
  return {
    ...{
      subject,
      type,
      object,
      label: type,
      stance: 'neutral',
      modality: 'asserted',
      speaker: null,
      via: [],
    },
    ...{ start, end: start + words.length, certainty, reason: `rule: ${words}` },
  };
}
const PROPOSALS = [
  toProposal('Anna Berg praised Bob Lund', 'anna-berg', 'supports', 'bob-lund', 0.9),
  toProposal('the envoy of Norway accused him', 'envoy', 'accuses', 'bob-lund'),
];
const toFound = (id: string, name: string, kind = 'person' as const) => ({
  ...{ id, name, kind, names: new Set([name]), gender: '' as const, ties: [], count: 1 },
});
const ACTORS = [
  toFound('anna-berg', 'Anna Berg'),
  toFound('bob-lund', 'Bob Lund'),
  toFound('envoy', 'the envoy'),
  toFound('nobody', 'Nobody Named'),
];

async function open(proposals: readonly Proposal[] = PROPOSALS) {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  const source: DatasetSource = 'own';
  await store.transact((transactor) =>
    transactor.loadDataset(
      { ...parseSmallDataset(), vocabulary: VOCABULARY.types, actors: [], documents: [], claims: [] },
      { ...STAMP, source },
    ),
  );
  let read = 0;
  const tools: IngestTools = {
    fetch: () =>
      Promise.resolve({ bytes: toBytes(TEXT), mediaType: 'text/plain', url: 'https://courier.example/a' }),
    read: (bytes, from) => readDocumentBytes(bytes, from),
    propose: () => {
      read += 1;
      const extraction = { actors: ACTORS, proposals };
      return Promise.resolve({ extraction, method: 'rules@test', dropped: [], tokens: null });
    },
  };
  const ingest = (
    order: Partial<IngestOrder['stated']> & { text?: string; url?: string } = {},
    more = {},
  ) => {
    const { text = TEXT, url, ...stated } = order;
    const from = url === undefined ? { bytes: toBytes(text), mediaType: undefined } : { url };
    return ingestDocument(
      store,
      { source: from, stated },
      { ...tools, ...more },
      {
        stamp: STAMP,
        signal: new AbortController().signal,
      },
    );
  };
  return { store, dataDir, tools, ingest, timesRead: () => read };
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const claimsOf = (store: Store, id: string) => store.reader.findClaimsOfDocument(id as DocumentId);
const decide = (store: Store, decisions: readonly (readonly [ClaimId, 'accepted' | 'rejected'])[]) =>
  store.transact((transactor) =>
    transactor.decide(
      decisions.map(([claim, status]) => ({ claim, status })),
      STAMP,
    ),
  );

describe('a report that is taken in', () => {
  it('when what it is called holds control characters or turns of direction, then they are spaces, and what is empty then is not said', async () => {
    const { store, ingest } = await open();
    await ingest({
      title: 'A\u001b[2J\nB\u202e C\ud800',
      publisher: 'The\r\nCourier\u0007',
      author: '\u0000 \u0007',
    });
    const document = await store.reader.findDocument('a-2j-b-c' as DocumentId);
    expect(document).toMatchObject({ title: 'A [2J B C\ufffd', publisher: 'The Courier' });
    expect(document).not.toHaveProperty('author', expect.anything());
  });

  it('when it is new, then its claims are proposed with their words, and its actors added, in one entry', async () => {
    const { store, ingest } = await open();
    expect(await ingest({ publisher: 'The Courier' })).toEqual({
      ...{ document: 'talks-in-oslo', title: 'Talks in Oslo', outcome: 'added', language: 'en' },
      ...{ proposals: 2, reviewed: 0, newActors: 3, dropped: [], tokens: null, seq: 2, version: 2 },
    });
    const claims = await claimsOf(store, 'talks-in-oslo');
    expect(claims.map(({ subject, type, object }) => [subject, type, object])).toEqual([
      ['anna-berg', 'supports', 'bob-lund'],
      ['the-envoy', 'accuses', 'bob-lund'],
    ]);
    for (const { evidence, ...claim } of claims) {
      expect(TEXT.slice(evidence.start ?? -1, evidence.end ?? -1)).toBe(evidence.exact);
      expect(claim).toMatchObject({
        status: 'proposed',
        method: 'rules@test',
        reviewedBy: null,
        reviewedAt: null,
      });
      expect(claim.reason).toBe(`rule: ${evidence.exact}`);
    }
    expect(await store.reader.findDocument('talks-in-oslo' as DocumentId)).toMatchObject({
      ...{
        kind: 'report',
        publisher: 'The Courier',
        licence: 'all rights reserved',
        language: 'en',
        text: TEXT,
      },
    });
  });

  it('when it comes again, then nothing changes and it is not read for claims again', async () => {
    const { ingest, dataDir, timesRead } = await open();
    await ingest({ publisher: 'The Courier' });
    const before = hashStoreState(dataDir);
    const again = { outcome: 'unchanged', document: 'talks-in-oslo', proposals: 0, seq: null, version: 2 };
    expect(await ingest({ publisher: 'the  COURIER', title: 'Another title' })).toMatchObject(again);
    expect(await ingest({ text: TEXT.replaceAll('\n', '\r\n'), publisher: 'The Courier' })).toMatchObject(
      again,
    );
    expect(await ingest({})).toMatchObject(again);
    expect([hashStoreState(dataDir), timesRead()]).toEqual([before, 1]);
  });

  it('when two of it come at once, then one is added and the other is it', async () => {
    const { ingest } = await open();
    const both = await Promise.all([
      ingest({ publisher: 'The Courier' }),
      ingest({ publisher: 'The Courier' }),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['added', 'unchanged']);
  });

  it('when it is fetched, then its address and host are known, and what is said of it goes before', async () => {
    const { store, ingest } = await open();
    const { document } = await ingest({
      url: 'https://courier.example/a',
      title: 'Said',
      licence: 'CC BY 4.0',
    });
    expect(await store.reader.findDocument(document as DocumentId)).toMatchObject({
      ...{
        title: 'Said',
        publisher: 'courier.example',
        url: 'https://courier.example/a',
        licence: 'CC BY 4.0',
      },
    });
  });

  it('when a page is given with an address, then that goes before the one the page calls its own', async () => {
    const { store, tools } = await open([]);
    const page = `<link rel="canonical" href="https://mirror.example/a"><article>${TEXT}</article>`;
    const urlOf = async (stated: IngestOrder['stated']): Promise<string | undefined> => {
      const source = { bytes: toBytes(page), mediaType: 'text/html' };
      const options = { stamp: STAMP, signal: new AbortController().signal };
      const { document } = await ingestDocument(store, { source, stated }, tools, options);
      return (await store.reader.findDocument(document as DocumentId))?.url;
    };
    expect(await urlOf({ publisher: 'The Courier' })).toBe('https://mirror.example/a');
    const stated = { publisher: 'The Herald', url: 'https://herald.example/b' };
    expect(await urlOf(stated)).toBe('https://herald.example/b');
  });

  it('when it is in another language, then it is kept without claims and nobody is asked for any', async () => {
    const { ingest, timesRead } = await open();
    const text =
      'Der Bundeskanzler traf am Montag den Präsidenten von Frankreich und dankte ihm für die Hilfe.';
    expect(await ingest({ text, title: 'Bericht' })).toMatchObject({
      ...{ outcome: 'unread', language: 'de', proposals: 0, newActors: 0, seq: 2 },
    });
    expect(timesRead()).toBe(0);
  });

  it('when its id is taken by another report, then it gets one that is free', async () => {
    const { ingest } = await open([]);
    await ingest({ text: 'Rain fell all over the country on Monday and the day after.', title: 'News' });
    const other = await ingest({
      text: 'Snow fell all over the country on Monday and the day after.',
      title: 'News',
    });
    expect(other.document).toBe('news-2');
  });

  it('when actors are known, then its claims are theirs; what then is of one actor alone is dropped and counted', async () => {
    const { store, ingest } = await open();
    await ingest({ publisher: 'The Courier' });
    await store.transact((transactor) =>
      transactor.editActor('anna-berg' as never, { aliases: ['Bob Lund'] }, STAMP),
    );
    await store.transact((transactor) =>
      transactor.editActor('bob-lund' as never, { name: 'Robert' }, STAMP),
    );
    const other = await ingest({ text: `${TEXT}Later.\n`, publisher: 'The Courier' });
    expect(other).toMatchObject({
      ...{ proposals: 1, newActors: 1, dropped: [{ reason: 'both its ends are one actor', count: 1 }] },
    });
    expect((await claimsOf(store, other.document)).map(({ object }) => object)).toEqual(['anna-berg']);
  });

  it('when a proposal has no words in the text, then it is dropped and counted', async () => {
    const { ingest } = await open([
      ...PROPOSALS,
      { ...toProposal('Talks', 'anna-berg', 'leads', 'bob-lund'), end: 9999 },
    ]);
    expect((await ingest()).dropped).toEqual([
      { reason: 'there are no words at its place in the text', count: 1 },
    ]);
  });

  it('when the work is given up before it is written, then nothing is', async () => {
    const { store, tools } = await open();
    const stop = new AbortController();
    const stages: IngestStage[] = [];
    const propose: IngestTools['propose'] = async (...asked) => {
      stop.abort(new Error('given up'));
      return tools.propose(...asked);
    };
    const ingesting = ingestDocument(
      store,
      { source: { bytes: toBytes(TEXT), mediaType: undefined }, stated: {} },
      { ...tools, propose },
      { stamp: STAMP, signal: stop.signal, onStage: (stage) => stages.push(stage) },
    );
    await expect(ingesting).rejects.toThrow('given up');
    expect([await store.reader.version(), stages]).toEqual([1, ['reading', 'extracting']]);
  });

  it.each([
    ['nothing', ''],
    ['a PDF', '%PDF-1.7\n'],
  ])('when it holds %s, then it is refused with the reason and nothing is kept', async (_what, text) => {
    const { store, ingest } = await open();
    await expect(ingest({ text, name: 'report.txt' })).rejects.toThrow(OnrecordError);
    expect(await store.reader.version()).toBe(1);
  });
});

describe('the same text of another publisher', () => {
  it('when the first was reviewed, then its claims come as they are there, and are counted; undo takes them away', async () => {
    const { store, ingest, timesRead } = await open();
    await ingest({ publisher: 'The Courier' });
    const [praise, accusation] = await claimsOf(store, 'talks-in-oslo');
    if (praise === undefined || accusation === undefined) throw new Error('expected two claims');
    await decide(store, [[praise.id, 'accepted']]);
    await store.transact((transactor) =>
      transactor.editClaim(
        accusation.id,
        { actors: [], values: { type: 'rejects' as never, status: 'rejected' } },
        STAMP,
      ),
    );
    const other = await ingest({ publisher: 'The Herald' });
    expect(other).toMatchObject({
      outcome: 'added',
      document: 'talks-in-oslo-2',
      proposals: 2,
      reviewed: 2,
      newActors: 0,
    });
    expect(timesRead()).toBe(1);

    const claims = await claimsOf(store, 'talks-in-oslo-2');
    expect(claims.map(({ type, status, reviewedBy, origin }) => [type, status, reviewedBy, origin])).toEqual([
      ['supports', 'accepted', 'Rita', praise.id],
      ['rejects', 'rejected', 'Rita', accusation.id],
    ]);
    await store.transact((transactor) => transactor.undo({}, STAMP));
    expect(await store.reader.findDocument('talks-in-oslo-2' as DocumentId)).toBeUndefined();
  });

  it('when the first was not, then it is read by itself', async () => {
    const { ingest, timesRead } = await open();
    await ingest({ publisher: 'The Courier' });
    expect(await ingest({ publisher: 'The Herald' })).toMatchObject({
      outcome: 'added',
      proposals: 2,
      reviewed: 0,
    });
    expect(timesRead()).toBe(2);
  });
});
