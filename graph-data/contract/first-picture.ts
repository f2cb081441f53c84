/** Relations that are drawn at once: with more, a picture of 2,000 actors shows nothing but lines. */
export const MOST_DRAWN = 6_000;

/** What the page asks for first, below the root of the API, where its own address names nothing: the overview that it draws. */
export const FIRST_PICTURE = `network.columns?relations=${MOST_DRAWN}`;
