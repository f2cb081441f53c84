import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';

interface ModalProps {
  readonly title: string;
  /** Of its style: `modal-NAME`. */
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const CloseContext = createContext<() => void>(() => undefined);

/** Closes the dialog round it, so that the focus goes back to what opened it. */
export function useCloseModal(): () => void {
  return useContext(CloseContext);
}

/**
 * A dialog over the page. It begins at what is marked `data-first`; Escape and the cross close it, and the browser gives
 * the focus back.
 */
export function Modal({ title, name, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  const close = useCallback(() => dialog.current?.close(), []);
  return (
    <dialog
      ref={dialog}
      className={`dialog modal modal-${name}`}
      aria-labelledby={heading}
      onClose={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="panel-title">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <CloseContext value={close}>
        <div className="modal-body">{children}</div>
      </CloseContext>
    </dialog>
  );
}
