import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { CaseFile, CaseMade } from '../../../graph-data/formats/case-file/case-file.ts';
import { writeCaseBody } from '../../../graph-data/formats/case-file/write-case-html.ts';

interface CasePrintProps {
  readonly file: CaseFile;
  readonly toMade: () => CaseMade;
}

/** What the browser prints, or makes a PDF of, while the case file is open: the same as its page, and not the screen. */
export function CasePrint({ file, toMade }: CasePrintProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onPrint = (): void => {
      const page = new DOMParser().parseFromString(writeCaseBody(file, toMade()), 'text/html');
      sheet.current?.replaceChildren(...page.body.childNodes);
    };
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, [file, toMade]);
  return createPortal(<div ref={sheet} className="case-print" />, document.body);
}
