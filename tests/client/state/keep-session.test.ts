import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../client/api/problem-error.ts';
import { createTokenKeeper } from '../../../client/api/token.ts';
import { keepSession } from '../../../client/state/keep-session.ts';
import { createPageStore } from '../../../client/state/page-store.ts';

/** A server that knows one token, and a tab that keeps it. */
function createTab(kept: string | null = null) {
  const storage = new Map<string, string>(kept === null ? [] : [['onrecord-token', kept]]);
  const token = createTokenKeeper(() => ({
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => void storage.set(key, value),
    removeItem: (key) => void storage.delete(key),
  }));
  const store = createPageStore('');
  const session = keepSession(
    store,
    () => {
      const secret = token.get();
      if (secret !== null && secret !== 'right')
        return Promise.reject(
          new ProblemError({ title: 'No', detail: null, status: 401, pointers: [], reasons: [] }),
        );
      const name = secret === null ? null : 'ada';
      return Promise.resolve({
        name,
        role: name === null ? 'reader' : 'editor',
        canWrite: name !== null,
        model: null,
        threshold: 0.5,
      }) as Promise<never>;
    },
    token,
  );
  return { store, session, storage, who: () => store.getState().session?.name };
}

describe('keepSession', () => {
  it('when nobody has signed in, then a reader is here, who may change nothing', async () => {
    const { session, store, who } = createTab();
    await session.load();
    expect([who(), store.getState().session?.canWrite, session.isSignedIn()]).toEqual([null, false, false]);
  });

  it('when the token is right, then it is kept in the tab, and signing out forgets it', async () => {
    const { session, storage, who } = createTab();
    expect(await session.signIn('right')).toBe(true);
    expect([who(), [...storage.values()]]).toEqual(['ada', ['right']]);
    await session.signOut();
    expect([who(), [...storage.values()]]).toEqual([null, []]);
  });

  it('when the token is wrong, then it is not kept, and a reader is here', async () => {
    const { session, storage, who } = createTab();
    expect(await session.signIn('wrong')).toBe(false);
    expect([who(), storage.size, session.isSignedIn()]).toEqual([null, 0, false]);
  });

  it('when the server does not know a kept token any more, then it is dropped, and that is said', async () => {
    const { session, store, storage, who } = createTab('old');
    await session.load();
    expect([who(), storage.size]).toEqual([null, 0]);
    expect(store.getState().notices.map(({ id }) => id)).toEqual(['session']);
  });

  it('when the browser forbids storing, then signing in holds for the visit', () => {
    const token = createTokenKeeper(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    token.set('right');
    expect(token.get()).toBe('right');
  });
});
