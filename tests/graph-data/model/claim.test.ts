import { describe, expect, it } from 'vitest';
import { actorSchema } from '../../../graph-data/model/actor.ts';
import { claimInputSchema } from '../../../graph-data/model/claim.ts';

const CLAIM = {
  subject: 'vladimir-putin',
  type: 'befriends',
  object: 'donald-trump',
  label: 'friend',
  stance: 'positive',
  quote: 'friend',
  start: 0,
  end: 6,
};

const faultsOf = (claim: unknown): string[] =>
  claimInputSchema.safeParse(claim).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('claimInputSchema', () => {
  it('when a claim says only what it must, then the rest is what a curated, accepted claim has', () => {
    expect(claimInputSchema.parse(CLAIM)).toEqual({
      ...CLAIM,
      modality: 'asserted',
      speaker: null,
      via: [],
      status: 'accepted',
      method: 'curated',
      certainty: 1,
      reason: '',
    });
  });

  it.each(['curated', 'import', 'rules@1.2', 'llm:mistral/7b'])(
    'when the method is %s, then it is taken',
    (method) => {
      expect(faultsOf({ ...CLAIM, method })).toEqual([]);
    },
  );

  it.each([
    ['subject', 'Vladimir Putin'],
    ['type', 'is friends with'],
    ['label', ''],
    ['label', 'x'.repeat(61)],
    ['stance', 'warm'],
    ['modality', 'claimed'],
    ['speaker', 'none of us'],
    ['start', -1],
    ['start', 1.5],
    ['end', 0],
    ['saidOn', 'yesterday'],
    ['happenedOn', '2025-13'],
    ['status', 'open'],
    ['method', 'guess'],
    ['certainty', 1.1],
    ['certainty', Number.NaN],
  ])('when %s is %j, then it is refused by that field', (field, value) => {
    expect(faultsOf({ ...CLAIM, [field]: value })).toEqual([field]);
  });
});

describe('actorSchema', () => {
  it('when an actor has only id, name and kind, then it has no aliases', () => {
    const actor = { id: 'tass', name: 'TASS', kind: 'media' };
    expect(actorSchema.parse(actor)).toEqual({ ...actor, aliases: [] });
  });

  it.each([
    ['kind', 'robot'],
    ['wikidata', '7747'],
    ['mergedInto', 'RIA Novosti'],
    ['name', '  '],
    ['born', 1952],
  ])('when %s is %j, then it is refused', (field, value) => {
    const actor = { id: 'tass', name: 'TASS', kind: 'media', [field]: value };
    expect(actorSchema.safeParse(actor).success).toBe(false);
  });
});
