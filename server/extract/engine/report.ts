/** A stretch of a text in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Span {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** Universal part of speech (https://universaldependencies.org/u/pos/). */
  pos: string;
  lemma: string;
}

export interface Sentence extends Span {
  /** Its place among the sentences of the report. */
  readonly index: number;
  readonly paragraph: number;
  readonly kind: 'heading' | 'prose';
  readonly tokens: readonly Token[];
}

export type ActorKind = 'person' | 'organisation' | 'media' | 'country' | 'place' | 'group';

/** A tie that a title states: of whom the person is what. */
export interface Tie {
  /** Actor id, empty where the text gives none. */
  readonly to: string;
  /** In lower case: `president`, `prime minister`. */
  readonly title: string;
}

export interface FoundActor {
  readonly id: string;
  name: string;
  kind: ActorKind;
  /** As the text writes it. */
  readonly names: Set<string>;
  gender: 'm' | 'f' | '';
  readonly ties: Tie[];
  /** Mentions by name, role or as a group. */
  count: number;
}

/**
 * How an actor is mentioned: by `name`, `demonym` or `capital`; by a `role` ("the envoy"), as a `group`; by `pronoun`;
 * as one of `both`; as who speaks or is spoken to (`voice`); or not at all, as one of the `pair` that a readout is about
 * or the `implied` speaker of a statement or turn.
 */
export type MentionForm =
  'name' | 'demonym' | 'capital' | 'role' | 'group' | 'pronoun' | 'both' | 'voice' | 'pair' | 'implied';

/** A mention in a sentence: its tokens `from` to `to` (exclusive; none where it is not said) and their place in the text. */
export interface Mention extends Span {
  readonly sentence: number;
  readonly from: number;
  to: number;
  end: number;
  readonly actor: string;
  readonly form: MentionForm;
  /** Part of a longer name: "Russian" in "Russian Foreign Ministry". */
  readonly isInside?: boolean;
}

/** A title and who bears it, where the text says so: "Russian President Vladimir Putin". */
export interface TitleTie extends Span {
  readonly person: string;
  readonly of: string;
  readonly title: string;
  readonly sentence: number;
}

/** Whose word a sentence is in a conversation set down turn by turn, and to whom. */
export interface Turn {
  readonly speaker: string | null;
  readonly to: string | null;
  readonly isTurn: boolean;
}

/** What has been found in one report, each step adding its part; mentions in the order of the text. */
export interface Report {
  /** NFC, boilerplate blanked by spaces: every offset holds in the text that came in. */
  readonly text: string;
  readonly sentences: Sentence[];
  readonly actors: Map<string, FoundActor>;
  mentions: Mention[];
  readonly ties: TitleTie[];
  /** The two persons that a readout is about, or fewer. */
  protagonists: string[];
  isReadout: boolean;
  /** Whose "I" and "we" the document's are. */
  voice: string | null;
  readonly turns: Turn[];
}
