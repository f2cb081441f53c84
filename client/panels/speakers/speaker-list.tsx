import type { SpeakersAnswer } from '../../../graph-data/contract/questions-paths.ts';
import { speakersRequest, tableRequest } from '../../api/question-requests.ts';
import { withLens, withTab } from '../../state/page-transitions.ts';
import { ActorLink } from '../evidence/actor-link.tsx';
import { NothingLeft } from '../evidence/nothing-left.tsx';
import { TableLink } from '../export/table-link.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { ViewLinks } from '../questions/view-links.tsx';
import { usePages } from '../use-pages.ts';
import { OWN_VOICE_WORDS } from '../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { toSpeakerWords } from '../words/relation-words.ts';
import { HearsayChoice } from './hearsay-choice.tsx';
import { withChain } from './hearsay.ts';

type Item = SpeakersAnswer['items'][number];

const OWN_VOICE = OWN_VOICE_WORDS.replace(/^t/, 'T');
/** Ways of hearsay a row names. */
const MOST_CHAINS = 4;

/** Who speaks: how much, about whom, where, and through whom. */
export function SpeakerList() {
  const lens = usePage((state) => state.page.lens);
  const pages = usePages<Item>(speakersRequest(lens));
  return (
    <section className="question-answer" aria-labelledby="speakers-heading">
      <h2 id="speakers-heading">Who speaks</h2>
      <p className="quiet">
        How far each voice reaches: what it says, what is said about it, and where others hand its words on.
      </p>
      <div className="question-found">
        <HearsayChoice />
        {pages.items.length > 0 && <TableLink request={tableRequest('speakers', lens)} what="all speakers" />}
      </div>
      {pages.isWaiting && <Waiting what="the speakers" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {pages.value && pages.items.length === 0 && <NothingLeft what="Nobody speaks" />}
      {pages.items.length > 0 && (
        <div className="reach-scroll">
          <table className="reach-table" role="table">
            <caption className="visually-hidden">Speakers, most claims first</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  Speaker
                </th>
                <th scope="col" role="columnheader" className="cell-number">
                  Says
                </th>
                <th scope="col" role="columnheader" className="cell-number">
                  Said about
                </th>
                <th scope="col" role="columnheader" className="cell-number">
                  Documents
                </th>
                <th scope="col" role="columnheader" className="cell-number">
                  Publishers
                </th>
                <th scope="col" role="columnheader" className="cell-number">
                  Handed on
                </th>
                <th scope="col" role="columnheader">
                  Through whom, and whom it quotes
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {pages.items.map((item) => (
                <SpeakerRow key={item.speaker?.id ?? ''} item={item} most={pages.items[0]?.claims ?? 1} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LoadMore pages={pages} what="speakers" />
    </section>
  );
}

function SpeakerRow({ item, most }: { readonly item: Item; readonly most: number }) {
  const { speaker, claims, about, aboutItself, documents, publishers, heard } = item;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {speaker === null ? OWN_VOICE : <ActorLink actor={speaker} />}
        <ViewLinks
          isSmall
          by="speaker"
          value={speaker?.id ?? 'none'}
          name={speaker === null ? OWN_VOICE_WORDS : speaker.label}
        />
      </th>
      <td role="cell" className="cell-number" data-name="Says">
        {toNumberWords(claims)}
        <svg className="share-bar" viewBox="0 0 60 4" width="60" height="4" aria-hidden="true">
          <rect className="share-here" width={(60 * claims) / Math.max(1, most)} height="4" rx="1" />
        </svg>
      </td>
      <td role="cell" className="cell-number" data-name="Said about">
        {toNumberWords(about)}
        {aboutItself > 0 && <span className="quiet cell-note"> {toNumberWords(aboutItself)} by itself</span>}
      </td>
      <td role="cell" className="cell-number" data-name="Documents">
        {toNumberWords(documents)}
      </td>
      <td role="cell" className="cell-number" data-name="Publishers">
        {toNumberWords(publishers)}
      </td>
      <td role="cell" className="cell-number" data-name="Handed on">
        {toNumberWords(heard)}
      </td>
      <td role="cell">
        <Chains item={item} />
      </td>
    </tr>
  );
}

/** The ways its words came, or the words of others through it: each leaves its claims when chosen. */
function Chains({ item: { chains, chainCount } }: { readonly item: Item }) {
  const change = useChangePage();
  const shown = chains.slice(0, MOST_CHAINS);
  if (shown.length === 0) return <span className="quiet">nothing handed on</span>;
  return (
    <ul className="chains">
      {shown.map(({ speakers, claims }) => {
        const [outer, ...inner] = speakers;
        const words = toSpeakerWords(
          outer ?? null,
          inner.filter((voice) => voice !== null),
        );
        return (
          <li key={words}>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                change((page) => withTab(withLens(page, withChain(page.lens, speakers)), 'network'))
              }
            >
              {words}
            </button>{' '}
            <span className="quiet">{toCountWords(claims, 'claim')}</span>
          </li>
        );
      })}
      {chainCount > shown.length && (
        <li className="quiet">and {toNumberWords(chainCount - shown.length)} more</li>
      )}
    </ul>
  );
}
