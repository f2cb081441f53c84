import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { ProblemNote } from '../frame/problem-note.tsx';

interface FormFrameProps {
  readonly title: string;
  /** What Enter and the first button do. */
  readonly save: string;
  /** Ends the form once it is kept; undefined where it cannot be kept as it stands. */
  readonly onSave: () => Promise<void> | undefined;
  readonly onClose: () => void;
  /** Other ways to keep it, as buttons. */
  readonly others?: readonly { readonly words: string; readonly onSave: () => Promise<void> | undefined }[];
  readonly canSave?: boolean;
  readonly children: ReactNode;
}

/** A form in place of the claim: the first field has the focus, Enter keeps it, Escape leaves it as it was. */
export function FormFrame(props: FormFrameProps) {
  const { title, save, onSave, onClose, others = [], canSave = true, children } = props;
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const headingId = useId();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  const run = (how: () => Promise<void> | undefined): void => {
    const saving = isBusy ? undefined : how();
    if (saving === undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    setIsBusy(true);
    setProblem(null);
    saving.then(onClose, (error: unknown) => {
      setProblem(toPageProblem(error));
      setIsBusy(false);
    });
  };
  return (
    <form
      ref={form}
      className="review-form"
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        if (canSave) run(onSave);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h3 id={headingId}>{title}</h3>
      {children}
      {problem && <ProblemNote problem={problem} />}
      <div className="review-form-actions">
        <button type="submit" className="button button-main" aria-disabled={isBusy || !canSave}>
          {isBusy ? 'Saving…' : save}
          <kbd aria-hidden="true">⏎</kbd>
        </button>
        {others.map(({ words, onSave: how }) => (
          <button key={words} type="button" className="button" onClick={() => run(how)}>
            {words}
          </button>
        ))}
        <button type="button" className="button" onClick={onClose}>
          Cancel
          <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
    </form>
  );
}
