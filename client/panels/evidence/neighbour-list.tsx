import type { NeighbourRelation, NeighboursAnswer } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { neighboursRequest } from '../../api/requests.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { toPairSelection } from '../../state/selection.ts';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage, useVocabulary } from '../page-context.ts';
import { usePages } from '../use-pages.ts';
import { toCountWords } from '../words/count-words.ts';
import { toArrow, toMoreRelationsWords, toSpeakersWords, toTypeWords } from '../words/relation-words.ts';
import { ActorMark } from './actor-mark.tsx';
import { NothingLeft } from './nothing-left.tsx';
import { DisputedMark } from './stance-word.tsx';

/** Neighbours listed at once; the rest a page at a time. */
const LISTED = 50;

interface NeighbourListProps {
  readonly id: ActorId;
  readonly name: string;
  /** How many there are under the lens. */
  readonly count: number;
}

/** Everyone the actor is tied to, most claims first; choosing one opens what ties them. */
export function NeighbourList({ id, name, count }: NeighbourListProps) {
  const lens = usePage((state) => state.page.lens);
  const pages = usePages<NeighboursAnswer['items'][number]>(neighboursRequest(id, lens, LISTED));
  return (
    <section className="neighbours" aria-labelledby="neighbours-heading">
      <h3 id="neighbours-heading">{toCountWords(count, 'neighbour')}</h3>
      {pages.isWaiting && <Waiting what="neighbours" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {pages.value && pages.items.length === 0 && <NothingLeft what={`Nobody is tied to ${name}`} />}
      <ul className="rows">
        {pages.items.map((item) => (
          <NeighbourRow key={item.actor.id} item={item} from={id} />
        ))}
      </ul>
      <LoadMore pages={pages} what="neighbours" />
    </section>
  );
}

function NeighbourRow({
  item,
  from,
}: {
  readonly item: NeighboursAnswer['items'][number];
  readonly from: ActorId;
}) {
  const change = useChangePage();
  const more = toMoreRelationsWords(item.relations.length, item.relationCount);
  return (
    <li className="row">
      <button
        type="button"
        className="row-button"
        onClick={() => change((page) => withSelection(page, toPairSelection(from, item.actor.id as ActorId)))}
      >
        <span className="row-head">
          <ActorMark kind={item.actor.kind} />
          <span className="row-name">{item.actor.label}</span>
          {item.disputed && <DisputedMark />}
          <span className="row-count">{toCountWords(item.claims, 'claim')}</span>
        </span>
        {item.relations.map((relation) => (
          <RelationWords key={relation.id} relation={relation} />
        ))}
        {more && (
          <span className="row-line quiet">
            <span className="arrow" aria-hidden="true" />
            {more}
          </span>
        )}
      </button>
    </li>
  );
}

/** "→ befriends: friend, trusts · says Steve Witkoff". */
function RelationWords({ relation }: { readonly relation: NeighbourRelation }) {
  const vocabulary = useVocabulary();
  const speakers = toSpeakersWords(
    relation.speakers.map((speaker) => speaker?.label ?? null),
    relation.speakerCount,
  );
  return (
    <span className="row-line">
      <span className={`arrow stance-${relation.stance}`} aria-hidden="true">
        {toArrow(relation.direction)}
      </span>
      <span>
        <span className="type">{toTypeWords(vocabulary, relation.type, relation.direction)}</span>:{' '}
        {relation.labels.join(', ')} <span className="quiet">· {speakers}</span>
      </span>
    </span>
  );
}
