import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Actor } from '../../../../graph-data/model/actor.ts';
import type { ActorId, DocumentId } from '../../../../graph-data/model/ids.ts';
import { toEvidence } from '../../../../graph-data/model/text.ts';
import { toNetwork } from '../../../../graph-data/network/network.ts';
import type { NewClaim } from '../../../../server/store/dataset-changes.ts';
import { sha256Hex } from '../../../../server/store/sha256-hex.ts';
import { parseSmallDataset } from '../../../graph-data/formats/dataset/small-dataset.ts';
import { hashReplay, lookInto } from '../store-state.ts';
import { ADDITION, BY_ADA, claimOf, openSmallStore, REPORT, REPORT_TEXT, ZENOBIA } from './small-store.ts';

/** Names of the files of a folder in which one of the words stands, whatever its case, in UTF-8. */
function grep(dataDir: string, words: readonly string[]): string[] {
  return readdirSync(dataDir).filter((name) => {
    const bytes = readFileSync(join(dataDir, name)).toString('latin1').toLowerCase();
    return words.some((word) => bytes.includes(Buffer.from(word).toString('latin1').toLowerCase()));
  });
}

const QUOTES = ['Zenobia Quill met Bo', 'on the quay', REPORT_TEXT, 'The quay affair', 'quay-report'];
const NAMES = ['Zenobia Quill', 'zenobia', 'Quill'];

describe('purging a document', () => {
  it('when it was added, decided on, retracted and brought back, then no file holds its words, and tombstones say so', async () => {
    const { store, dataDir, change, state } = await openSmallStore();
    const start = state();
    const { claims } = await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    await change((transactor) =>
      transactor.decide(
        claims.map((claim) => ({ claim, status: 'accepted' })),
        BY_ADA,
      ),
    );
    await store.reader.readNetwork((input) =>
      store.keepClaims(input.version, 'all', toNetwork(input).claims),
    );
    await change((transactor) => transactor.retractDocument(REPORT.id, BY_ADA));
    await change((transactor) => transactor.undo({}, BY_ADA));
    expect(grep(dataDir, QUOTES)).not.toEqual([]);
    const purged = await store.purge(
      { kind: 'document', id: REPORT.id, reason: 'a court said so about quay-report' },
      BY_ADA,
    );

    expect(purged).toMatchObject({ seq: 6, isErased: true, counts: { claims: 2, documents: 1, actors: 1 } });
    expect(grep(dataDir, QUOTES)).toEqual([]);
    expect(state()).toBe(start);
    const [entry] = await store.reader.readLedger(1);
    expect(entry).toMatchObject({
      kind: 'purge',
      undoable: false,
      about: { reason: `a court said so about ${'█'.repeat(11)}` },
    });
    const images = lookInto(dataDir, (database) =>
      database.prepare(`select after from ledger_changes where seq = 2 and "table" = 'documents'`).all(),
    );
    expect(JSON.parse(String(images[0]?.['after']))).toEqual({
      purged: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      at: BY_ADA.at,
      by: 'ada',
      reason: entry?.about.reason,
    });
    expect(await hashReplay(dataDir, parseSmallDataset())).toBe(start);
  });

  it('when an entry is asked for that held it, then it cannot be taken back, and says why', async () => {
    const { store, change } = await openSmallStore();
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    await change((transactor) => transactor.editActor('bo' as ActorId, { name: 'Beau' }, BY_ADA));
    await store.purge({ kind: 'document', id: REPORT.id, reason: 'r' }, BY_ADA);

    for (const seq of [2, 4])
      await expect(change((transactor) => transactor.undo({ seq }, BY_ADA))).rejects.toMatchObject({
        code: 'cannot-be-undone',
        message: expect.stringContaining('purged') as string,
      });
    expect(await change((transactor) => transactor.undo({}, BY_ADA))).toMatchObject({ undone: [3] });
  });

  it('when it was taken back before, then the ledger is rid of it all the same', async () => {
    const { store, dataDir, change } = await openSmallStore();
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    await change((transactor) => transactor.undo({}, BY_ADA));
    await store.purge({ kind: 'document', id: REPORT.id, reason: 'r' }, BY_ADA);

    expect(grep(dataDir, QUOTES)).toEqual([]);
    await expect(change((transactor) => transactor.undo({ seq: 3 }, BY_ADA))).rejects.toMatchObject({
      code: 'cannot-be-undone',
    });
  });

  it('when it alone brought actors, then no name of them stays, an entry that edited one included; others keep theirs', async () => {
    const { store, dataDir, change, state } = await openSmallStore();
    const unnamed = { ...ZENOBIA, id: 'unnamed-mate' as ActorId, name: 'Unnamed Mate', aliases: [] };
    await change((transactor) => transactor.addDocument({ ...ADDITION, actors: [ZENOBIA, unnamed] }, BY_ADA));
    await change((transactor) => transactor.editActor(ZENOBIA.id, { name: 'Zenobia Quillon' }, BY_ADA));
    await change((transactor) => transactor.mergeActor(ZENOBIA.id, 'cy-corp' as ActorId, BY_ADA));
    await change((transactor) => transactor.markDistinct(ZENOBIA.id, 'bo' as ActorId, BY_ADA));
    await store.purge({ kind: 'document', id: REPORT.id, reason: 'r' }, BY_ADA);

    expect(grep(dataDir, [...NAMES, 'unnamed'])).toEqual([]);
    const { actors } = await store.reader.readImportBasis();
    expect(actors.map(({ id }) => id)).toEqual(['ana-weiss', 'bo', 'cy-corp', 'the-bo']);
    expect(await hashReplay(dataDir, parseSmallDataset())).toBe(state());
    for (const seq of [3, 4, 5])
      await expect(change((transactor) => transactor.undo({ seq }, BY_ADA))).rejects.toMatchObject({
        code: 'cannot-be-undone',
      });
    const other = { ...REPORT, id: 'other-report' as DocumentId, title: 'Another' };
    await change((transactor) => transactor.addDocument({ ...ADDITION, document: other }, BY_ADA));
    await change((transactor) => transactor.undo({}, BY_ADA));
    expect((await store.reader.readImportBasis()).actors).toEqual(actors);
  });

  it('when a document that was retracted names her too, then her name stays for it, and it can come back', async () => {
    const { store, change } = await openSmallStore();
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    const other = { ...REPORT, id: 'other-report' as DocumentId, title: 'Another' };
    await change((transactor) => transactor.addDocument({ ...ADDITION, document: other }, BY_ADA));
    await change((transactor) => transactor.retractDocument(other.id, BY_ADA));
    await store.purge({ kind: 'document', id: REPORT.id, reason: 'r' }, BY_ADA);
    await change((transactor) => transactor.undo({ seq: 4 }, BY_ADA));
    expect(await store.reader.findClaimsOfDocument(other.id)).toMatchObject([
      { subject: ZENOBIA.id },
      { object: ZENOBIA.id },
    ]);
  });

  it('when a retracted document names actors of the loaded dataset that nothing else does, then they stay for it', async () => {
    const { store, change } = await openSmallStore();
    await change((transactor) => transactor.retractDocument('another' as DocumentId, BY_ADA));
    await store.purge({ kind: 'document', id: 'first', reason: 'r' }, BY_ADA);
    await change((transactor) => transactor.undo({ seq: 2 }, BY_ADA));
    expect(await store.reader.findClaimsOfDocument('another' as DocumentId)).not.toEqual([]);
  });

  it('when the files cannot be written anew, then it is purged all the same, and says what is left to do', async () => {
    const { store, change } = await openSmallStore();
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its database
    const { exec } = DatabaseSync.prototype;
    const spy = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
      this: DatabaseSync,
      statement,
    ) {
      if (statement === 'vacuum') throw new Error('database or disk is full');
      exec.call(this, statement);
    });
    onTestFinished(() => spy.mockRestore());
    expect(await store.purge({ kind: 'document', id: REPORT.id, reason: 'r' }, BY_ADA)).toMatchObject({
      isErased: false,
    });
    expect(await store.reader.findDocument(REPORT.id)).toBeUndefined();
  });

  it('when its id is a word that the program writes too, then what the program wrote stays', async () => {
    const { store, dataDir, change } = await openSmallStore();
    const own = { ...REPORT, id: 'own' as DocumentId };
    await change((transactor) => transactor.addDocument({ ...ADDITION, document: own }, BY_ADA));
    await store.purge({ kind: 'document', id: 'own', reason: 'r' }, BY_ADA);
    expect((await store.reader.readLoadHistory()).loads).toMatchObject([{ source: 'own' }]);
    expect(grep(dataDir, ['The quay affair'])).toEqual([]);
  });

  it('when there is none of this id, then says so and changes nothing', async () => {
    const { store, state } = await openSmallStore();
    const start = state();
    await expect(store.purge({ kind: 'document', id: 'nothing', reason: 'r' }, BY_ADA)).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
    expect(state()).toBe(start);
    expect(await store.reader.version()).toBe(1);
  });
});

describe('purging an actor', () => {
  it('when claims, names of before, questions and texts name her, then no file does, and what stays keeps its offsets', async () => {
    const { store, dataDir, change, state } = await openSmallStore();
    await change((transactor) =>
      transactor.addDocument(
        {
          ...ADDITION,
          claims: [
            ...ADDITION.claims,
            claimOf('said nobody but her own sister', ['ana-weiss', 'trusts', 'bo']),
          ],
        },
        BY_ADA,
      ),
    );
    await change((transactor) => transactor.editActor(ZENOBIA.id, { name: 'Z. Quill' }, BY_ADA));
    await change((transactor) => transactor.markDistinct(ZENOBIA.id, 'bo' as ActorId, BY_ADA));
    const purged = await store.purge({ kind: 'actor', id: ZENOBIA.id, reason: 'she asked' }, BY_ADA);

    expect(purged).toMatchObject({ isErased: true, counts: { actors: 1, documents: 1, claims: 3 } });
    expect(grep(dataDir, NAMES)).toEqual([]);
    const text = (await store.reader.findDocument(REPORT.id))?.text ?? '';
    expect(text).toHaveLength(REPORT_TEXT.length);
    expect(text).toContain('███ met Bo on the quay');
    const [claim, ...others] = await store.reader.findClaimsOfDocument(REPORT.id);
    expect(others).toEqual([]);
    expect(text.slice(claim?.evidence.start ?? 0, claim?.evidence.end ?? 0)).toBe(claim?.evidence.exact);
    expect(await store.reader.searchClaims('Zenobia', 5)).toEqual([]);
    expect(await store.reader.readLikenesses()).toEqual([]);
    expect(await hashReplay(dataDir, parseSmallDataset())).toBe(state());
  });

  it('when texts say her surname alone, over a line break or at the edge of a quote, then each is blocked out, and quotes are what stands there', async () => {
    const { store, dataDir, change, state } = await openSmallStore();
    const text =
      'The envoy Vera Zarkova said that Bo trusts Ana. ZARKOVA left.\nVera\nZarkova came; Bo wrote of the zarkova rose.';
    const claimAt = (words: string): NewClaim => {
      const start = text.indexOf(words);
      return claimOf('Bo', ['bo', 'trusts', 'ana-weiss'], {
        evidence: toEvidence(text, start, start + words.length),
      });
    };
    const vera: Actor = { id: 'vera-zarkova' as ActorId, name: 'Vera Zarkova', kind: 'person', aliases: [] };
    const url = 'https://example.org/vera-zarkova.html';
    await change((transactor) =>
      transactor.addDocument(
        {
          actors: [vera],
          document: { ...REPORT, text, url },
          claims: [claimAt('Zarkova said that Bo trusts Ana'), claimAt('said that Bo'), claimAt('Bo wrote')],
          likenesses: [],
        },
        BY_ADA,
      ),
    );
    await store.purge({ kind: 'actor', id: vera.id, reason: 'Vera Zarkova asked' }, BY_ADA);

    const kept = await store.reader.findDocument(REPORT.id);
    expect(kept?.text).toBe(
      'The envoy ████████████ said that Bo trusts Ana. ███████ left.\n████\n███████ came; Bo wrote of the zarkova rose.',
    );
    expect(kept?.url).toBeUndefined();
    expect(await store.reader.findSameText(sha256Hex(kept?.text ?? ''))).toHaveLength(1);
    expect(await store.reader.findSameText(sha256Hex(text))).toEqual([]);
    const claims = await store.reader.findClaimsOfDocument(REPORT.id);
    expect(claims.map(({ evidence }) => evidence)).toEqual(
      claims.map(({ evidence: { start, end } }) => toEvidence(kept?.text ?? '', start ?? 0, end ?? 0)),
    );
    expect(claims).toHaveLength(3);
    expect(grep(dataDir, ['Vera'])).toEqual([]);
    expect(await hashReplay(dataDir, parseSmallDataset())).toBe(state());
  });

  it('when another actor bears her surname, then that stays where it stands alone', async () => {
    const { store, change } = await openSmallStore();
    const text = 'Vera Zarkova met Bo. Zarkova spoke, and the Young man too: young Ira Young.';
    const toPerson = (name: string): Actor => ({
      ...{ id: name.toLowerCase().replace(' ', '-') as ActorId, name },
      ...{ kind: 'person', aliases: [] },
    });
    await change((transactor) =>
      transactor.addDocument(
        {
          actors: ['Vera Zarkova', 'Olga Zarkova', 'Ira Young'].map(toPerson),
          document: { ...REPORT, text },
          claims: [],
          likenesses: [],
        },
        BY_ADA,
      ),
    );
    const purge = (id: string) => store.purge({ kind: 'actor', id, reason: 'r' }, BY_ADA);
    const read = async () => (await store.reader.findDocument(REPORT.id))?.text;
    await purge('vera-zarkova');
    expect(await read()).toBe(text.replace('Vera Zarkova', '████████████'));
    await purge('olga-zarkova');
    expect(await read()).not.toContain('Zarkova');
    await purge('ira-young');
    expect(await read()).toContain('the █████ man too: young █████████.');
  });

  it('when the dataset that was loaded names her, then she is gone from it, and a replay comes to the same', async () => {
    const { store, dataDir, change, state } = await openSmallStore();
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    await store.purge({ kind: 'actor', id: 'ana-weiss', reason: 'she asked' }, BY_ADA);

    expect(grep(dataDir, ['Ana Weiß', 'ana-weiss'])).toEqual([]);
    expect(await hashReplay(dataDir, parseSmallDataset())).toBe(state());
  });

  it('when others are merged into her, then refuses and names them', async () => {
    const { store } = await openSmallStore();
    await expect(store.purge({ kind: 'actor', id: 'bo', reason: 'r' }, BY_ADA)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('the-bo') as string,
    });
  });

  it('when another actor bears one of her names, then that name stays in texts', async () => {
    const { store, change } = await openSmallStore();
    await change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
    await change((transactor) => transactor.editActor('bo' as ActorId, { aliases: ['Quill'] }, BY_ADA));
    await store.purge({ kind: 'actor', id: ZENOBIA.id, reason: 'r' }, BY_ADA);
    expect((await store.reader.findDocument(REPORT.id))?.text).not.toContain('Zenobia Quill');
    const { actors } = await store.reader.readImportBasis();
    expect(actors.find(({ id }) => id === 'bo')?.aliases).toEqual(['Quill']);
  });
});
