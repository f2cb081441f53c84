import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ClaimId, DocumentId } from '../../../graph-data/model/ids.ts';
import { withReviewed, withView } from '../../state/page-transitions.ts';
import { hasInput } from '../frame/input-modality.ts';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage, useVocabulary } from '../page-context.ts';
import { toNumberWords } from '../words/count-words.ts';
import { AddForm } from './add-form.tsx';
import { CurrentClaim } from './current-claim.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DocumentPane } from './document-pane.tsx';
import { EditForm } from './edit-form.tsx';
import type { TextRange } from './find-words.ts';
import { keepKeysPreference, readKeysPreference } from './keys-preference.ts';
import { MergeForm } from './merge-form.tsx';
import { QueueList } from './queue-list.tsx';
import { ReviewEnd } from './review-end.tsx';
import { ReviewHead } from './review-head.tsx';
import { ReviewHelp } from './review-help.tsx';
import type { ReviewAct } from './review-keys.ts';
import type { Likeness } from './review-session.ts';
import { findCurrent, findOfSentence, toQueue } from './review-state.ts';
import { toSpokenWords } from './review-words.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useReviewSession } from './use-review-session.ts';

type OpenForm = 'edit' | 'same' | 'add';

const DIAL_STEP = 0.1;
/** The address follows the claim in front when the reviewer rests on it. */
const REST_MS = 600;

/** What a reader may do who may not write. */
const READ_ACTS: ReadonlySet<ReviewAct> = new Set(['next', 'previous', 'more', 'surer', 'help']);

/** The proposals of a document, to be decided on: the text at the left, the claim in front and the queue at the right. */
export function ReviewScreen({ document: id }: { readonly document: DocumentId }) {
  const [session, state] = useReviewSession(id);
  const change = useChangePage();
  const vocabulary = useVocabulary();
  const canWrite = usePage((page) => page.session?.canWrite !== false);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [areKeysOn, setAreKeysOn] = useState(() => readKeysPreference(() => localStorage));
  const [marked, setMarked] = useState<TextRange | null>(null);
  const [pane, setPane] = useState<'claim' | 'text'>('claim');
  const heading = useRef<HTMLHeadingElement>(null);
  const { document, review, likenesses, problem, unsent, said, waiting } = state;
  const queue = useMemo(() => toQueue(review), [review]);
  const marks = useMemo(() => toQueue({ ...review, filter: 'all' }), [review]);
  const current = findCurrent(review);
  const text = document?.text ?? null;
  const nearby = useMemo(() => toActors(review.claims), [review.claims]);
  const choose = useCallback((claim: string) => session.choose(claim), [session]);
  const ofClaim = current === undefined || !canWrite ? [] : findLikenesses(likenesses, current);

  const onAct = (act: ReviewAct): void => {
    if (!canWrite && !READ_ACTS.has(act)) return;
    const { threshold } = session.store.getState().review;
    const asked = ofClaim[0];
    const acts: Readonly<Record<ReviewAct, () => void>> = {
      accept: () => session.decide('accepted'),
      reject: () => session.decide('rejected'),
      acceptSentence: () => session.acceptSentence(),
      flip: () => session.flip(),
      edit: () => current && setForm('edit'),
      same: () => current && setForm('same'),
      distinct: () => asked && void session.distinguish(asked),
      add: () => text !== null && setForm('add'),
      next: () => session.move(1),
      previous: () => session.move(-1),
      undo: () => session.undo(),
      more: () => session.turnDial(threshold - DIAL_STEP),
      surer: () => session.turnDial(threshold + DIAL_STEP),
      help: () => setIsHelpOpen(true),
    };
    acts[act]();
  };
  useReviewKeys(form === null && document !== null, areKeysOn, onAct);

  // The focus is never lost: what had it may be gone with its claim, its form or its queue.
  const front = current?.id ?? null;
  useEffect(() => {
    const isLost =
      window.document.activeElement === null || window.document.activeElement === window.document.body;
    if (form === null && isLost && hasInput(window.document)) heading.current?.focus({ preventScroll: true });
  }, [front, form]);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' }); // newer browsers answer a promise, which is no clean-up
  }, [front, form]);
  useEffect(() => {
    if (front === null) return;
    const timer = setTimeout(() => change((page) => withReviewed(page, front as ClaimId)), REST_MS);
    return () => clearTimeout(timer);
  }, [front, change]);

  if (document === null) {
    return (
      <div className="review review-empty">
        {problem === null ? (
          <Waiting what="the review" />
        ) : (
          <ProblemNote problem={problem} onRetry={() => void session.load()}>
            <button
              type="button"
              className="button"
              onClick={() => change((page) => withView(page, 'documents'))}
            >
              All documents
            </button>
          </ProblemNote>
        )}
      </div>
    );
  }
  const closeForm = (): void => {
    setForm(null);
    heading.current?.focus({ preventScroll: true });
  };
  const place = `${toNumberWords(queue.findIndex(({ id: one }) => one === front) + 1)} of ${toNumberWords(queue.length)}`;
  return (
    <div className={`review review-show-${pane}`}>
      <ReviewHead
        document={document}
        review={review}
        isSaving={waiting > 0}
        onFilter={(filter) => session.filter(filter)}
        onThreshold={(threshold) => session.turnDial(threshold)}
        onLeave={() => change((page) => withView(page, 'documents'))}
        onHelp={() => setIsHelpOpen(true)}
      />
      <div className="review-panes" role="group" aria-label="Show">
        {(['claim', 'text'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={pane === one}
            onClick={() => setPane(one)}
          >
            {one === 'claim' ? 'Claim' : 'Document'}
          </button>
        ))}
      </div>
      <DocumentPane
        document={document}
        claims={marks}
        current={current}
        pane={pane}
        actors={nearby}
        marked={form === null && canWrite ? marked : null}
        onChoose={choose}
        onMark={setMarked}
        onAdd={() => {
          setPane('claim');
          setForm('add');
        }}
      />
      <div className="review-side">
        {problem && (
          <div className="review-problem">
            <ProblemNote problem={problem}>
              <p className="review-form-actions">
                {unsent.length > 0 && (
                  <button type="button" className="button button-main" onClick={() => session.sendAgain()}>
                    Send them again
                  </button>
                )}
                <button type="button" className="button" onClick={() => session.dismiss()}>
                  Dismiss
                </button>
              </p>
            </ProblemNote>
          </div>
        )}
        {form === 'add' && text !== null ? (
          <AddForm
            session={session}
            document={{ id, text }}
            marked={marked}
            nearby={nearby}
            onClose={closeForm}
          />
        ) : form === 'edit' && current ? (
          <EditForm key={current.id} session={session} claim={current} nearby={nearby} onClose={closeForm} />
        ) : form === 'same' && current ? (
          <MergeForm
            key={current.id}
            session={session}
            claim={current}
            likenesses={ofClaim}
            nearby={nearby}
            onClose={closeForm}
          />
        ) : current ? (
          <>
            <CurrentClaim
              claim={current}
              place={place}
              likenesses={ofClaim}
              version={state.version}
              heading={heading}
              onSame={() => setForm('same')}
              onDistinct={(likeness) => void session.distinguish(likeness)}
            />
            {canWrite ? (
              <DecisionBar
                ofSentence={findOfSentence(review).length}
                canUndo={review.steps.length > 0}
                canAdd={text !== null}
                onAct={onAct}
              />
            ) : (
              <p className="decision-bar">Who may only read decides on nothing: sign in as an editor.</p>
            )}
          </>
        ) : (
          <ReviewEnd
            document={id}
            review={review}
            heading={heading}
            canUndo={review.steps.length > 0}
            onUndo={() => session.undo()}
            onShowAll={() => session.filter('all')}
            onShowHidden={() => session.turnDial(0)}
            onAdd={text === null || !canWrite ? undefined : () => setForm('add')}
          />
        )}
        <QueueList queue={queue} current={front} onChoose={choose} />
      </div>
      <p className="visually-hidden" role="status">
        {said} {current ? `${place}: ${toSpokenWords(vocabulary, current)}` : 'The queue is empty.'}
      </p>
      {isHelpOpen && (
        <ReviewHelp
          areKeysOn={areKeysOn}
          onKeys={(areOn) => {
            setAreKeysOn(areOn);
            keepKeysPreference(() => localStorage, areOn);
          }}
          onClose={() => setIsHelpOpen(false)}
        />
      )}
    </div>
  );
}

/** The open questions about a claim's actors. */
function findLikenesses(
  likenesses: readonly Likeness[],
  { subject, object, speaker, via }: ClaimAnswer,
): readonly Likeness[] {
  const ids = new Set([subject, object, speaker, ...via].flatMap((actor) => actor?.id ?? []));
  return likenesses.filter(({ actor }) => ids.has(actor.id));
}

/** The actors of all claims, those of most claims first, each once. */
function toActors(claims: readonly ClaimAnswer[]): readonly ActorRef[] {
  const counts = new Map<string, { readonly actor: ActorRef; count: number }>();
  for (const { subject, object, speaker, via } of claims) {
    for (const actor of [subject, object, speaker, ...via]) {
      if (actor === null) continue;
      const known = counts.get(actor.id);
      if (known) known.count += 1;
      else counts.set(actor.id, { actor, count: 1 });
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).map(({ actor }) => actor);
}
