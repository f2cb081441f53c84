import { describe, expect, it } from 'vitest';
import type { ClaimAnswer } from '../../graph-data/contract/answers.ts';
import type { GoldReading } from '../fixtures/gold.ts';
import { RETOLD, hasGold, readGold, readReport } from '../fixtures/gold.ts';
import { executablePath, skipped } from './open-page.ts';
import { reviewAll, startReviewProgram, toIds } from './review-program.ts';

const why = hasGold ? skipped : ' (skipped: the hand-read reports are not beside the repository)';

describe.skipIf(executablePath === undefined || !hasGold)(
  `a scripted reviewer of a real report${why}`,
  () => {
    const program = startReviewProgram();

    it('when it follows a careful reading of the report, then it takes one key a proposal, and what is accepted is what matches', async () => {
      const [, name] = RETOLD[0];
      const text = readReport(name);
      const document = await program.ingest(text);
      const proposals = await program.readClaims(document, 'proposed');
      const matching = new Set(findMatching(readGold(name), proposals, text));
      const { page, keys, context } = await program.open(document);
      const decided = await reviewAll(page, keys, matching);
      const share = (keys.count / decided).toFixed(2);
      console.log(
        `${decided} proposals, ${matching.size} match the reading; ${keys.count} keys, ${share} a proposal`,
      );

      expect(decided).toBe(proposals.length);
      expect(matching.size).toBeGreaterThan(10);
      expect(keys.count / decided).toBeLessThanOrEqual(1.3);
      expect(toIds(await program.readClaims(document, 'accepted'))).toEqual([...matching].sort());
      expect(toIds(await program.readClaims(document, 'proposed'))).toEqual([]);
      await context.close();
    });
  },
);

/** Proposals that state what a reading states: the same two actors, by their names, and a span in the same sentence. */
function findMatching(gold: GoldReading, proposals: readonly ClaimAnswer[], text: string): string[] {
  const fold = (name: string): string =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/^(the|a|an) /, '');
  const names = new Map(
    gold.actors.flatMap(({ id, name, mentions }) =>
      [id, id.replaceAll('-', ' '), name, ...mentions].map((one) => [fold(one), id] as const),
    ),
  );
  const toGold = ({ id, label }: { id: string; label: string }): string =>
    names.get(fold(label)) ?? names.get(fold(id.replaceAll('-', ' '))) ?? id;
  return proposals
    .filter((proposal) =>
      gold.claims.some((claim) => {
        const pair = [toGold(proposal.subject), toGold(proposal.object)].sort().join(' ');
        const [from, to] = toSentence(text, claim.start, claim.end);
        return (
          pair === [claim.subject, claim.object].sort().join(' ') &&
          (proposal.evidence.start ?? 0) < to &&
          (proposal.evidence.end ?? 0) > from
        );
      }),
    )
    .map(({ id }) => id);
}

function toSentence(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(0, start);
  const from = Math.max(
    before.lastIndexOf('\n') + 1,
    ...[...before.matchAll(/[.!?]["”’']?\s/g)].map(({ index }) => index + 2),
  );
  const after = /[.!?]["”’']?\s|\n/.exec(text.slice(end));
  return [from, after ? end + after.index + 1 : text.length];
}
