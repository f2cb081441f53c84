import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ClaimId, DocumentId } from '../../../graph-data/model/ids.ts';
import { withReading } from '../../state/page-transitions.ts';
import { PinButton } from '../case-file/pin-button.tsx';
import { toClaimItem } from '../case-file/to-case-item.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage } from '../page-context.ts';

interface ClaimActionsProps {
  readonly claim: ClaimAnswer;
  /** False in the document itself. */
  readonly canOpen?: boolean;
}

/** What can be done with a claim wherever it stands: read it in its document, put it into the case file. */
export function ClaimActions({ claim, canOpen = true }: ClaimActionsProps) {
  const change = useChangePage();
  return (
    <div className="pin-row">
      {canOpen && claim.evidence.basis === 'text' && (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            change((page) => withReading(page, claim.document.id as DocumentId, claim.id as ClaimId))
          }
        >
          <Icon name="document" />
          Open in document
        </button>
      )}
      <PinButton
        kind="claim"
        id={claim.id}
        name={`${claim.subject.label}, ${claim.label}, ${claim.object.label}`}
        relations={[claim.relation]}
        toItem={(vocabulary, under) => toClaimItem(claim, vocabulary, under)}
      />
    </div>
  );
}
