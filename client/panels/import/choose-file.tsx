import { TEMPLATE_ADDRESS, ledgerRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { FileDrop } from '../frame/file-drop.tsx';
import { Icon } from '../frame/icon.tsx';
import { useAnswer } from '../use-answer.ts';

interface ChooseFileProps {
  /** Why the last file did not come in. */
  readonly problem: PageProblem | null;
  readonly onFile: (file: File) => void;
  readonly onUndo: (seq: number) => void;
}

/** Entries looked through for the last import that stands. */
const NEWEST = 50;

/** Takes a file by choice or by dropping it; offers the table to fill in and the undo of the last import. */
export function ChooseFile({ problem, onFile, onUndo }: ChooseFileProps) {
  return (
    <>
      <p>
        A CSV file with a row a claim: who, what, towards whom, and the words that state it. Commas,
        semicolons, tabs and any order of columns will do.{' '}
        <a href={TEMPLATE_ADDRESS} download>
          Download a template
        </a>
      </p>
      {problem !== null && (
        <div className="import-problem" role="alert">
          <p className="problem-title">{problem.title}</p>
          {problem.detail !== null && <p>{problem.detail}</p>}
        </div>
      )}
      <FileDrop
        words="Choose a file, or drop it here"
        accept=".csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values"
        onFiles={([file]) => file && onFile(file)}
      />
      <LastImport onUndo={onUndo} />
    </>
  );
}

function LastImport({ onUndo }: { readonly onUndo: (seq: number) => void }) {
  const ledger = useAnswer(ledgerRequest(NEWEST));
  const last = ledger.value?.items.find(({ kind, undoneBy }) => kind === 'import' && undoneBy === null);
  if (last === undefined) return null;
  return (
    <section className="import-last" aria-label="The last import">
      <p>{last.summary}.</p>
      <button type="button" className="button" onClick={() => onUndo(last.seq)}>
        <Icon name="undo" />
        Undo this import
      </button>
    </section>
  );
}
