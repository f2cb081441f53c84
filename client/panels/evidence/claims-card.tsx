import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { Parameter } from '../../api/api-request.ts';
import { claimsRequest } from '../../api/requests.ts';
import { withLensValues } from '../../state/lens-changes.ts';
import type { ClaimList } from '../../state/page-state.ts';
import { withList } from '../../state/page-transitions.ts';
import { LoadMore } from '../frame/load-more.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useActorName, useChangePage, usePage } from '../page-context.ts';
import { usePages } from '../use-pages.ts';
import { ClaimItem } from './claim-item.tsx';
import { NothingLeft } from './nothing-left.tsx';

interface ClaimsCardProps {
  readonly id: ActorId;
  readonly list: ClaimList;
  readonly onClose: () => void;
}

/** The claims an actor makes, or those about it (as subject, then as object), with a way back to its card. */
export function ClaimsCard({ id, list, onClose }: ClaimsCardProps) {
  const change = useChangePage();
  const name = useActorName(id);
  const lens = usePage((state) => state.page.lens);
  return (
    <>
      <PanelHeader
        place={`${list} ${id}`}
        title={list === 'by' ? `Said by ${name}` : `Said about ${name}`}
        back={{ label: `Back to ${name}`, onBack: () => change((page) => withList(page, null)) }}
        onClose={onClose}
      />
      <div className="panel-body">
        {list === 'by' ? (
          <ClaimSection lens={withLensValues(lens, 'speakers', [id])} conditions={[]} />
        ) : (
          <>
            <ClaimSection title={`What ${name} does`} lens={lens} conditions={[['subject', id]]} />
            <ClaimSection title={`What is done to ${name}`} lens={lens} conditions={[['object', id]]} />
          </>
        )}
      </div>
    </>
  );
}

function ClaimSection({
  title,
  lens,
  conditions,
}: {
  readonly title?: string;
  readonly lens: Lens;
  readonly conditions: readonly Parameter[];
}) {
  const pages = usePages<ClaimAnswer>(claimsRequest(lens, conditions));
  return (
    <section className="claims">
      {title !== undefined && <h3>{title}</h3>}
      {pages.isWaiting && <Waiting what="claims" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {pages.value && pages.items.length === 0 && <NothingLeft what="No claims" />}
      {pages.items.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} hasTriple />
      ))}
      <LoadMore pages={pages} what="claims" />
    </section>
  );
}
