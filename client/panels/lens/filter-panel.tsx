import type { FacetAnswer, FacetsAnswer } from '../../../graph-data/contract/answers.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { isSameLens, withLens } from '../../state/page-transitions.ts';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { KIND_WORDS, MODALITY_WORDS, OWN_VOICE_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { toShareWords } from '../words/count-words.ts';
import { HearsayChoice } from '../speakers/hearsay-choice.tsx';
import { ChoiceSection } from './choice-section.tsx';
import { DatesSection } from './dates-section.tsx';
import { FacetSection } from './facet-section.tsx';
import { useFacets } from './use-facets.ts';

/** Types before "Show all". */
const FIRST_TYPES = 8;

/** Every condition of the lens, each value with the claims it would leave. The lens itself stands in the address alone. */
export function FilterPanel({ onClose }: { readonly onClose: () => void }) {
  const change = useChangePage();
  const isCut = usePage((state) => !isSameLens(state.page.lens, DEFAULT_LENS));
  const facets = useFacets();
  const meta = facets.value?.meta;
  return (
    <>
      <PanelHeader place="filters" title="Filter" onClose={onClose} />
      <div className="facet-share">
        <span>{meta && toShareWords(meta.shown.claims, meta.total.claims, 'claims left')}</span>
        <button
          type="button"
          className="link-button"
          aria-disabled={!isCut}
          onClick={() => change((page) => withLens(page, DEFAULT_LENS))}
        >
          Clear all
        </button>
      </div>
      <div className="panel-body facets">
        {facets.value === undefined && facets.isWaiting && <Waiting what="the counts" />}
        {facets.problem && <ProblemNote problem={facets.problem} onRetry={facets.retry} />}
        {facets.value && <Sections all={facets.value} />}
      </div>
    </>
  );
}

type Value = FacetAnswer['values'][number];

const toSpeakerWords = ({ value, label }: Value): string =>
  value === 'none' ? OWN_VOICE_WORDS.replace(/^t/, 'T') : label;

function Sections({ all }: { readonly all: FacetsAnswer }) {
  return (
    <>
      <FacetSection
        all={all}
        facet="speaker"
        list="speakers"
        title="Who says it"
        one="speaker"
        toWords={toSpeakerWords}
      />
      <HearsayChoice />
      <FacetSection all={all} facet="type" list="types" title="Relation" most={FIRST_TYPES} />
      <FacetSection
        all={all}
        facet="stance"
        list="stances"
        title="Stance"
        toWords={({ value }) => STANCE_WORDS[value as keyof typeof STANCE_WORDS]}
      />
      <FacetSection
        all={all}
        facet="modality"
        list="modalities"
        title="How it is said"
        toWords={({ value }) => MODALITY_WORDS[value as keyof typeof MODALITY_WORDS]}
      />
      <FacetSection
        all={all}
        facet="kind"
        list="kinds"
        title="Between actors of these kinds"
        toWords={({ value }) => KIND_WORDS[value as keyof typeof KIND_WORDS].many}
      />
      <DatesSection all={all} />
      <FacetSection all={all} facet="publisher" list="publishers" title="Publisher" one="publisher" />
      <FacetSection all={all} facet="document" list="documents" title="Document" one="document" />
      <LeastSection all={all} name="minClaims" title="Claims a relation has" />
      <LeastSection all={all} name="minOrigins" title="Independent origins a relation has" />
    </>
  );
}

function LeastSection({
  all,
  name,
  title,
}: {
  readonly all: FacetsAnswer;
  readonly name: 'minClaims' | 'minOrigins';
  readonly title: string;
}) {
  const change = useChangePage();
  const least = usePage((state) => state.page.lens[name]);
  const answer = all.facets.find(({ facet }) => facet === name);
  if (answer === undefined) return null;
  return (
    <ChoiceSection
      title={title}
      chosen={String(least)}
      of={answer.claims}
      choices={answer.values.map(({ value, claims }) => ({
        value,
        words: value === '1' ? 'Any number' : `${value} or more`,
        claims,
      }))}
      onChoose={(value) => change((page) => withLens(page, { ...page.lens, [name]: Number(value) }))}
    />
  );
}
