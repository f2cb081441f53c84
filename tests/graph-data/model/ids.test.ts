import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId, ClaimKey, DocumentId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import { claimIdOf, compareIds, relationIdOf, SLUG_PATTERN, toSlug } from '../../../graph-data/model/ids.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const actor = (id: string): ActorId => id as ActorId;
const type = (id: string): RelationTypeId => id as RelationTypeId;

const KEY: ClaimKey = {
  document: 'portrait-gift' as DocumentId,
  start: 10,
  end: 42,
  subject: actor('vladimir-putin'),
  type: type('befriends'),
  object: actor('donald-trump'),
  speaker: actor('steve-witkoff'),
};

describe('toSlug', () => {
  it.each([
    ['Vladimir Putin', 'vladimir-putin'],
    ['United States', 'united-states'],
    ['Emmanuel Macron’s office', 'emmanuel-macrons-office'],
    ["Cote d'Ivoire", 'cote-divoire'],
    ['José María Aznar', 'jose-maria-aznar'],
    ['  U.S. — Senate!  ', 'u-s-senate'],
    ['Lech Wałęsa', 'lech-walesa'],
    ['Søren Ægir Đorđe Weiß', 'soren-aegir-dorde-weiss'],
    ['Владимир Путин', ''],
    ['', ''],
  ])('when the name is %j, then the slug is %j', (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });

  it('when the name is any text, then the slug is empty or a valid id, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const slug = toSlug(name);
        expect(slug === '' || SLUG_PATTERN.test(slug)).toBe(true);
        expect(toSlug(slug)).toBe(slug);
      }),
    );
  });

  it('when the name is longer than 80 characters, then the slug is cut and ends in no hyphen', () => {
    expect(toSlug(`${'a'.repeat(79)} bcd`)).toBe('a'.repeat(79));
  });
});

describe('SLUG_PATTERN', () => {
  it.each(['a', 'g7', 'vladimir-putin', 'a'.repeat(80)])('when the id is %j, then it is valid', (id) => {
    expect(SLUG_PATTERN.test(id)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a.b', 'a\n', 'a'.repeat(81)])(
    'when the id is %j, then it is refused',
    (id) => {
      expect(SLUG_PATTERN.test(id)).toBe(false);
    },
  );
});

describe('claimIdOf', () => {
  it('when minted from the same key, then it is this id for ever', () => {
    expect(claimIdOf(KEY, sha256Hex)).toBe('c28d567cc15eb8c70');
  });

  it('when the key names its fields in another order, then the id is the same', () => {
    const reordered = Object.fromEntries(Object.entries(KEY).reverse()) as unknown as ClaimKey;
    expect(claimIdOf(reordered, sha256Hex)).toBe(claimIdOf(KEY, sha256Hex));
  });

  it('when any part of the key differs, then the id differs', () => {
    const others: ClaimKey[] = [
      { ...KEY, document: 'envoy-interview' as DocumentId },
      { ...KEY, start: 11 },
      { ...KEY, end: 43 },
      { ...KEY, subject: actor('steve-witkoff') },
      { ...KEY, type: type('supports') },
      { ...KEY, object: actor('ukraine') },
      { ...KEY, speaker: null },
      { ...KEY, subject: KEY.object, object: KEY.subject },
    ];
    const ids = new Set([KEY, ...others].map((key) => claimIdOf(key, sha256Hex)));
    expect(ids.size).toBe(others.length + 1);
  });
});

describe('relationIdOf', () => {
  const [a, b] = [actor('iran'), actor('russia')];

  it('when the type is mutual, then both directions are one relation, keyed by the sorted pair', () => {
    expect(relationIdOf(a, type('consults'), b, true)).toBe('iran.consults.russia');
    expect(relationIdOf(b, type('consults'), a, true)).toBe('iran.consults.russia');
  });

  it('when the type is not mutual, then each direction is its own relation', () => {
    expect(relationIdOf(a, type('supports'), b, false)).toBe('iran.supports.russia');
    expect(relationIdOf(b, type('supports'), a, false)).toBe('russia.supports.iran');
  });
});

describe('compareIds', () => {
  it('when ids are compared, then by code unit: digits, hyphen and letters in one fixed order', () => {
    expect(['b', 'a-b', 'a1', 'a', 'ab'].sort(compareIds)).toEqual(['a', 'a-b', 'a1', 'ab', 'b']);
    expect(compareIds('a', 'a')).toBe(0);
  });
});
