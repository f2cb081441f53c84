import type { ImportReport } from '../../../graph-data/contract/imports.ts';

interface FaultListProps {
  readonly title: string;
  /** The first of them. */
  readonly faults: ImportReport['faults'];
  /** Of all there are. */
  readonly count: number;
}

/** Rows of the file with line, column and reason; nothing where there is none. */
export function FaultList({ title, faults, count }: FaultListProps) {
  if (count === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {faults.length < count && (
        <p className="quiet">
          The first {faults.length} of {count.toLocaleString('en')}; the command line prints all of them.
        </p>
      )}
      <div className="import-scroll" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Column</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, column, reason }, at) => (
              <tr key={at}>
                <td>{line}</td>
                <td>{column ?? 'the row'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
