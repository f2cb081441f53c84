import { useState } from 'react';
import { Field } from '../frame/field.tsx';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { useServices } from '../page-context.ts';

/** Takes the token of an editor; it stays in this tab, and nowhere else. */
export function SignInDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title="Sign in" name="ask" onClose={onClose}>
      <SignInForm />
    </Modal>
  );
}

function SignInForm() {
  const close = useCloseModal();
  const { session } = useServices();
  const [secret, setSecret] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const signIn = async (): Promise<void> => {
    if (isBusy) return;
    // A header takes visible ASCII only; anything else is no token.
    if (!/^[\x21-\x7e]+$/.test(secret.trim())) {
      setFault('Type the token that whoever runs this server has given you.');
      return;
    }
    setIsBusy(true);
    const isKnown = await session.signIn(secret.trim());
    setIsBusy(false);
    if (isKnown) close();
    else setFault('The server does not know this token, or cannot be reached.');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <Field label="Token" hint="It is kept in this tab until it is closed." fault={fault}>
        {(ties) => (
          <input
            {...ties}
            data-first
            type="password"
            autoComplete="off"
            value={secret}
            onChange={(event) => {
              setSecret(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <div className="form-actions">
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {isBusy ? 'Signing in…' : 'Sign in'}
        </button>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </form>
  );
}
