import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { Parameter } from '../../api/api-request.ts';
import { actorRequest, claimsRequest } from '../../api/requests.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { NothingLeft } from '../evidence/nothing-left.tsx';
import { claimsOfPair, toPairConditions, toPairTitle } from '../evidence/pair-claims.ts';
import { DisputedMark } from '../evidence/stance-word.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useActorName, usePage } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import { usePages } from '../use-pages.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';
import { EmbedClaim } from './embed-claim.tsx';
import { FullViewLink } from './full-view-link.tsx';

interface ActorEvidenceProps {
  readonly id: ActorId;
  readonly onClose: () => void;
}

/** Everything claimed about an actor: what it does, then what is done to it, each with its sentence. */
export function ActorEvidence({ id, onClose }: ActorEvidenceProps) {
  const lens = usePage((state) => state.page.lens);
  const known = useActorName(id);
  const { value: actor, problem, retry } = useAnswer(actorRequest(id, lens));
  const name = actor?.label ?? known;
  return (
    <>
      <PanelHeader place={`actor ${id}`} title={name} onClose={onClose} />
      <div className="panel-body">
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {actor && (
          <p className="actor-kind">
            <ActorMark kind={actor.kind} />
            <span>
              {KIND_WORDS[actor.kind].one} · {toCountWords(actor.claims, 'claim')} about {name}
            </span>
          </p>
        )}
        {actor && actor.claims === 0 && <NothingLeft what={`Nothing is said about ${name}`} />}
        {actor && actor.asSubject > 0 && (
          <Claims title={`What ${name} does`} conditions={[['subject', id]]} />
        )}
        {actor && actor.asObject > 0 && (
          <Claims title={`What is done to ${name}`} conditions={[['object', id]]} />
        )}
      </div>
    </>
  );
}

interface PairEvidenceProps {
  readonly a: ActorId;
  readonly b: ActorId;
  readonly onClose: () => void;
}

/** Everything claimed between two actors, both ways, each with its sentence. */
export function PairEvidence({ a, b, onClose }: PairEvidenceProps) {
  const [nameA, nameB] = [useActorName(a), useActorName(b)];
  const isDisputed = usePage(({ network: { loaded } }) => {
    const graph = loaded?.graph;
    if (graph === undefined || !graph.hasNode(a) || !graph.hasNode(b)) return false;
    return graph.edges(a, b).some((edge) => graph.getEdgeAttribute(edge, 'disputed'));
  });
  return (
    <>
      <PanelHeader place={`pair ${a} ${b}`} title={toPairTitle(nameA, nameB, a === b)} onClose={onClose} />
      <div className="panel-body">
        {isDisputed && (
          <p className="embed-note">
            <DisputedMark />: the claims contradict one another; both sides are kept.{' '}
            <FullViewLink>Side by side in Onrecord</FullViewLink>
          </p>
        )}
        <Claims conditions={toPairConditions(a, b)} only={(claims) => claimsOfPair(a, b, claims)} />
      </div>
    </>
  );
}

interface ClaimsProps {
  readonly title?: string;
  readonly conditions: readonly Parameter[];
  /** Those of the answered claims that are shown; all unless given. */
  readonly only?: (claims: readonly ClaimAnswer[]) => readonly ClaimAnswer[];
}

function Claims({ title, conditions, only = (claims) => claims }: ClaimsProps) {
  const lens = usePage((state) => state.page.lens);
  const front = usePage((state) => state.page.claim);
  const pages = usePages<ClaimAnswer>(claimsRequest(lens, conditions));
  const claims = only(pages.items);
  return (
    <section className="claims">
      {title !== undefined && <h3>{title}</h3>}
      {pages.isWaiting && <Waiting what="claims" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {pages.value && claims.length === 0 && <NothingLeft what="No claims" />}
      {claims.map((claim) => (
        <EmbedClaim key={claim.id} claim={claim} hasTriple isInFront={claim.id === front} />
      ))}
      <LoadMore pages={pages} what="claims" />
    </section>
  );
}
