import type { ClaimAnswer, ClaimsAnswer } from '../../../graph-data/contract/answers.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { KINDS, MODALITIES, STANCES } from '../../state/closed-values.ts';
import { withLensValues } from '../../state/lens-changes.ts';
import { claimsRequest } from '../../api/requests.ts';
import { CompareLegend } from '../compare/compare-legend.tsx';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { SourceLine } from '../evidence/source-line.tsx';
import { DisputedMark, ModalityWord, StanceWord } from '../evidence/stance-word.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { Counts } from '../lens/counts.tsx';
import { toShownSentence } from '../lens/shown-words.ts';
import { usePage, useServices } from '../page-context.ts';
import { SiteContact } from '../site/site-foot.tsx';
import { useAnswers } from '../use-answer.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { toDateWords } from '../words/date-words.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import type { EmbedSources } from './embed-sources.ts';
import { toSourceLens, useSources } from './embed-sources.ts';
import { FullViewLink } from './full-view-link.tsx';
import { useShownWords } from './use-shown-words.ts';

interface EmbedAboutProps {
  readonly loaded: LoadedNetwork;
  readonly onClose: () => void;
}

/** What the picture is of, what it is drawn from, and what its marks mean. */
export function EmbedAbout({ loaded, onClose }: EmbedAboutProps) {
  const notices = usePage((state) => state.notices);
  const { site } = useServices();
  const shown = useShownWords();
  const { sources, isWaiting, problem, retry } = useSources();
  return (
    <>
      <PanelHeader place="about" title="About this picture" onClose={onClose} />
      <div className="panel-body embed-about">
        {notices.map(({ id, text }) => (
          <p key={id} className="embed-note">
            {text}
          </p>
        ))}
        <p>
          Every line is a claim that someone makes; choose one to read the sentence that states it.{' '}
          {toShownSentence(shown, 'No lens: everything is shown.')}
        </p>
        <Counts />
        {isWaiting && <Waiting what="sources" />}
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {sources && <Sources sources={sources} />}
        <Key isCompared={loaded.compared !== null} />
        <p className="quiet">
          Version {loaded.meta.version} of the data
          {site === null ? '.' : `, published ${toDateWords(site.manifest.publishedOn)}. `}
          {site !== null && <SiteContact manifest={site.manifest} />}
        </p>
        <p>
          <FullViewLink>Open in Onrecord</FullViewLink>
        </p>
      </div>
    </>
  );
}

function Sources({ sources }: { readonly sources: EmbedSources }) {
  const { publishers, publisherCount, documents, documentCount } = sources;
  return (
    <section aria-labelledby="embed-sources">
      <h3 id="embed-sources">
        Sources: {toCountWords(documentCount, 'document')} of {toCountWords(publisherCount, 'publisher')}
      </h3>
      <ul className="rows">
        {publishers.map(({ value, label, claims }) => (
          <li key={value} className="row embed-source">
            <span className="row-head">
              <span className="row-name">{label}</span>
              <span className="row-count">{toCountWords(claims, 'claim')}</span>
            </span>
          </li>
        ))}
      </ul>
      <Rest shown={publishers.length} all={publisherCount} what="publisher" />
      <Documents documents={documents} />
      <Rest shown={documents.length} all={documentCount} what="document" />
    </section>
  );
}

/** The documents by one claim of each: it says all there is to say of its document. */
function Documents({ documents }: Pick<EmbedSources, 'documents'>) {
  const own = usePage((state) => state.page.lens);
  const comparison = usePage((state) => state.page.comparison);
  const lens = toSourceLens(own, comparison);
  const { value, isWaiting, problem, retry } = useAnswers<ClaimsAnswer>(
    documents.map((document) =>
      claimsRequest(withLensValues(lens, 'documents', [document.value as DocumentId]), [['limit', '1']]),
    ),
  );
  const claims: readonly (ClaimAnswer | undefined)[] = (value ?? []).map(({ items }) => items[0]);
  if (isWaiting && documents.length > 0) return <Waiting what="documents" />;
  if (problem) return <ProblemNote problem={problem} onRetry={retry} />;
  return (
    <ul className="rows">
      {documents.map((document, place) => {
        const claim = claims[place];
        return (
          <li key={document.value} className="row embed-source">
            <div className="row-head">
              {claim ? <SourceLine document={claim.document} /> : document.label}
              <span className="row-count">{toCountWords(document.claims, 'claim')}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Rest({ shown, all, what }: { readonly shown: number; readonly all: number; readonly what: string }) {
  if (all <= shown) return null;
  return (
    <p className="quiet">
      {toNumberWords(shown)} of {toCountWords(all, what)}: those with most claims.
    </p>
  );
}

function Key({ isCompared }: { readonly isCompared: boolean }) {
  return (
    <section aria-labelledby="embed-key">
      <h3 id="embed-key">What the marks mean</h3>
      <ul className="embed-key">
        {KINDS.map((kind) => (
          <li key={kind}>
            <ActorMark kind={kind} /> {KIND_WORDS[kind].one}
          </li>
        ))}
      </ul>
      {isCompared ? (
        <CompareLegend />
      ) : (
        <ul className="embed-key">
          {STANCES.map((stance) => (
            <li key={stance}>
              <StanceWord stance={stance} />
            </li>
          ))}
          {MODALITIES.filter((modality) => modality !== 'asserted').map((modality) => (
            <li key={modality}>
              <ModalityWord modality={modality} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <DisputedMark />: claims that contradict one another; both are kept.
      </p>
    </section>
  );
}
