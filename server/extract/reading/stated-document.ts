/** What was read of a document: its text and what it states about itself, unchecked; undefined or '' where it does not. */
export interface StatedDocument {
  readonly text: string;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly author: string | undefined;
  /** EDTF. */
  readonly publishedAt: string | undefined;
  /** BCP 47. */
  readonly language: string | undefined;
  readonly url: string | undefined;
}
