import { describe, expect, it } from 'vitest';
import { claimInputSchema } from '../../../../graph-data/model/claim.ts';
import { askModel, LONGEST_SENT } from '../../../../server/extract/llm/ask-model.ts';
import { DROP_REASONS } from '../../../../server/extract/llm/dropped-tally.ts';
import { VOCABULARY as vocabulary } from '../../../fixtures/small-network.ts';
import { partOf, say, startModel, toldActor, toldClaim, toTestPace } from './model-server.ts';

const REPORT = `Putin calls Trump

Vladimir Putin said on Tuesday that he supports Donald Trump. “Witkoff is a friend,” Putin added.

Kyiv rejects the plan, the Reuters news agency reported.`;

const GOOD = {
  actors: [toldActor('Vladimir Putin', 'person', ['Putin']), toldActor('Donald Trump', 'person', ['Trump'])],
  claims: [
    toldClaim({
      subject: 'Vladimir Putin',
      object: 'Donald Trump',
      speaker: 'Vladimir Putin',
      quote: 'he supports Donald Trump',
      certainty: 0.8,
      reason: 'he says\n that he does',
    }),
  ],
};

describe('askModel', () => {
  it('when the model answers well, then its claim is proposed with the place of its quote in the text', async () => {
    const { endpoint } = await startModel((response) => say(response, GOOD));
    const { extraction, method, dropped, tokens } = await askModel(REPORT, {
      endpoint,
      vocabulary,
      pace: toTestPace(),
    });
    const start = REPORT.indexOf('he supports Donald Trump');
    expect(extraction).toEqual({
      actors: [
        {
          id: 'donald-trump',
          name: 'Donald Trump',
          kind: 'person',
          names: new Set(['Donald Trump', 'Trump']),
          gender: '',
          ties: [],
          count: 2,
        },
        {
          id: 'vladimir-putin',
          name: 'Vladimir Putin',
          kind: 'person',
          names: new Set(['Vladimir Putin', 'Putin']),
          gender: '',
          ties: [],
          count: 3,
        },
      ],
      proposals: [
        {
          subject: 'vladimir-putin',
          object: 'donald-trump',
          type: 'supports',
          label: 'supports',
          stance: 'positive',
          modality: 'asserted',
          speaker: 'vladimir-putin',
          via: [],
          start,
          end: start + 'he supports Donald Trump'.length,
          certainty: 0.8,
          reason: 'a language model: he says that he does',
        },
      ],
    });
    expect({ method, dropped, tokens }).toEqual({
      method: 'llm:tiny/model:1b',
      dropped: [],
      tokens: { prompt: 700, completion: 90 },
    });
  });

  it('when a proposal and its method are written as a claim, then they are of the form that claims have', async () => {
    const { endpoint } = await startModel((response) => say(response, GOOD));
    const { extraction, method } = await askModel(REPORT, {
      endpoint: { ...endpoint, model: '@cf/some model+v2' },
      vocabulary,
      pace: toTestPace(),
    });
    expect(method).toBe('llm:-cf/some-model-v2');
    expect(extraction.proposals).toHaveLength(1);
    for (const proposal of extraction.proposals) {
      const quote = REPORT.slice(proposal.start, proposal.end);
      expect(claimInputSchema.safeParse({ ...proposal, quote, method }).error).toBeUndefined();
    }
  });

  it('when it asks, then the endpoint gets the model, the key, a strict schema of the vocabulary and the text as data', async () => {
    const { endpoint, asked } = await startModel((response) => say(response, GOOD));
    await askModel(REPORT, { endpoint, vocabulary, pace: toTestPace() });
    expect(asked).toHaveLength(1);
    const [request] = asked;
    if (request === undefined) return;
    expect(request.path).toBe('/v1/chat/completions');
    expect(request.headers.authorization).toBe(`Bearer ${endpoint.key ?? ''}`);
    expect(request.body).toMatchObject({
      model: 'tiny/model:1b',
      stream: false,
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    const schema = JSON.stringify(request.body.response_format);
    for (const { id, group } of vocabulary.types)
      expect(schema.includes(`"${id}"`), id).toBe(group !== 'other');
    expect(partOf(request)).toBe(REPORT);
    expect(request.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    // Servers that take `json_object` alone want the word in the question.
    expect(request.body.messages[0]?.content).toMatch(/JSON/);
    expect(request.body.messages[0]?.content).not.toContain('Witkoff');
  });

  it('when no key is given, then none is sent', async () => {
    const { endpoint, asked } = await startModel((response) => say(response, GOOD));
    await askModel(REPORT, {
      endpoint: { baseUrl: endpoint.baseUrl, model: endpoint.model },
      vocabulary,
      pace: toTestPace(),
    });
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
  });

  it('when actors are known, then those printed in the part are told to the model, and its claims are about them', async () => {
    const { endpoint, asked } = await startModel((response) =>
      say(response, {
        actors: [],
        claims: [
          toldClaim({
            subject: 'Volodymyr Putin',
            object: 'Ukraine',
            type: 'rejects',
            quote: 'Kyiv rejects the plan',
          }),
          toldClaim({
            subject: 'Ukraine',
            object: 'Vladimir Putin',
            type: 'rejects',
            quote: 'Kyiv rejects the plan',
          }),
        ],
      }),
    );
    const { extraction, dropped } = await askModel(REPORT, {
      endpoint,
      vocabulary,
      knownActors: [
        { id: 'ukraine', name: 'Ukraine', kind: 'country', aliases: ['Kyiv'] },
        { id: 'putin', name: 'Vladimir Putin', kind: 'person', aliases: [] },
        { id: 'france', name: 'France', kind: 'country', aliases: ['Paris'] },
      ],
      pace: toTestPace(),
    });
    expect(extraction.proposals).toMatchObject([{ subject: 'ukraine', object: 'putin' }]);
    expect(extraction.actors).toMatchObject([
      { id: 'putin', name: 'Vladimir Putin', names: new Set(['Vladimir Putin']) },
      { id: 'ukraine', name: 'Ukraine', kind: 'country', names: new Set(['Kyiv']), count: 1 },
    ]);
    expect(dropped).toMatchObject([{ reason: DROP_REASONS.actorAbsent, count: 1 }]);
    const told = asked[0]?.body.messages[1]?.content ?? '';
    expect(told).toContain('{"name":"Ukraine","kind":"country","printed":["Kyiv"]}');
    expect(told).not.toContain('France');
  });

  it('when the text holds nothing to read or too much, then nothing is sent', async () => {
    const { endpoint, asked } = await startModel((response) => say(response, GOOD));
    const options = { endpoint, vocabulary, pace: toTestPace() };
    const empty = { actors: [], proposals: [] };
    expect(await askModel(' \n—\n ', options)).toMatchObject({ extraction: empty, dropped: [] });
    await expect(askModel('word '.repeat(LONGEST_SENT / 5 + 1), options)).rejects.toMatchObject({
      code: 'model-unavailable',
      message: 'the text is longer than the 200,000 characters that are sent to a model',
    });
    expect(asked).toHaveLength(0);
  });

  it('when the text is not NFC, then offsets hold in its NFC form', async () => {
    const text = 'Café owner Ana Pérez supports Léa Roy.'.normalize('NFD');
    const { endpoint } = await startModel((response) =>
      say(response, {
        actors: [toldActor('Ana Pérez'.normalize('NFD')), toldActor('Léa Roy')],
        claims: [
          toldClaim({
            subject: 'Ana Pérez',
            object: 'Léa Roy',
            quote: 'Pérez supports Léa'.normalize('NFD'),
          }),
        ],
      }),
    );
    const { extraction } = await askModel(text, { endpoint, vocabulary, pace: toTestPace() });
    const [proposal] = extraction.proposals;
    expect(text.normalize('NFC').slice(proposal?.start, proposal?.end)).toBe('Pérez supports Léa');
  });
});

describe('askModel, of what is not borne out by the text', () => {
  const actors = (GOOD.actors as readonly unknown[]).concat(toldActor('Witkoff'));
  const ask = async (claims: readonly unknown[], text = REPORT, more: readonly unknown[] = []) => {
    const { endpoint } = await startModel((response) =>
      say(response, { actors: [...actors, ...more], claims }),
    );
    const { extraction, dropped } = await askModel(text, { endpoint, vocabulary, pace: toTestPace() });
    return {
      kept: extraction.proposals.map(({ start, end }) => text.slice(start, end)),
      dropped: dropped.map(({ reason, count }) => [reason, count]),
      extraction,
    };
  };
  const plain = { subject: 'Vladimir Putin', object: 'Donald Trump', quote: 'he supports Donald Trump' };

  it.each([
    ['a quote that is made up', { quote: 'Putin hates Donald Trump' }, DROP_REASONS.quoteAbsent],
    ['a quote with other words in it', { quote: 'he supports … Donald Trump' }, DROP_REASONS.quoteAbsent],
    ['a quote with straight marks', { quote: '"Witkoff is a friend,"' }, DROP_REASONS.quoteAbsent],
    ['a quote that cuts a word', { quote: 'utin said on Tues' }, DROP_REASONS.quoteAbsent],
    ['an empty quote', { quote: ' ' }, DROP_REASONS.quoteAbsent],
    ['a quote of a mark alone', { quote: '“' }, DROP_REASONS.quoteAbsent],
    ['a quote that stands twice', { quote: 'Putin' }, DROP_REASONS.quoteTwice],
    ['a quote over lines', { quote: 'Putin calls Trump\n\nVladimir Putin' }, DROP_REASONS.quoteTooLong],
    ['a subject who is not there', { subject: 'Joe Biden' }, DROP_REASONS.actorAbsent],
    ['an object listed, but not there', { object: 'Emmanuel Macron' }, DROP_REASONS.actorAbsent],
    ['an object who is part of a word', { object: 'Kyi' }, DROP_REASONS.actorAbsent],
    ['an object there, but not listed', { object: 'Reuters' }, DROP_REASONS.actorAbsent],
    ['a pronoun', { subject: 'he' }, DROP_REASONS.actorAbsent],
    ['a speaker who is not there', { speaker: 'Joe Biden' }, DROP_REASONS.speakerAbsent],
    ['the same actor by two names', { object: 'Putin' }, DROP_REASONS.sameActor],
    ['a type of its own', { type: 'adores' }, DROP_REASONS.unknownType],
    ['the type of imported data', { type: 'other' }, DROP_REASONS.unknownType],
    ['a stance of its own', { stance: 'warm' }, DROP_REASONS.unknownStance],
    ['a modality of its own', { modality: 'certain' }, DROP_REASONS.unknownStance],
    ['an empty label', { label: ' ' }, DROP_REASONS.badLabel],
    ['a label of 61 characters', { label: 'x'.repeat(61) }, DROP_REASONS.badLabel],
    ['a claim without a label', { label: undefined }, DROP_REASONS.claimWrongForm],
    ['a claim with a number for a quote', { quote: 5 }, DROP_REASONS.claimWrongForm],
  ])(
    'when a claim has %s, then it is dropped for that reason, and the one beside it stays',
    async (_, change, reason) => {
      const more = [toldActor('Emmanuel Macron'), toldActor('Kyi', 'place'), toldActor('he')];
      const { kept, dropped } = await ask(
        [toldClaim({ ...plain, ...change }), toldClaim(plain)],
        REPORT,
        more,
      );
      expect(kept).toEqual([plain.quote]);
      expect(dropped).toEqual([[reason, 1]]);
    },
  );

  it('when a quote holds half an emoji, then it is dropped; a whole one is kept', async () => {
    const text = 'Vladimir Putin supports Donald Trump 🙂 now.';
    const { kept, dropped } = await ask(
      [
        toldClaim({ ...plain, quote: 'Donald Trump \ud83d' }),
        toldClaim({ ...plain, quote: 'supports Donald Trump 🙂' }),
      ],
      text,
    );
    expect(kept).toEqual(['supports Donald Trump 🙂']);
    expect(dropped).toEqual([[DROP_REASONS.quoteAbsent, 1]]);
  });

  it('when something is said twice, then it is proposed once, as sure as it was said to be at best', async () => {
    const consults = { ...plain, type: 'consults' };
    const { extraction, dropped } = await ask([
      toldClaim({ ...plain, certainty: 0.3 }),
      toldClaim({ ...plain, certainty: 0.6 }),
      toldClaim(consults),
      toldClaim({ ...consults, subject: consults.object, object: consults.subject }),
    ]);
    expect(extraction.proposals.map(({ type, certainty }) => [type, certainty])).toEqual([
      ['consults', 0.7],
      ['supports', 0.6],
    ]);
    expect(dropped).toEqual([[DROP_REASONS.repeated, 2]]);
  });

  it.each([
    [1, 0.9],
    [0.456, 0.46],
    [0, 0],
    [1.5, 0.5],
    [-0.1, 0.5],
    ['0.9', 0.5],
    [null, 0.5],
    [undefined, 0.5],
  ])('when a claim is said to be sure by %j, then its certainty is %d', async (certainty, expected) => {
    const { extraction } = await ask([toldClaim({ ...plain, certainty })]);
    expect(extraction.proposals.map((proposal) => proposal.certainty)).toEqual([expected]);
  });

  it.each([undefined, 7, ' '])(
    'when the reason for a claim is %j, then it is said that there is none',
    async (reason) => {
      const { extraction } = await ask([toldClaim({ ...plain, reason, speaker: undefined })]);
      expect(extraction.proposals).toMatchObject([
        { reason: 'a language model, without a reason', speaker: null },
      ]);
    },
  );

  it('when there is more than a hundred claims in an answer, then the rest is counted', async () => {
    const { kept, dropped } = await ask([
      toldClaim(plain),
      ...Array.from({ length: 150 }, () => toldClaim(plain)),
    ]);
    expect(kept).toEqual([plain.quote]);
    expect(dropped).toEqual([
      [DROP_REASONS.repeated, 99],
      [DROP_REASONS.tooMany, 51],
    ]);
  });
});
