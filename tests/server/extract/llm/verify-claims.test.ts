import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimInputSchema } from '../../../../graph-data/model/claim.ts';
import { ActorRegister } from '../../../../server/extract/llm/actor-register.ts';
import { toOfferedTypes } from '../../../../server/extract/llm/answer-schema.ts';
import { DroppedTally } from '../../../../server/extract/llm/dropped-tally.ts';
import { isPrinted, KnownActors } from '../../../../server/extract/llm/known-actors.ts';
import { readAnswer } from '../../../../server/extract/llm/read-answer.ts';
import { verifyClaims } from '../../../../server/extract/llm/verify-claims.ts';
import '../../../fixtures/seeded-properties.ts';
import { VOCABULARY } from '../../../fixtures/small-network.ts';
import { toldActor, toldClaim } from './model-server.ts';

const same = (said: string): string => said;

describe('verifyClaims', () => {
  it('when a model says anything at all, then what is proposed stands in the text, and all the rest is counted', () => {
    const names = ['Vladimir Putin', 'Trump', 'Kyiv', 'Witkoff'];
    const words = fc.oneof(
      fc.constantFrom(...names, 'he', '.', '\n', '🙂', 'e\u0301', '\u0000', '“'),
      fc.nat(99).map((number) => `word${number}`),
    );
    const name = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.oneof(words, fc.string({ maxLength: 5 })) },
    );
    const actor = fc.record({
      name,
      kind: fc.constantFrom('person', 'country'),
      aliases: fc.array(name, { maxLength: 1 }),
    });
    /** Stretches of a text, half of them from a space to a space. */
    const quoteOf = (text: string): fc.Arbitrary<string> =>
      fc
        .tuple(fc.nat(text.length), fc.integer({ min: 1, max: 30 }), fc.boolean())
        .map(([start, length, isWhole]) =>
          isWhole
            ? text
                .slice(text.lastIndexOf(' ', start) + 1)
                .split(' ', 1 + (length % 4))
                .join(' ')
            : text.slice(start, start + length),
        );
    const claimOf = (text: string): fc.Arbitrary<unknown> =>
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc
            .record({
              subject: name,
              object: name,
              speaker: fc.option(name),
              quote: quoteOf(text),
              certainty: fc.double(),
            })
            .map(toldClaim),
        },
        { weight: 1, arbitrary: fc.jsonValue() },
      );
    const told = fc
      .array(words, { minLength: 3, maxLength: 25 })
      .map((said) => [...names, ...said].join(' '))
      .chain((text) =>
        fc.tuple(
          fc.constant(text),
          fc.array(actor, { maxLength: 4 }),
          fc.array(claimOf(text), { maxLength: 12 }),
        ),
      );
    let kept = 0;
    fc.assert(
      fc.property(told, ([said, actors, claims]) => {
        const tally = new DroppedTally(same);
        const content = JSON.stringify({
          actors: [...actors, toldActor('Putin'), toldActor('Trump')],
          claims,
        });
        const answer = readAnswer(
          { content, ending: 'whole', tokens: { prompt: 0, completion: 0 } },
          tally,
          same,
        );
        const nfc = said.normalize('NFC');
        const register = new ActorRegister(nfc, new KnownActors([]), [answer.actors]);
        const ground = { text: nfc, register, types: toOfferedTypes(VOCABULARY) };
        const proposals = verifyClaims([answer], ground, tally);
        for (const proposal of proposals) {
          const quote = nfc.slice(proposal.start, proposal.end);
          expect(nfc.split(quote)).toHaveLength(2);
          expect(claimInputSchema.safeParse({ ...proposal, quote }).success).toBe(true);
          const ids = [proposal.subject, proposal.object, proposal.speaker ?? proposal.subject];
          for (const found of register.toFoundActors(new Set(ids))) {
            expect(isPrinted(nfc, found.name)).toBe(true);
            expect(found.count).toBeGreaterThan(0);
          }
        }

        kept += proposals.length;
        const dropped = tally.toDropped().reduce((sum, { count }) => sum + count, 0);
        expect(proposals.length + dropped).toBe(claims.length);
      }),
      { numRuns: 400 },
    );
    expect(kept).toBeGreaterThan(30);
  });
});

describe('DroppedTally', () => {
  it('when much is dropped, then it is counted most first, with three short examples of each reason', () => {
    const tally = new DroppedTally(same);
    tally.drop('the quote is not in the text', 'once');
    for (let n = 0; n < 5; n += 1) tally.drop('it was said already', `${n}\n${'x'.repeat(500)}`);
    expect(tally.toDropped()).toEqual([
      {
        reason: 'it was said already',
        count: 5,
        examples: [0, 1, 2].map((n) => `${n} ${'x'.repeat(157)}…`),
      },
      { reason: 'the quote is not in the text', count: 1, examples: ['once'] },
    ]);
  });
});
