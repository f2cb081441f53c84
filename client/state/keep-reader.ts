import type { SessionKeeper } from './keep-session.ts';
import { changePage } from './page-store.ts';
import type { PageStore } from './page-store.ts';
import { withView } from './page-transitions.ts';

/**
 * Where nobody can sign in and nothing can be changed, as on a published site: everyone is a reader, and an address that leads
 * to the work on documents leads to the documents.
 */
export function keepReader(store: PageStore): SessionKeeper {
  store.setState({ session: { name: null, role: 'reader', canWrite: false, model: null, threshold: 0 } });
  changePage(store, (page) =>
    page.view === 'review' || page.view === 'ledger' ? withView(page, 'documents') : page,
  );
  return {
    load: () => Promise.resolve(),
    signIn: () => Promise.resolve(false),
    signOut: () => Promise.resolve(),
    isSignedIn: () => false,
  };
}
