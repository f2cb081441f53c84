import type { ClaimAnswer, DocumentDetail } from '../../../graph-data/contract/answers.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { LONGEST_PAGE, claimsRequest, documentRequest } from '../../api/requests.ts';
import { withReview, withoutReading } from '../../state/page-transitions.ts';
import { ClaimItem } from '../evidence/claim-item.tsx';
import { DigestNote } from '../evidence/source-line.tsx';
import { Icon } from '../frame/icon.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useActorName, useCanWrite, useChangePage, usePage } from '../page-context.ts';
import { ViewLinks } from '../questions/view-links.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Pages } from '../use-pages.ts';
import { usePages } from '../use-pages.ts';
import { toCountWords } from '../words/count-words.ts';
import { toDateWords } from '../words/date-words.ts';
import { DocumentText } from './document-text.tsx';

/** A document as a whole: its text with every claim's span marked, or, where that is not here or its licence forbids it, its sentences. */
export function Reader({ id, onClose }: { readonly id: DocumentId; readonly onClose: () => void }) {
  const change = useChangePage();
  const document = useAnswer(documentRequest(id));
  const claims = usePages<ClaimAnswer>(
    claimsRequest({ ...DEFAULT_LENS, documents: [id] }, [['limit', String(LONGEST_PAGE)]]),
  );
  const back = useBackLabel();
  return (
    <>
      <PanelHeader
        place={`document ${id}`}
        title={document.value?.title ?? 'Document'}
        back={{ label: back, onBack: () => change(withoutReading) }}
        onClose={onClose}
      />
      <div className="panel-body reader">
        {document.isWaiting && <Waiting what="the document" />}
        {document.problem && <ProblemNote problem={document.problem} onRetry={document.retry} />}
        {document.value && (
          <>
            <DocumentFacts document={document.value} />
            {claims.problem && <ProblemNote problem={claims.problem} onRetry={claims.retry} />}
            {document.value.text === null ? (
              <Sentences document={document.value} claims={claims} />
            ) : (
              <DocumentText
                text={document.value.text}
                spans={document.value.spans}
                claims={claims.items}
                document={id}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

function useBackLabel(): string {
  const { selection, view } = usePage((state) => state.page);
  const name = useActorName(selection.kind === 'actor' ? selection.actor : '');
  if (selection.kind === 'actor') return `Back to ${name}`;
  if (selection.kind === 'pair') return 'Back to the card';
  return view === 'explore' ? 'Back to the start' : 'Back to the documents';
}

function DocumentFacts({ document }: { readonly document: DocumentDetail }) {
  const change = useChangePage();
  const id = document.id as DocumentId;
  const isToReview = useCanWrite() && document.proposals > 0;
  return (
    <div className="document-facts">
      <p>
        {document.publisher}
        {document.author !== null && <>, {document.author}</>}
        {document.publishedAt !== null && <>, {toDateWords(document.publishedAt)}</>}
        {` · ${document.licence} · ${toCountWords(document.claims, 'claim')}`}
      </p>
      {document.kind === 'digest' && <DigestNote document={document} />}
      <p className="document-actions">
        {isToReview && (
          <button
            type="button"
            className="button button-main"
            onClick={() => change((page) => withReview(page, id))}
          >
            Review {toCountWords(document.proposals, 'proposal')}
          </button>
        )}
        <OriginalLink document={document} />
      </p>
      <ViewLinks by="document" value={id} name="this document" />
    </div>
  );
}

/** Only http(s) addresses become links. */
function OriginalLink({ document }: { readonly document: DocumentDetail }) {
  const url = document.url ?? document.derivedFrom?.url ?? null;
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {document.url === null ? 'The original report' : 'Where it was published'}
      <Icon name="outside" />
    </a>
  );
}

function Sentences({
  document,
  claims,
}: {
  readonly document: DocumentDetail;
  readonly claims: Pages<ClaimAnswer>;
}) {
  const front = usePage((state) => state.page.claim);
  const inOrder = claims.items.toSorted(
    (one, other) => (one.evidence.start ?? 0) - (other.evidence.start ?? 0),
  );
  return (
    <>
      <p className="no-text">
        {document.hasText
          ? `The whole text is not shown here: its licence (${document.licence}) does not allow it. These are the sentences the claims stand on.`
          : 'The text of this document is not here. These are the quotes and rows that were imported from it.'}
      </p>
      {inOrder.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} hasTriple canOpen={false} isInFront={claim.id === front} />
      ))}
      <LoadMore pages={claims} what="claims" />
    </>
  );
}
