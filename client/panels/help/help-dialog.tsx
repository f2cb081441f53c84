import { useServices } from '../page-context.ts';
import { AboutSite } from './about-site.tsx';
import { HelpFrame } from './help-frame.tsx';

const UNDO_WORDS = 'Among documents, changes and proposals: take back the last change of the data';
const KEYS: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['/', 'Ctrl K'], 'Search'],
  [['Enter'], 'Open the chosen suggestion, or the first'],
  [['Esc'], 'One step back: out of the document, the list, the selection'],
  [['E'], 'Show more neighbours of the selected actor; a double click on it does the same'],
  [['Ctrl Z'], 'In the network: take back the last drag, Run or Reset, else the neighbours shown last'],
  [['Ctrl Z'], UNDO_WORDS],
  [['Ctrl Z'], 'With the case file open: take back its last change, where nothing else was done since'],
  [['F'], 'Open or close the filter'],
  [['↑', '↓', '→', '←'], 'In Explore: move between rows, open and close them; letters look for a name'],
  [
    [',', '.'],
    'In the timeline: a step back, a step on; on a handle arrows move it, with Shift both, Esc shows all of time',
  ],
  [['Home', 'End'], 'In Explore: the first and the last row'],
  [['?'], 'Show this help; in a review, the keys of the review'],
];

const MARKS: readonly (readonly [mark: string, words: string])[] = [
  ['Size of a circle', 'How many claims are about the actor, or what the legend sizes by'],
  ['Colour and sign', 'What kind of actor it is, or what the legend colours by; it names them'],
  ['Line', 'What is claimed of one actor towards another; the arrow points from subject to object'],
  ['Colour of a line', 'Its stance: positive, neutral or negative'],
  ['Lighter line of dashes', 'Only planned, or planned and hypothetical'],
  ['Lighter line of dots', 'Only hypothetical'],
  ['✕ on a line', 'Denied by someone'],
  ['≠ on a line', 'Disputed: claims contradict one another. Both are kept; the page takes no side'],
  ['Number on a line', 'Relations that are drawn as one'],
  [
    'Bars of the timeline',
    'Claims by stance: positive is solid, neutral dotted, negative striped; lines below are vague dates',
  ],
  ['Our digest', 'The sentence is our own retelling of a report, not the report’s words'],
  ['Origins', 'Near-equal sentences by one speaker count as one origin'],
];

/** Keys, and what the marks mean. */
export function HelpDialog({
  onClose,
  onTour,
}: {
  readonly onClose: () => void;
  /** Called when the dialog is closed and the focus is back where it was. */
  readonly onTour: () => void;
}) {
  const { site } = useServices();
  // Nothing is changed on a published site.
  const keys = site === null ? KEYS : KEYS.filter(([, words]) => words !== UNDO_WORDS);
  return (
    <HelpFrame title="Help" onClose={onClose}>
      <h3>Keys</h3>
      <dl>
        {keys.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <h3>Marks</h3>
      <dl>
        {MARKS.map(([mark, words]) => (
          <div key={mark}>
            <dt>{mark}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        Drag a circle to pin it, marked by a small pin; Ctrl Z or Reset lets it go. Everything the network
        shows is in the Table tab too, by keyboard alone.
      </p>
      <p>
        <button
          type="button"
          className="button"
          onClick={({ currentTarget }) => {
            currentTarget.closest('dialog')?.close();
            onTour();
          }}
        >
          Show the tour again
        </button>
      </p>
      <AboutSite />
    </HelpFrame>
  );
}
