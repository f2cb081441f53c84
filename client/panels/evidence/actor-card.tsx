import type { ActorDetail } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { actorRequest } from '../../api/requests.ts';
import { withList } from '../../state/page-transitions.ts';
import { ActorActions } from '../actor-edit/actor-actions.tsx';
import { Icon } from '../frame/icon.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { ShowNeighbours } from '../network/show-neighbours.tsx';
import { useActorName, useChangePage, usePage } from '../page-context.ts';
import { ViewLinks } from '../questions/view-links.tsx';
import { PathsLink } from '../paths/paths-link.tsx';
import { useAnswer } from '../use-answer.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';
import { ActorMark } from './actor-mark.tsx';
import { NeighbourList } from './neighbour-list.tsx';

/** The card of a selected actor: who it is, what it says, what is said about it, and its neighbours by claims. */
export function ActorCard({ id, onClose }: { readonly id: ActorId; readonly onClose: () => void }) {
  const lens = usePage((state) => state.page.lens);
  const known = useActorName(id);
  const detail = useAnswer(actorRequest(id, lens));
  const actor = detail.value;
  return (
    <>
      <PanelHeader place={`actor ${id}`} title={actor?.label ?? known} onClose={onClose} />
      <div className="panel-body">
        {detail.isWaiting && <Waiting what={known} />}
        {detail.problem && <ProblemNote problem={detail.problem} onRetry={detail.retry} />}
        {actor && (
          <>
            <ActorFacts actor={actor} />
            <PathsLink actors={[id]}>Paths from here…</PathsLink>
            <ActorActions actor={actor} />
            <ShowNeighbours id={id} name={actor.label} count={actor.neighbours} />
            <NeighbourList id={id} name={actor.label} count={actor.neighbours} />
          </>
        )}
      </div>
    </>
  );
}

function ActorFacts({ actor }: { readonly actor: ActorDetail }) {
  const change = useChangePage();
  const id = actor.id as ActorId;
  const speakers = usePage((state) => state.page.lens.speakers);
  const isOnlySpeaker = speakers.length === 1 && speakers[0] === id;
  return (
    <>
      <p className="actor-kind">
        <ActorMark kind={actor.kind} />
        <span>{KIND_WORDS[actor.kind].one}</span>
        {actor.aliases.length > 0 && (
          <span className="aliases">· also called {actor.aliases.join(', ')}</span>
        )}
        {actor.wikidata !== null && (
          <a href={`https://www.wikidata.org/wiki/${actor.wikidata}`} target="_blank" rel="noreferrer">
            Wikidata
            <Icon name="outside" />
          </a>
        )}
      </p>
      <div className="actor-counts">
        <button
          type="button"
          className="count-button"
          disabled={actor.claims === 0}
          onClick={() => change((page) => withList(page, 'about'))}
        >
          <span className="count">{toCountWords(actor.claims, 'claim')}</span> about {actor.label}
        </button>
        <button
          type="button"
          className="count-button"
          disabled={actor.spoken === 0}
          onClick={() => change((page) => withList(page, 'by'))}
        >
          <span className="count">{toCountWords(actor.spoken, 'claim')}</span> said by {actor.label}
        </button>
      </div>
      {(actor.spoken > 0 || isOnlySpeaker) && <ViewLinks by="speaker" value={id} name={actor.label} />}
    </>
  );
}
