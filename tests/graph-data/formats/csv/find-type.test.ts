import { describe, expect, it } from 'vitest';
import { isCountryName } from '../../../../graph-data/formats/csv/country-names.ts';
import { createTypeFinder, cutLabel } from '../../../../graph-data/formats/csv/find-type.ts';
import { findPhraseType } from '../../../../graph-data/formats/csv/relation-phrases.ts';
import { toFreeId } from '../../../../graph-data/formats/csv/free-id.ts';
import { VOCABULARY } from '../../../fixtures/small-network.ts';

const find = createTypeFinder(VOCABULARY);

describe('createTypeFinder', () => {
  it.each([
    ['befriends', '', 'befriends', 'befriends', false],
    ['Befriends', 'trusts', 'befriends', 'trusts', false],
    ['led by', '', 'leads', 'leads', true],
    ['ASSAULT', '', 'attacks', 'attacks', false],
    ['FIGHT', '', 'attacks', 'attacks', false],
    ['DEMAND', 'wants tea', 'requests-of', 'wants tea', false],
    ['', 'Supports', 'supports', 'Supports', false],
    ['', 'Make a visit', 'consults', 'Make a visit', false],
    ['', 'hums at', 'other', 'hums at', false],
  ])('when type is %j and label %j, then it is %s, labelled %j', (type, label, id, words, isTurned) => {
    expect(find(type, label)).toMatchObject({ type: { id }, label: words, isTurned, isKnown: true });
  });

  it('when the type is nobody’s, then it is other, and said', () => {
    expect(find('adores', '')).toMatchObject({ type: { id: 'other' }, label: 'adores', isKnown: false });
  });
});

describe('findPhraseType', () => {
  it.each([
    ['Express intent to cooperate economically', 'agrees-with'],
    ['Engage in diplomatic cooperation', 'supports'],
    ['Engage in material cooperation', 'cooperates-with'],
    ['Demonstrate military or police power', 'mobilises-against'],
    ['Demonstrate or rally', 'protests-against'],
    ['Impose administrative sanctions', 'coerces'],
    ['Impose embargo, boycott, or sanctions', 'sanctions'],
    ['Use tactics of violent repression', 'coerces'],
    ['Use unconventional violence', 'attacks'],
    ['fight with small arms and light weapons', 'attacks'],
    ['Make statement', undefined],
    ['easement', undefined],
    ['constructor', undefined],
  ])('when a relation begins %j, then it is %s', (text, type) => {
    expect(findPhraseType(text)).toBe(type);
  });
});

describe('cutLabel', () => {
  it('when a label is too long, then it is cut at a word, or within one that is too long itself', () => {
    const long = 'Express intent to engage in diplomatic cooperation (such as policy support)';
    expect(cutLabel(long)).toBe('Express intent to engage in diplomatic cooperation (such as…');
    expect(cutLabel('x'.repeat(90))).toHaveLength(60);
    expect(cutLabel('short')).toBe('short');
    expect(cutLabel(`${'x'.repeat(58)}😀${'y'.repeat(9)}`).isWellFormed()).toBe(true);
  });
});

describe('names of new actors', () => {
  it('when a name is a state’s, then it is known, its citizens are not', () => {
    expect(['Iran', 'côte d’ivoire', 'UNITED STATES', 'South Korea'].every(isCountryName)).toBe(true);
    expect(['Citizen (Iran)', 'Iranian', ''].some(isCountryName)).toBe(false);
  });

  it('when a slug is taken, then the first free number follows, within 80 characters', () => {
    expect(toFreeId('ada', new Set())).toBe('ada');
    expect(toFreeId('ada', new Set(['ada', 'ada-2']))).toBe('ada-3');
    const long = `${'a'.repeat(77)}-bb`;
    expect(toFreeId(long, new Set([long]))).toBe(`${'a'.repeat(77)}-2`);
  });
});
