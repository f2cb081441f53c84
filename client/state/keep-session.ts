import { sessionRequest } from '../api/changes.ts';
import type { TokenKeeper } from '../api/token.ts';
import { ProblemError } from '../api/problem-error.ts';
import type { Ask } from './keep-network-loaded.ts';
import { withNotice } from './notices.ts';
import type { PageStore } from './page-store.ts';

export interface SessionKeeper {
  /** Asks the server who is here. A token it does not know is dropped, with a notice. */
  load(): Promise<void>;
  /** Signs in with a token; false where the server does not know it. */
  signIn(secret: string): Promise<boolean>;
  signOut(): Promise<void>;
  /** Whether requests carry a token. */
  isSignedIn(): boolean;
}

/** Keeps who is here, and what they may do. Where the server cannot say, nobody may change anything. */
export function keepSession(store: PageStore, ask: Ask, token: TokenKeeper): SessionKeeper {
  const read = async (): Promise<boolean> => {
    try {
      const session = await ask(sessionRequest(), new AbortController().signal);
      store.setState({ session });
      return token.get() === null || session.name !== null;
    } catch (error) {
      const isUnknown = error instanceof ProblemError && error.problem.status === 401;
      if (!isUnknown || token.get() === null) return false;
      token.set(null);
      await read();
      return false;
    }
  };
  return {
    async load() {
      const hadToken = token.get() !== null;
      await read();
      if (!hadToken || token.get() !== null) return;
      const text = 'You are signed out: the server does not know the token any more.';
      store.setState(({ notices }) => ({ notices: withNotice(notices, { id: 'session', text }) }));
    },
    async signIn(secret) {
      token.set(secret);
      const isKnown = await read();
      if (!isKnown && token.get() !== null) {
        token.set(null);
        await read();
      }
      return isKnown;
    },
    async signOut() {
      token.set(null);
      await read();
    },
    isSignedIn: () => token.get() !== null,
  };
}
