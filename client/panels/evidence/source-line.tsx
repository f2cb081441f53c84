import type { DocumentRef } from '../../../graph-data/contract/answers.ts';
import { DIGEST_WORDS } from '../words/closed-words.ts';
import { toDateWords } from '../words/date-words.ts';

/** Where a claim is stated: title, publisher, date; of a digest also that it is one, and what it retells. */
export function SourceLine({ document }: { readonly document: DocumentRef }) {
  return (
    <div className="source">
      <p>
        <cite>{document.title}</cite>, {document.publisher}
        {document.publishedAt !== null && <>, {toDateWords(document.publishedAt)}</>}
      </p>
      {document.kind === 'digest' && <DigestNote document={document} />}
    </div>
  );
}

/** Said wherever a digest is quoted: that it is ours, and which report it retells. */
export function DigestNote({ document }: { readonly document: Pick<DocumentRef, 'derivedFrom'> }) {
  const { derivedFrom } = document;
  return (
    <p>
      <span className="digest-note">{DIGEST_WORDS}</span>
      {derivedFrom !== null && (
        <>
          : <cite>{derivedFrom.title}</cite>
          {derivedFrom.publisher !== null && <>, {derivedFrom.publisher}</>}
          {derivedFrom.publishedAt !== null && <>, {toDateWords(derivedFrom.publishedAt)}</>}
        </>
      )}
    </p>
  );
}
