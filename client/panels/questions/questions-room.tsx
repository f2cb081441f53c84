import type { ReactNode } from 'react';
import type { Question } from '../../state/page-state.ts';
import { QUESTIONS } from '../../state/page-state.ts';
import { withView } from '../../state/page-transitions.ts';
import { CompareView } from '../compare/compare-view.tsx';
import { DisputeList } from '../disputes/dispute-list.tsx';
import { TabList } from '../frame/tab-list.tsx';
import { useChangePage } from '../page-context.ts';
import { PathsLink } from '../paths/paths-link.tsx';
import { PublisherList } from '../speakers/publisher-list.tsx';
import { SpeakerList } from '../speakers/speaker-list.tsx';

const WORDS: Readonly<Record<Question, string>> = {
  compare: 'Compare',
  disputes: 'Disputes',
  speakers: 'Speakers',
  publishers: 'Publishers',
};

const ANSWERS: Readonly<Record<Question, () => ReactNode>> = {
  compare: CompareView,
  disputes: DisputeList,
  speakers: SpeakerList,
  publishers: PublisherList,
};

/** What one asks of the whole dataset under the lens: whose view, who disagrees, who speaks. */
export function QuestionsRoom({ question }: { readonly question: Question }) {
  const change = useChangePage();
  const Answer = ANSWERS[question];
  return (
    <div className="questions">
      <TabList
        label="Questions"
        tabs={QUESTIONS.map((id) => ({ id, words: WORDS[id] }))}
        chosen={question}
        controls="question"
        onChoose={(chosen) => change((page) => withView(page, chosen))}
      />
      <p className="questions-paths">
        <PathsLink actors={[]}>How are two actors connected?</PathsLink>
      </p>
      <div
        id="question"
        className="question-body"
        role="tabpanel"
        aria-labelledby={`tab-${question}`}
        tabIndex={-1}
      >
        <Answer key={question} />
      </div>
    </div>
  );
}
