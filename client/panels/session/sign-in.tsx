import { Suspense, lazy, useState } from 'react';
import { Icon } from '../frame/icon.tsx';
import { usePage, useServices } from '../page-context.ts';

const SignInDialog = lazy(async () => ({ default: (await import('./sign-in-dialog.tsx')).SignInDialog }));

/** Where one must sign in to change anything: the way in, and for who is signed in the way out. */
export function SignIn() {
  const { session: keeper } = useServices();
  const session = usePage((state) => state.session);
  const [isOpen, setIsOpen] = useState(false);
  if (session === null || (session.canWrite && !keeper.isSignedIn())) return null;
  if (session.name !== null) {
    const words = `Signed in as ${session.name}. Sign out`;
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={words}
        data-tip={words}
        onClick={() => void keeper.signOut()}
      >
        <Icon name="leave" />
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="action"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="enter" />
        <span>Sign in</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SignInDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
