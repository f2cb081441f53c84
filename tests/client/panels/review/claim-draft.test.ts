import { describe, expect, it } from 'vitest';
import { NEW_ACTOR, toActorOptions, toKnown } from '../../../../client/panels/review/actor-choices.ts';
import {
  EMPTY_DRAFT,
  findDraftFaults,
  flipDraft,
  toDraft,
  toNewClaim,
  toPatch,
  withType,
} from '../../../../client/panels/review/claim-draft.ts';
import type { RelationTypeRow } from '../../../../graph-data/contract/answers.ts';
import { claimBodySchema, claimPatchSchema } from '../../../../graph-data/contract/writes.ts';
import { toClaim, toRef } from '../claim-answer.ts';

const claim = toClaim('c', 'ann', 'informs', 'ben', { label: 'tells', speaker: toRef('cid') });
const type = (id: string, stance: RelationTypeRow['stance']): RelationTypeRow => ({
  id,
  label: id,
  inverse: id,
  stance,
  group: 'event',
  mutual: false,
  opposites: [],
  plover: null,
});

describe('the draft of a claim', () => {
  it('when nothing is changed, then the patch is empty', () => {
    expect(toPatch(claim, toDraft(claim))).toEqual({});
  });

  it('when it is changed, then the patch says what is otherwise, and only that', () => {
    const draft = {
      ...toDraft(claim),
      object: { kind: 'new', name: 'Dee', as: 'person' } as const,
      label: ' warns ',
      speaker: null,
    };
    const patch = toPatch(claim, draft);

    expect(patch).toEqual({ object: { name: 'Dee', kind: 'person' }, label: 'warns', speaker: null });
    expect(claimPatchSchema.safeParse(patch).success).toBe(true);
  });

  it('when a date is typed, then it is sent as EDTF; taken out, as none; and what is no date is a fault', () => {
    const before = { ...claim, saidOn: '2025-03' };
    expect(toPatch(before, { ...toDraft(before), saidOn: '', happenedOn: '13 March 2025' })).toEqual({
      saidOn: null,
      happenedOn: '2025-03-13',
    });
    expect(Object.keys(findDraftFaults({ ...toDraft(claim), saidOn: 'last week' }))).toEqual(['saidOn']);
  });

  it('when it is flipped, then the patch has both actors in each other’s place', () => {
    expect(toPatch(claim, flipDraft(toDraft(claim)))).toEqual({
      subject: { id: 'ben' },
      object: { id: 'ann' },
    });
  });

  it('when another type is chosen, then label and stance follow, unless the reviewer wrote them', () => {
    const [aids, attacks] = [type('aids', 'positive'), type('attacks', 'negative')];
    const first = withType(EMPTY_DRAFT, aids, undefined);
    const second = withType(first, attacks, aids);
    const own = withType({ ...second, label: 'shells', stance: 'neutral' }, aids, attacks);

    expect([first.label, first.stance]).toEqual(['aids', 'positive']);
    expect([second.label, second.stance]).toEqual(['attacks', 'negative']);
    expect([own.type, own.label, own.stance]).toEqual(['aids', 'shells', 'neutral']);
  });

  it('when something is missing, then each field says so, and there is no claim to add', () => {
    expect(Object.keys(findDraftFaults(EMPTY_DRAFT))).toEqual(['subject', 'object', 'type', 'label']);
    expect(findDraftFaults({ ...toDraft(claim), object: toDraft(claim).subject })).toHaveProperty('object');
    expect(toNewClaim(EMPTY_DRAFT, { id: 'd', text: 'Ann told Ben.' }, { start: 0, end: 3 })).toBeUndefined();
  });

  it('when it is whole, then the claim to add has the words of its place', () => {
    const added = toNewClaim(toDraft(claim), { id: 'd', text: 'Ann told Ben.' }, { start: 4, end: 12 });

    expect(added).toMatchObject({
      document: 'd',
      quote: 'told Ben',
      start: 4,
      end: 12,
      speaker: { id: 'cid' },
    });
    expect(claimBodySchema.safeParse(added).success).toBe(true);
  });
});

describe('toActorOptions', () => {
  const nearby = [toRef('ann'), toRef('ben')];
  const found = [
    { ...toRef('ann'), aliases: [], claims: 1, spoken: 0 },
    { ...toRef('anna'), aliases: [], claims: 2, spoken: 0 },
  ];
  const keys = (...of: Parameters<typeof toActorOptions>): string[] =>
    toActorOptions(...of).map(({ key }) => key);

  it('when nothing is typed, then those near by are offered', () => {
    expect(keys('', nearby, undefined, true)).toEqual(['ann', 'ben']);
  });

  it('when words are typed, then those that fit, those found, each once, and at last to add one', () => {
    expect(keys('an', nearby, found, true)).toEqual(['ann', 'anna', NEW_ACTOR]);
  });

  it('when the search has not ended, or none may be added, then none is offered to be', () => {
    expect(keys('xy', nearby, undefined, true)).toEqual([]);
    expect(keys('xy', nearby, [], false)).toEqual([]);
  });

  it('when an actor that is here is chosen, then its id is sent', () => {
    expect(toPatch(claim, { ...toDraft(claim), subject: toKnown(toRef('dee')) })).toEqual({
      subject: { id: 'dee' },
    });
  });
});
