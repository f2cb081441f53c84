import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { actorSchema } from '../../../graph-data/model/actor.ts';
import { claimInputSchema } from '../../../graph-data/model/claim.ts';
import { documentSchema } from '../../../graph-data/model/document.ts';
import { relationTypeSchema } from '../../../graph-data/model/vocabulary.ts';
import { normaliseText } from '../../../graph-data/model/text.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATASET = join(ROOT, 'graph-data/dataset');
const SHARED = join(ROOT, '../shared');
const hasShared = existsSync(join(SHARED, 'gold')) && existsSync(join(SHARED, 'articles'));

/** The digest and, in the shared folder, the report it retells. */
const REPORT_OF = [
  { digest: 'portrait-gift', report: '000_1eda83ccd97d5d7a' },
  { digest: 'envoy-interview', report: '003_3c70ec3320fe8075' },
] as const;

const goldSchema = z.object({
  actors: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  claims: z.array(
    z.object({
      subject: z.string(),
      type: z.string(),
      object: z.string(),
      relation: z.string(),
      stance: z.string(),
      modality: z.string(),
      speaker: z.string().nullable(),
    }),
  ),
});

const readYaml = (path: string): unknown => parse(readFileSync(join(DATASET, path), 'utf8'));
const readGold = (report: string) =>
  goldSchema.parse(JSON.parse(readFileSync(join(SHARED, 'gold', `${report}.gold.json`), 'utf8')));
const readReport = (report: string) => readFileSync(join(SHARED, 'articles', `${report}.txt`), 'utf8');

const actors = z.array(actorSchema).parse(readYaml('actors.yaml'));
const types = z.array(relationTypeSchema).parse(readYaml('vocabulary.yaml'));
const documents = REPORT_OF.map(({ digest, report }) => {
  const { claims, ...document } = z
    .looseObject({ claims: z.unknown() })
    .parse(readYaml(`documents/${digest}.yaml`));
  return {
    report,
    document: documentSchema.parse(document),
    claims: z.array(claimInputSchema).parse(claims),
  };
});
const claims = documents.flatMap((each) => each.claims);

/** The words of a text, punctuation aside: "US-Russia" is two, "Putin’s" is one. */
const toWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu) ?? [];

/** Every run of `length` consecutive words. */
const toRuns = (text: string, length: number): string[][] => {
  const words = toWords(text);
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length));
};

/** Runs of six words of the digest that the report has too, runs of capitalised names left out. */
const findCopiedRuns = (digest: string, report: string): string[] => {
  const known = new Set(toRuns(report, 6).map((run) => run.join(' ').toLowerCase()));
  return toRuns(digest, 6)
    .filter((run) => !run.every((word) => /^\p{Lu}/u.test(word)))
    .map((run) => run.join(' '))
    .filter((run) => known.has(run.toLowerCase()));
};

describe('the shipped dataset', () => {
  it('when read, then it holds 35 actors and 81 claims', () => {
    expect(new Set(actors.map((actor) => actor.id)).size).toBe(35);
    expect(actors).toHaveLength(35);
    expect(documents.map((each) => each.claims.length)).toEqual([50, 31]);
  });

  it('when a document is read, then it is a digest under our own name, in the stored form of text', () => {
    for (const { document } of documents) {
      expect(document.kind).toBe('digest');
      expect(document.publisher).toBe('Onrecord (digest)');
      expect(document.derivedFrom?.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(document.text).toBe(normaliseText(document.text));
    }
  });

  it('when a claim is read, then its quote stands at its offsets and inside one sentence', () => {
    for (const { document, claims } of documents)
      for (const { quote, start, end } of claims) {
        expect(document.text.slice(start, end)).toBe(quote);
        expect(quote).not.toMatch(/[.!?…]["”’')]*\s|\n/);
      }
  });

  it('when a claim names an actor or a type, then the dataset has it, and every actor is named by some claim', () => {
    const known = new Set(actors.map((actor) => actor.id));
    const named = new Set(
      claims.flatMap((claim) => [
        claim.subject,
        claim.object,
        ...(claim.speaker === null ? [] : [claim.speaker]),
        ...claim.via,
      ]),
    );
    expect(named).toEqual(known);
    expect(types.map((type) => type.id)).toEqual(expect.arrayContaining(claims.map((claim) => claim.type)));
  });

  it('when the digests are searched, then both spellings of the envoy are found and known as his', () => {
    const envoy = actors.find((actor) => actor.id === 'steve-witkoff');
    for (const spelling of ['Witkoff', 'Whitcoff']) {
      expect(envoy?.aliases).toContain(spelling);
      expect(documents.some(({ document }) => document.text.includes(spelling))).toBe(true);
    }
  });

  it.skipIf(!hasShared)(
    'when held against the gold readings, then actors and claims are the same one to one (skipped where ../shared is absent)',
    () => {
      const gold = documents.map(({ report }) => readGold(report));
      const goldActors = new Map(gold.flatMap((reading) => reading.actors).map((actor) => [actor.id, actor]));
      expect(actors.map(({ id, name, kind }) => ({ id, name, kind })).toSorted(byJson)).toEqual(
        [...goldActors.values()].toSorted(byJson),
      );
      documents.forEach((each, at) => {
        const read = each.claims.map(({ subject, type, object, label, stance, modality, speaker }) =>
          JSON.stringify([subject, type, object, label, stance, modality, speaker]),
        );
        const expected = gold[at]?.claims.map(
          ({ subject, type, object, relation, stance, modality, speaker }) =>
            JSON.stringify([subject, type, object, relation, stance, modality, speaker]),
        );
        expect(read.toSorted()).toEqual(expected?.toSorted());
      });
    },
  );

  it.skipIf(!hasShared)(
    'when held against the reports, then no six words in a row are theirs, names aside (skipped where ../shared is absent)',
    () => {
      for (const { report } of documents) {
        const text = readReport(report);
        expect(findCopiedRuns(text, text).length).toBeGreaterThan(300);
        for (const { document } of documents) expect(findCopiedRuns(document.text, text)).toEqual([]);
      }
    },
  );

  it.skipIf(!hasShared)(
    'when a digest uses quotation marks, then the report prints those words in them too (skipped where ../shared is absent)',
    () => {
      for (const { document, report } of documents) {
        const quoted = [...readReport(report).matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '');
        for (const [, words = ''] of document.text.matchAll(/“([^”]+)”/g))
          expect(
            quoted.some((passage) => passage.includes(words)),
            `“${words}”`,
          ).toBe(true);
      }
    },
  );
});

function byJson(a: object, b: object): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
