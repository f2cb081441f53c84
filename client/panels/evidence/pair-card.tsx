import type { ClaimAnswer, RelationDetail } from '../../../graph-data/contract/answers.ts';
import type { ActorId, RelationId } from '../../../graph-data/model/ids.ts';
import { claimsRequest, relationRequest } from '../../api/requests.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { toActorSelection } from '../../state/selection.ts';
import { LoadMore } from '../frame/load-more.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useActorName, useChangePage, usePage, useVocabulary } from '../page-context.ts';
import { PathsLink } from '../paths/paths-link.tsx';
import { useAnswers } from '../use-answer.ts';
import { usePages } from '../use-pages.ts';
import { DisputeNotice } from './dispute-notice.tsx';
import { toDisputes } from './disputes.ts';
import type { DirectionGroup } from './group-claims.ts';
import { groupClaims } from './group-claims.ts';
import { NothingLeft } from './nothing-left.tsx';
import { claimsOfPair, toPairConditions, toPairTitle } from './pair-claims.ts';
import { RelationSection } from './relation-section.tsx';

interface PairCardProps {
  readonly a: ActorId;
  readonly b: ActorId;
  readonly relation: RelationId | null;
  readonly onClose: () => void;
}

/** The card of an edge: everything said between two actors, by direction and relation, each claim with its evidence. */
export function PairCard({ a, b, relation, onClose }: PairCardProps) {
  const lens = usePage((state) => state.page.lens);
  const vocabulary = useVocabulary();
  const [nameA, nameB] = [useActorName(a), useActorName(b)];
  const pages = usePages<ClaimAnswer>(claimsRequest(lens, toPairConditions(a, b)));
  const claims = claimsOfPair(a, b, pages.items);
  const relations = [...new Set(claims.map((claim) => claim.relation as RelationId))];
  const details = useAnswers(relations.map((id) => relationRequest(id, lens)));
  // Not before the relations are here: what is scrolled to would move.
  const groups = details.isWaiting ? [] : groupClaims(claims, vocabulary);
  const byId = new Map((details.value ?? []).map((detail) => [detail.id, detail]));
  return (
    <>
      <PanelHeader place={`pair ${a} ${b}`} title={toPairTitle(nameA, nameB, a === b)} onClose={onClose} />
      <div className="panel-body">
        <PairLinks actors={a === b ? [a] : [a, b]} />
        {pages.isWaiting && <Waiting what="claims" />}
        {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
        {details.problem && <ProblemNote problem={details.problem} onRetry={details.retry} />}
        {pages.value && claims.length === 0 && (
          <NothingLeft what={`Nothing is said between ${nameA} and ${nameB}`} />
        )}
        {toDisputes(details.value ?? []).map((dispute) => (
          <DisputeNotice key={dispute.sides.join('|')} dispute={dispute} claims={claims} />
        ))}
        {details.isWaiting && relations.length > 0 && <Waiting what="relations" />}
        {groups.map((group) => (
          <DirectionSection
            key={`${group.from.id} ${group.direction}`}
            group={group}
            front={relation}
            details={byId}
          />
        ))}
        <LoadMore pages={pages} what="claims" />
      </div>
    </>
  );
}

function PairLinks({ actors }: { readonly actors: readonly ActorId[] }) {
  return (
    <p className="pair-links">
      {actors.map((actor) => (
        <CardLink key={actor} actor={actor} />
      ))}
      {actors.length > 1 && <PathsLink actors={actors}>Paths between them</PathsLink>}
    </p>
  );
}

function CardLink({ actor }: { readonly actor: ActorId }) {
  const change = useChangePage();
  const name = useActorName(actor);
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => change((page) => withSelection(page, toActorSelection(actor)))}
    >
      Card of {name}
    </button>
  );
}

function DirectionSection({
  group,
  front,
  details,
}: {
  readonly group: DirectionGroup;
  readonly front: RelationId | null;
  readonly details: ReadonlyMap<string, RelationDetail>;
}) {
  const { from, to, direction, relations } = group;
  return (
    <section className="direction">
      <h3>
        {from.label} {direction === 'both' ? '↔' : '→'} {to.label}
      </h3>
      {relations.map((relation) => (
        <RelationSection
          key={relation.relation}
          group={relation}
          detail={details.get(relation.relation)}
          isInFront={relation.relation === front}
        />
      ))}
    </section>
  );
}
