import { describe, expect, it } from 'vitest';
import { hashToken } from '../../../server/api/access.ts';
import { parseTokens } from '../../../server/app/parse-tokens.ts';

const LONG = 'abcdefghij-123456';

describe('parseTokens', () => {
  it('when parts are right, then each is a name, a role and the hash of its token alone', () => {
    const parsed = parseTokens(`Ada Byron:${LONG}:editor, bob:${LONG}2:reader`);
    expect(parsed).toEqual({
      tokens: [
        { name: 'Ada Byron', role: 'editor', hash: hashToken(LONG) },
        { name: 'bob', role: 'reader', hash: hashToken(`${LONG}2`) },
      ],
    });
    expect(JSON.stringify(parsed)).not.toContain(LONG);
  });

  it.each([
    ['ada', /part 1: expected name:token:role/],
    [`ada:${LONG}`, /part 1: expected name:token:role/],
    [`ada:${LONG}:editor:more`, /part 1: expected name:token:role/],
    [`:${LONG}:editor`, /part 1: expected a name/],
    [`a\nb:${LONG}:editor`, /part 1: expected a name/],
    ['ada:short-one-of-15:editor', /part 1: expected a token of at least 16/],
    ['ada:ünvisible-letters-here:editor', /part 1: expected a token of at least 16/],
    [`ada:${LONG}:owner`, /part 1: expected one of the roles reader, editor, admin/],
    [`ada:${LONG}:editor,`, /part 2: expected name:token:role/],
    [`ada:${LONG}:editor,ada:${LONG}2:reader`, /part 2: this name is taken/],
    [`ada:${LONG}:editor,bob:${LONG}:reader`, /part 2: this token is that of an earlier part/],
  ])('when it is %j, then the part is named, and no token is repeated', (text, fault) => {
    const parsed = parseTokens(text);
    expect('faults' in parsed && parsed.faults.join('\n')).toMatch(fault);
    expect(JSON.stringify(parsed)).not.toContain(LONG);
  });

  it('when several parts are at fault, then each is named', () => {
    const parsed = parseTokens(`ada:short:editor,bob:${LONG}:owner`);
    expect('faults' in parsed && parsed.faults).toEqual([
      expect.stringMatching(/^part 1: expected a token/),
      expect.stringMatching(/^part 2: expected one of the roles/),
    ]);
  });
});
