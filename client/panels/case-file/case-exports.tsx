import { useRef, useState } from 'react';
import type { CaseFile, CaseMade } from '../../../graph-data/formats/case-file/case-file.ts';
import { parseCaseFile } from '../../../graph-data/formats/case-file/parse-case-file.ts';
import { writeCaseBibtex } from '../../../graph-data/formats/case-file/write-case-bibtex.ts';
import { writeCaseCsl } from '../../../graph-data/formats/case-file/write-case-csl.ts';
import { writeCaseHtml } from '../../../graph-data/formats/case-file/write-case-html.ts';
import { writeCaseJson } from '../../../graph-data/formats/case-file/write-case-json.ts';
import { writeCaseMarkdown } from '../../../graph-data/formats/case-file/write-case-markdown.ts';
import { withFile } from '../../state/case-file-state.ts';
import { saveFile } from '../frame/save-file.ts';
import { usePage } from '../page-context.ts';
import { useChangeCase } from './use-case-file.ts';

interface Format {
  readonly name: string;
  readonly ending: string;
  readonly type: string;
  readonly write: (file: CaseFile, made: CaseMade) => string;
}

const FORMATS: readonly Format[] = [
  { name: 'Markdown', ending: 'md', type: 'text/markdown', write: writeCaseMarkdown },
  { name: 'HTML', ending: 'html', type: 'text/html', write: writeCaseHtml },
  { name: 'JSON', ending: 'json', type: 'application/json', write: writeCaseJson },
  { name: 'CSL-JSON', ending: 'csl.json', type: 'application/json', write: writeCaseCsl },
  { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex', write: writeCaseBibtex },
];
/** More is no case file: 500 items with all their sentences stay below it. */
const MOST_BYTES = 20_000_000;

interface CaseExportsProps {
  /** What an export says of its own making, asked for when it is made. */
  readonly toMade: () => CaseMade;
  /** Told to those who do not see what has changed. */
  readonly onSay: (words: string) => void;
}

/** The case file as files, on paper, and back from its JSON. */
export function CaseExports({ toMade, onSay }: CaseExportsProps) {
  const file = usePage((state) => state.caseFile.file);
  const change = useChangeCase();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const open = async (chosen: File): Promise<void> => {
    const parsed =
      chosen.size > MOST_BYTES ? { fault: 'This is too large.' } : parseCaseFile(await chosen.text());
    if ('fault' in parsed) {
      setFault(parsed.fault);
      return;
    }
    setFault(null);
    change((state) => withFile(state, parsed.file));
    onSay('Another case file is open; undo brings the one before back');
  };
  return (
    <section aria-labelledby="case-exports" className="case-exports">
      <h3 id="case-exports">Take it along</h3>
      <p className="export-links">
        {FORMATS.map(({ name, ending, type, write }) => (
          <button
            key={name}
            type="button"
            className="button"
            disabled={file.items.length === 0}
            onClick={() =>
              saveFile(
                new Blob([write(file, toMade())], { type: `${type};charset=utf-8` }),
                `${toFileName(file.title)}.${ending}`,
              )
            }
          >
            {name}
          </button>
        ))}
        <button type="button" className="button" disabled={file.items.length === 0} onClick={() => print()}>
          Print or PDF
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          Open a case file…
        </button>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="Case file"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          target.value = '';
          if (chosen) void open(chosen).catch(() => setFault('The file could not be read.'));
        }}
      />
      {fault !== null && (
        <p className="problem" role="alert">
          {fault}
        </p>
      )}
      <p className="quiet">
        JSON can be opened here again. CSL-JSON and BibTeX are the documents alone, for Zotero, pandoc and
        LaTeX.
      </p>
    </section>
  );
}

/** Letters that every file system takes. */
function toFileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'case-file' : plain;
}
