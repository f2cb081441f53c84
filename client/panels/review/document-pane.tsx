import type { ActorRef, ClaimAnswer, DocumentDetail } from '../../../graph-data/contract/answers.ts';
import { Quote } from '../evidence/quote.tsx';
import { Icon } from '../frame/icon.tsx';
import type { TextRange } from './find-words.ts';
import { ReviewText } from './review-text.tsx';
import { useMentions } from './use-mentions.ts';

interface DocumentPaneProps {
  readonly document: DocumentDetail;
  readonly claims: readonly ClaimAnswer[];
  readonly current: ClaimAnswer | undefined;
  readonly actors: readonly ActorRef[];
  readonly marked: TextRange | null;
  /** Changes when the pane comes into view on a narrow screen. */
  readonly pane: string;
  readonly onChoose: (claim: string) => void;
  readonly onMark: (range: TextRange | null) => void;
  readonly onAdd: () => void;
}

/** The document at the left, or where its text may not be shown, the sentences of its claims. */
export function DocumentPane(props: DocumentPaneProps) {
  const { document, claims, current, actors, marked, pane, onChoose, onMark, onAdd } = props;
  const mentions = useMentions(document.text ?? '', actors);
  if (document.text === null) {
    return (
      <section className="review-document" aria-label="Document" tabIndex={0}>
        <p className="no-text">
          {document.hasText
            ? `The whole text is not shown here: its licence (${document.licence}) does not allow it.`
            : 'The text of this document is not here.'}
        </p>
        {current && <Quote evidence={current.evidence} />}
      </section>
    );
  }
  const { text } = document;
  return (
    <section className="review-document" aria-label="Document" tabIndex={0}>
      <ReviewText
        text={text}
        claims={claims}
        current={current}
        mentions={mentions}
        pane={pane}
        onChoose={onChoose}
        onSelect={(range) => onMark(range ?? null)}
      />
      {marked !== null && (
        <p className="marked-words" role="status">
          <span className="marked-quote">“{toShort(text.slice(marked.start, marked.end))}”</span>
          <button
            type="button"
            className="button button-main"
            aria-keyshortcuts="m"
            onPointerDown={(event) => event.preventDefault() /* the marked stretch stays so */}
            onClick={onAdd}
          >
            <Icon name="plus" />
            Add a claim on this
            <kbd aria-hidden="true">m</kbd>
          </button>
        </p>
      )}
    </section>
  );
}

const LONGEST_SHOWN = 80;

function toShort(words: string): string {
  return words.length <= LONGEST_SHOWN ? words : `${words.slice(0, LONGEST_SHOWN).trimEnd()}…`;
}
