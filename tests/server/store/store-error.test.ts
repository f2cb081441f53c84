import { describe, expect, it } from 'vitest';
import { toStoreError } from '../../../server/store/store-error.ts';

const sqliteError = (errcode: number) => Object.assign(new Error('what SQLite says'), { errcode });

describe('toStoreError', () => {
  it.each([
    ['a damaged file', 11, /damaged/],
    ['a damaged index, by its extended code', 267, /damaged/],
    ['a full disk', 13, /cannot be opened and written \(what SQLite says\)/],
    ['a folder that is read-only, by its extended code', 1544, /cannot be opened and written/],
  ])('when SQLite meets %s, then a sentence for the operator', (_what, code, message) => {
    const cause = sqliteError(code);
    expect(toStoreError(cause, '/data')).toMatchObject({
      name: 'StoreError',
      code: 'unreadable',
      message: expect.stringMatching(message) as string,
      cause,
    });
  });

  it('when it is anything else, then the error as it is', () => {
    for (const error of [sqliteError(1), new TypeError('a fault of the program')])
      expect(toStoreError(error, '/data')).toBe(error);
  });
});
