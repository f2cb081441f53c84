/** The model's and the contract's bounds, for the page: theirs stand beside schemas, which would bring zod into its bundle. A test compares. */

/** Decisions sent at once. */
export const MOST_DECISIONS = 500;
/** In UTF-16 code units; so is the next. */
export const LONGEST_LABEL = 60;
export const LONGEST_QUOTE = 2000;
