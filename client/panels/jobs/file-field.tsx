import { useId } from 'react';
import { FileDrop } from '../frame/file-drop.tsx';
import { Icon } from '../frame/icon.tsx';
import { toNumberWords } from '../words/count-words.ts';
import type { DraftProps } from './add-fields.tsx';
import { REPORT_ENDINGS, toRefusal, withFiles } from './report-files.ts';

/** Takes files by choice or by dropping them, and says of each whether it can be read. */
export function FileField({ draft, faults, onEdit }: DraftProps) {
  const note = useId();
  return (
    <div className={faults.files === undefined ? 'field' : 'field field-at-fault'}>
      <FileDrop
        words="Choose files, or drop them here"
        accept={REPORT_ENDINGS}
        isMultiple
        note={note}
        isAtFault={faults.files !== undefined}
        onFiles={(more) => onEdit({ files: withFiles(draft.files, more) })}
      />
      <p id={note} className="field-note">
        {faults.files ?? 'Text, Markdown and web pages: .txt, .md, .html, each of at most 5 MB.'}
      </p>
      <ul className="files">
        {draft.files.map((file, at) => {
          const refusal = toRefusal(file);
          return (
            <li key={`${file.name} ${at}`} className={refusal === undefined ? 'file' : 'file file-refused'}>
              <span className="file-name">{file.name}</span>
              <span className="quiet">{refusal ?? toSizeWords(file.size)}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={`Take ${file.name} off`}
                onClick={() => onEdit({ files: draft.files.filter((each) => each !== file) })}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function toSizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${toNumberWords(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
