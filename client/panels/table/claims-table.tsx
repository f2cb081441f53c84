import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { LONGEST_PAGE, claimsRequest } from '../../api/requests.ts';
import { withClaim, withSelection } from '../../state/page-transitions.ts';
import { NOTHING } from '../../state/selection.ts';
import { Quote } from '../evidence/quote.tsx';
import { ModalityWord, StanceWord } from '../evidence/stance-word.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage, useVocabulary } from '../page-context.ts';
import { usePages } from '../use-pages.ts';
import { DIGEST_WORDS } from '../words/closed-words.ts';
import { toDateWords } from '../words/date-words.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toSpeakerWords, toTypeWords } from '../words/relation-words.ts';
import type { DataColumn } from './data-table.tsx';
import { DataTable } from './data-table.tsx';

function toColumns(vocabulary: Vocabulary): readonly DataColumn<ClaimAnswer>[] {
  return [
    { id: 'subject', title: 'Subject', valueOf: (claim) => claim.subject.label, isName: true },
    {
      id: 'type',
      title: 'Relation',
      valueOf: (claim) => toTypeWords(vocabulary, claim.type, 'out'),
      isName: true,
    },
    { id: 'object', title: 'Object', valueOf: (claim) => claim.object.label, isName: true },
    { id: 'label', title: 'Label', valueOf: (claim) => claim.label },
    {
      id: 'sentence',
      title: 'Sentence',
      valueOf: (claim) => claim.evidence.sentence,
      show: (claim) => (
        <>
          <Quote evidence={claim.evidence} />
          {claim.document.kind === 'digest' && <p className="digest-note">{DIGEST_WORDS}</p>}
        </>
      ),
    },
    { id: 'speaker', title: 'Speaker', valueOf: (claim) => toSpeakerWords(claim.speaker, claim.via) },
    { id: 'document', title: 'Document', valueOf: (claim) => claim.document.title },
    {
      id: 'stance',
      title: 'Stance',
      valueOf: (claim) => claim.stance,
      show: (claim) => <StanceWord stance={claim.stance} />,
    },
    {
      id: 'modality',
      title: 'Modality',
      valueOf: (claim) => claim.modality,
      show: (claim) => <ModalityWord modality={claim.modality} />,
    },
    {
      id: 'said',
      title: 'Said',
      valueOf: (claim) => claim.saidOn,
      show: (claim) => claim.saidOn !== null && toDateWords(claim.saidOn),
    },
    {
      id: 'happened',
      title: 'Happened',
      valueOf: (claim) => claim.happenedOn,
      show: (claim) => claim.happenedOn !== null && toDateWords(claim.happenedOn),
    },
  ];
}

/** The claims under the lens with their sentences, 500 at a time; choosing a row opens the claim in its pair's card. */
export function ClaimsTable() {
  const change = useChangePage();
  const lens = usePage((state) => state.page.lens);
  const selection = usePage((state) => state.page.selection);
  const front = usePage((state) => state.page.claim);
  const vocabulary = useVocabulary();
  const pages = usePages<ClaimAnswer>(claimsRequest(lens, [['limit', String(LONGEST_PAGE)]]));
  const relation = selection.kind === 'pair' ? selection.relation : null;
  const selected = new Set(
    front !== null ? [front] : pages.items.filter((claim) => claim.relation === relation).map(({ id }) => id),
  );
  if (pages.isWaiting) return <Waiting what="claims" />;
  if (pages.problem) return <ProblemNote problem={pages.problem} onRetry={pages.retry} />;
  return (
    <>
      {pages.loadMore !== undefined && <p className="quiet">Sorting is among the claims that are here.</p>}
      <LoadMore pages={pages} what="claims" />
      <DataTable
        label="Claims"
        columns={toColumns(vocabulary)}
        rows={pages.items}
        selected={selected}
        onChoose={(claim) =>
          change((page) => (claim === null ? withSelection(page, NOTHING) : withClaim(page, claim)))
        }
      />
    </>
  );
}
