/** What single keys do on this screen, in the order the help lists it. */
export const REVIEW_KEYS = [
  { act: 'accept', keys: ['a'], words: 'Accept; the next one is in front at once' },
  { act: 'reject', keys: ['r'], words: 'Reject' },
  { act: 'acceptSentence', keys: ['A'], words: 'Accept all that waits of this sentence' },
  { act: 'flip', keys: ['f'], words: 'Flip the direction: subject and object change places' },
  {
    act: 'edit',
    keys: ['e'],
    words: 'Edit: subject, object, type, label, stance, modality, speaker. Enter saves and accepts',
  },
  { act: 'same', keys: ['s'], words: 'One of its actors is the same as one that is here' },
  { act: 'distinct', keys: ['n'], words: 'Not the same: answers the question about its actor' },
  {
    act: 'add',
    keys: ['m'],
    words: 'Add a missed claim: on the words marked in the text, or on words typed',
  },
  { act: 'next', keys: ['j', 'ArrowDown'], words: 'The next claim' },
  { act: 'previous', keys: ['k', 'ArrowUp'], words: 'The one before' },
  { act: 'undo', keys: ['z'], words: 'Take your last change back' },
  { act: 'more', keys: ['[', '-'], words: 'Show more proposals, less sure ones too' },
  { act: 'surer', keys: [']', '+'], words: 'Show fewer, surer ones' },
  { act: 'help', keys: ['?'], words: 'Show this help' },
] as const;

export type ReviewAct = (typeof REVIEW_KEYS)[number]['act'];

/** Held down, these go on; no other key does its work more than once. */
const REPEATED: ReadonlySet<ReviewAct> = new Set(['next', 'previous', 'more', 'surer']);

/** The parts of a key press that say what is meant. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/**
 * What a key press asks for; undefined where it asks for nothing here. Capitals are told by Shift, not by Caps Lock; with
 * Ctrl or ⌘ only Z means something, the same as alone.
 */
export function toReviewAct({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
  repeat,
}: KeyPress): ReviewAct | undefined {
  if (altKey) return undefined;
  const isLetter = /^[a-z]$/i.test(key);
  const meant = isLetter ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
  if ((ctrlKey || metaKey) && meant !== 'z') return undefined;
  const act = REVIEW_KEYS.find(({ keys }) => (keys as readonly string[]).includes(meant))?.act;
  return act !== undefined && (!repeat || REPEATED.has(act)) ? act : undefined;
}
