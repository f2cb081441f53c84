import type { ImportReport } from '../../../graph-data/contract/imports.ts';

type PreviewRow = ImportReport['preview'][number];

/** The first rows as they will be read; where columns are missing, as they stand in the file. */
export function PreviewTable({ report }: { readonly report: ImportReport }) {
  if (report.preview.length === 0) return <SampleTable report={report} />;
  return (
    <section>
      <h3>The first rows, as they are read</h3>
      <div className="import-scroll" role="region" aria-label="The first rows, as they are read" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[
                'Line',
                'Subject',
                'Relation',
                'Object',
                'Speaker',
                'Evidence',
                'Document',
                'Dates',
                'Stance',
              ].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.preview.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  <Actor actor={row.subject} />
                </td>
                <td>
                  {row.type}
                  <span className="quiet"> “{row.label}”</span>
                </td>
                <td>
                  <Actor actor={row.object} />
                </td>
                <td>
                  {row.speaker === null ? (
                    <span className="quiet">own voice</span>
                  ) : (
                    <Actor actor={row.speaker} />
                  )}
                </td>
                <td className="import-quote">
                  {row.basis === 'row' ? <span className="quiet">the row</span> : row.quote}
                </td>
                <td>{row.document}</td>
                <td className="import-short">{toDates(row)}</td>
                <td className="import-short">
                  {row.stance}
                  {row.modality !== 'asserted' && `, ${row.modality}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Actor({ actor }: { readonly actor: PreviewRow['subject'] }) {
  return (
    <>
      {actor.name}
      {actor.isNew && <span className="import-new"> new</span>}
    </>
  );
}

function toDates({ saidOn, happenedOn }: PreviewRow): string {
  return [
    ...(saidOn === null ? [] : [`said ${saidOn}`]),
    ...(happenedOn === null ? [] : [`happened ${happenedOn}`]),
  ].join(', ');
}

function SampleTable({ report }: { readonly report: ImportReport }) {
  if (report.sample.length === 0) return null;
  return (
    <section>
      <h3>The first rows, as they stand</h3>
      <div className="import-scroll" role="region" aria-label="The first rows, as they stand" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {report.columns.map(({ header }, at) => (
                <th key={at} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.sample.map((cells, at) => (
              <tr key={at}>
                {cells.map((cell, index) => (
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
