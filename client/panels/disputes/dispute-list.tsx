import type { DisputesAnswer } from '../../../graph-data/contract/questions.ts';
import { disputesRequest, tableRequest } from '../../api/question-requests.ts';
import { NothingLeft } from '../evidence/nothing-left.tsx';
import { TableLink } from '../export/table-link.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { usePage } from '../page-context.ts';
import { ShowPair, toPairWords } from '../questions/show-pair.tsx';
import { SideClaim } from '../questions/side-claim.tsx';
import { usePages } from '../use-pages.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { toSideWords, toVoicesWords } from './dispute-words.ts';

type Item = DisputesAnswer['items'][number];

/** Everything that is disputed, best supported on both sides first, each with both sides. It takes no side. */
export function DisputeList() {
  const lens = usePage((state) => state.page.lens);
  const request = disputesRequest(lens);
  const pages = usePages<Item>(request);
  const answer = pages.value as DisputesAnswer | undefined;
  return (
    <section className="question-answer" aria-labelledby="disputes-heading">
      <h2 id="disputes-heading">Who disagrees</h2>
      <p className="quiet">
        What is said of a pair of actors, and what others say instead. Those come first that most independent
        origins stand behind on their weaker side. Both sides are kept; neither is judged.
      </p>
      {pages.isWaiting && <Waiting what="the disputes" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {answer && answer.found === 0 && <NothingLeft what="Nothing is disputed" />}
      {answer && answer.found > 0 && (
        <>
          <div className="question-found">
            <p className="question-count" role="status">
              {answer.found === answer.all
                ? toCountWords(answer.all, 'dispute')
                : `${toNumberWords(answer.found)} of ${toCountWords(answer.all, 'dispute')} under the present lens`}
            </p>
            <TableLink request={tableRequest('disputes', lens)} what="all claims of all these disputes" />
          </div>
          <ol className="dispute-list">
            {pages.items.map((item) => (
              <li key={item.relations.join(' ')}>
                <DisputeItem item={item} />
              </li>
            ))}
          </ol>
        </>
      )}
      <LoadMore pages={pages} what="disputes" />
    </section>
  );
}

function DisputeItem({ item }: { readonly item: Item }) {
  const { pair, sides } = item;
  return (
    <article className="dispute-item" aria-label={toPairWords(pair)}>
      <header className="dispute-head">
        <h3>{toPairWords(pair)}</h3>
        <ShowPair pair={pair} />
      </header>
      <div className="two-sides">
        {sides.map((side, index) => (
          <section key={side.ids[0] ?? index} className="one-side">
            <h4>{index === 0 ? 'One side' : 'The other side'}</h4>
            <p className="quiet">
              {toSideWords(side)} {toVoicesWords(side)}
            </p>
            {side.first.map((claim) => (
              <SideClaim key={claim.id} claim={claim} />
            ))}
            {side.claims > side.first.length && (
              <p className="quiet">and {toCountWords(side.claims - side.first.length, 'more claim')}</p>
            )}
          </section>
        ))}
      </div>
    </article>
  );
}
