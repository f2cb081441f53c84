import { useId } from 'react';
import type { ImportReport } from '../../../graph-data/contract/imports.ts';
import type { ImportColumn } from '../../../graph-data/formats/csv/import-columns.ts';
import { COLUMN_NAMES, IMPORT_COLUMNS } from '../../../graph-data/formats/csv/import-columns.ts';
import { toCountWords } from '../words/count-words.ts';
import { FaultList } from './fault-list.tsx';
import { withColumn } from './import-map.ts';
import { PreviewTable } from './preview-table.tsx';

interface ImportCheckProps {
  readonly report: ImportReport;
  readonly onColumns: (columns: ImportReport['columns']) => void;
  readonly onImport: () => void;
  readonly onBack: () => void;
}

/** How the file is read, what it would add, and what is wrong with it; nothing has changed yet. */
export function ImportCheck({ report, onColumns, onImport, onBack }: ImportCheckProps) {
  const id = useId();
  const { missing, validRows, faultyRows, new: added } = report;
  const canImport = missing.length === 0 && added.claims > 0;
  return (
    <>
      <div className="import-actions">
        {canImport && (
          <button type="button" className="button button-main" onClick={onImport}>
            {faultyRows > 0
              ? `Import the ${toCountWords(validRows, 'valid row')}`
              : `Import ${toCountWords(validRows, 'row')}`}
          </button>
        )}
        <button type="button" className="button" onClick={onBack}>
          Another file
        </button>
      </div>
      {missing.length === 0 && <p>{toAddedWords(report)}</p>}
      <FaultList
        title={`${toCountWords(faultyRows, 'row')} at fault`}
        faults={report.faults}
        count={report.faultCount}
      />
      <h3>Columns</h3>
      <p className="quiet">
        {report.file}, read as {report.encoding}, parted by {report.delimiter}.
      </p>
      <ul className="import-columns">
        {report.columns.map(({ header, column }, at) => (
          <li key={at}>
            <label htmlFor={`${id}-${at}`}>{header === '' ? `Column ${at + 1}` : header}</label>
            <select
              id={`${id}-${at}`}
              value={column ?? ''}
              onChange={(event) => {
                const chosen = event.target.value === '' ? null : (event.target.value as ImportColumn);
                onColumns(withColumn(report.columns, at, chosen));
              }}
            >
              <option value="">not read</option>
              {COLUMN_NAMES.map((name) => (
                <option key={name} value={name} title={IMPORT_COLUMNS[name]}>
                  {name}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <PreviewTable report={report} />
      <FaultList title="Read otherwise than they may mean" faults={report.notes} count={report.noteCount} />
    </>
  );
}

function toAddedWords({ new: added, known, bases, duplicates }: ImportReport): string {
  if (added.claims === 0)
    return duplicates > 0 ? 'Nothing to add: all of it is here already.' : 'There is no row to import.';
  const evidence = [
    bases.text > 0 ? `${bases.text.toLocaleString('en')} at their place in a document’s text` : '',
    bases.quote > 0 ? `${bases.quote.toLocaleString('en')} by quote only` : '',
    bases.row > 0 ? `${bases.row.toLocaleString('en')} by the row alone, without a quote` : '',
  ].filter((words) => words !== '');
  return (
    `It would add ${toCountWords(added.claims, 'claim')} (${evidence.join(', ')}), ` +
    `${toCountWords(added.actors, 'new actor')} beside ${toCountWords(known.actors, 'known one')}, and ` +
    `${toCountWords(added.documents, 'new document')}.`
  );
}
