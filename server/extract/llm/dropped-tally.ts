import { LONGEST_LABEL } from '../../../graph-data/model/claim.ts';
import { LONGEST_QUOTED, MOST_CLAIMS } from './answer-schema.ts';
import type { Redact } from './model-endpoint.ts';
import { toLine } from './to-line.ts';

/** Why something that a model said is not kept, in the words a person is told. */
export const DROP_REASONS = {
  answerNotJson: 'an answer was not JSON',
  answerCut: 'an answer was cut off',
  answerWrongForm: 'an answer was not of the form asked for',
  answerRefused: 'the model would not answer',
  tooMany: `an answer held more than ${MOST_CLAIMS} claims`,
  actorWrongForm: 'an actor was not of the form asked for',
  claimWrongForm: 'a claim was not of the form asked for',
  unknownType: 'the type is not one of the vocabulary',
  unknownStance: 'the stance or modality is not one of those there are',
  badLabel: `the label is empty or longer than ${LONGEST_LABEL} characters`,
  quoteAbsent: 'the quote is not in the text',
  quoteTwice: 'the quote stands in the text more than once',
  quoteTooLong: `the quote is longer than ${LONGEST_QUOTED} characters or one line`,
  actorAbsent: 'the subject or object is not in the text by any name',
  speakerAbsent: 'the speaker is not in the text by any name',
  sameActor: 'the subject and the object are the same',
  repeated: 'it was said already',
} as const;
export type DropReason = (typeof DROP_REASONS)[keyof typeof DROP_REASONS];

/** How much was dropped for one reason. */
export interface Dropped {
  readonly reason: DropReason;
  readonly count: number;
  /** The first few, each as one short line. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 160;

/** Counts what is dropped, with a few examples of each reason. */
export class DroppedTally {
  readonly #redact: Redact;
  readonly #byReason = new Map<DropReason, { count: number; examples: string[] }>();

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  drop(reason: DropReason, example: string, count = 1): void {
    const counted = this.#byReason.get(reason) ?? { count: 0, examples: [] };
    this.#byReason.set(reason, counted);
    counted.count += count;
    if (counted.examples.length < MOST_EXAMPLES && example !== '')
      counted.examples.push(toLine(this.#redact(example).slice(0, 2 * LONGEST_EXAMPLE), LONGEST_EXAMPLE));
  }

  /** What was dropped, most first, then by reason. */
  toDropped(): Dropped[] {
    return [...this.#byReason]
      .map(([reason, counted]) => ({ reason, ...counted }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}
