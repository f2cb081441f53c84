import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportReport } from '../../../graph-data/contract/imports.ts';
import { LARGEST_IMPORT } from '../../../graph-data/formats/csv/import-columns.ts';
import type { ChangeRequest, UndoAnswer } from '../../api/changes.ts';
import { importRequest, undoRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { useServices } from '../page-context.ts';

/** How far an import has come. */
export type ImportStage =
  | { readonly kind: 'choosing'; readonly problem: PageProblem | null }
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'checked'; readonly file: File; readonly report: ImportReport }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'undone'; readonly answer: UndoAnswer };

export interface Importing {
  readonly stage: ImportStage;
  /** Looks at a file, and changes nothing; `map` says which header each column is read from. */
  readonly check: (file: File, map?: readonly string[]) => void;
  /** Brings in the rows of the checked file that are right. */
  readonly bring: (file: File, report: ImportReport, map: readonly string[]) => void;
  readonly undo: (seq: number) => void;
  /** Back to the choice of a file; what is under way is given up and leaves nothing. */
  readonly restart: () => void;
}

const CHOOSING: ImportStage = { kind: 'choosing', problem: null };

/** An import, step by step; whatever is under way ends with the component. */
export function useImport(): Importing {
  const { keeper, changes } = useServices();
  const [stage, setStage] = useState<ImportStage>(CHOOSING);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    <T>(words: string, request: ChangeRequest<T>, toStage: (answer: T) => ImportStage): void => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setStage({ kind: 'busy', words });
      changes.send(request, controller.signal).then(
        (answer) => {
          const next = toStage(answer);
          setStage(next);
          if (next.kind !== 'checked') keeper.reload();
        },
        (error: unknown) => {
          if (!controller.signal.aborted) setStage({ kind: 'choosing', problem: toPageProblem(error) });
        },
      );
    },
    [keeper, changes],
  );

  return {
    stage,
    check(file, map = []) {
      if (file.size > LARGEST_IMPORT) {
        const limit = LARGEST_IMPORT / 1024 / 1024;
        const detail = `At most ${limit} MB come in here; the command line takes larger ones: onrecord import FILE.`;
        setStage({
          kind: 'choosing',
          problem: { title: 'The file is too large', detail, status: 0, pointers: [], reasons: [] },
        });
        return;
      }
      const wish = { dryRun: true, validOnly: false, map };
      run(`Checking ${file.name}…`, importRequest(file, wish), (report) => ({
        kind: 'checked',
        file,
        report,
      }));
    },
    bring(file, report, map) {
      const wish = { dryRun: false, validOnly: report.faultyRows > 0, map };
      run(`Importing ${file.name}…`, importRequest(file, wish), (answer) => ({
        kind: 'imported',
        report: answer,
      }));
    },
    undo(seq) {
      run('Taking it back…', undoRequest(seq), (answer) => ({ kind: 'undone', answer }));
    },
    restart() {
      running.current?.abort();
      setStage(CHOOSING);
    },
  };
}
