import type { PublishersAnswer } from '../../../graph-data/contract/questions-paths.ts';
import { publishersRequest, tableRequest } from '../../api/question-requests.ts';
import { ActorLink } from '../evidence/actor-link.tsx';
import { NothingLeft } from '../evidence/nothing-left.tsx';
import { TableLink } from '../export/table-link.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { usePage } from '../page-context.ts';
import { ViewLinks } from '../questions/view-links.tsx';
import { usePages } from '../use-pages.ts';
import { OWN_VOICE_WORDS } from '../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { ShareBars } from './share-bars.tsx';
import { toPercentWords } from './percent-words.ts';

type Item = PublishersAnswer['items'][number];

const OWN_VOICE = OWN_VOICE_WORDS.replace(/^t/, 'T');
/** Speakers a publisher's habits are told by. */
const MOST_SPEAKERS = 6;

/** Whom each publisher lets speak, each share beside that of the whole. */
export function PublisherList() {
  const lens = usePage((state) => state.page.lens);
  const pages = usePages<Item>(publishersRequest(lens, MOST_SPEAKERS));
  const whole = (pages.value as PublishersAnswer | undefined)?.whole;
  return (
    <section className="question-answer" aria-labelledby="publishers-heading">
      <h2 id="publishers-heading">Whom publishers let speak</h2>
      <p className="quiet">
        The upper bar is a speaker’s share of what the publisher prints, the lower one the same speaker’s
        share of everything
        {whole && ` (${toCountWords(whole.claims, 'claim')} of ${toCountWords(whole.speakers, 'voice')})`}.
      </p>
      {pages.isWaiting && <Waiting what="the publishers" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {pages.value && pages.items.length === 0 && <NothingLeft what="Nothing is published" />}
      {pages.items.length > 0 && (
        <p>
          <TableLink
            request={tableRequest('publishers', lens)}
            what="all publishers with all their speakers"
          />
        </p>
      )}
      <ul className="publisher-list">
        {pages.items.map((item) => (
          <li key={item.publisher}>
            <PublisherItem item={item} />
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} what="publishers" />
    </section>
  );
}

function PublisherItem({ item }: { readonly item: Item }) {
  const { publisher, documents, claims, share, handedOn, speakers, speakerCount } = item;
  return (
    <article className="publisher" aria-label={publisher}>
      <h3>{publisher}</h3>
      <p className="quiet">
        {toCountWords(claims, 'claim')}, {toPercentWords(share)} of all, in{' '}
        {toCountWords(documents, 'document')}
        {handedOn > 0 && `; ${toNumberWords(handedOn)} handed on`}
      </p>
      <ViewLinks by="publisher" value={publisher} name={publisher} />
      <ul className="share-list">
        {speakers.map((row) => (
          <li key={row.speaker?.id ?? ''} className="share-row">
            <span className="share-name">
              {row.speaker === null ? OWN_VOICE : <ActorLink actor={row.speaker} />}
            </span>
            <ShareBars here={row.share} whole={row.wholeShare} />
            <span className="share-numbers">
              <strong>{toPercentWords(row.share)}</strong>{' '}
              <span className="quiet">
                ({toCountWords(row.claims, 'claim')}); {toPercentWords(row.wholeShare)} of the whole
              </span>
            </span>
          </li>
        ))}
      </ul>
      {speakerCount > speakers.length && (
        <p className="quiet">and {toCountWords(speakerCount - speakers.length, 'more voice')}</p>
      )}
    </article>
  );
}
