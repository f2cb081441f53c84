import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { Icon } from '../frame/icon.tsx';

interface HelpFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** The dialog that help stands in: it closes by its button, by Escape, and by a press beside it. */
export function HelpFrame({ title, children, onClose }: HelpFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog help"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="help-inside">
        <header className="panel-title">
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label="Close help"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
