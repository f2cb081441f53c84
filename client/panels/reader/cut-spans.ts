/** A stretch of a text: all of it lies in the same spans. */
export interface Stretch {
  readonly text: string;
  /** UTF-16 code units into the whole text. */
  readonly start: number;
  /** The claims whose spans hold it, in the order the spans came; empty for plain text. */
  readonly claims: readonly string[];
}

export interface Span {
  readonly claim: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The text cut at every boundary of every span, in paragraphs (parted by line breaks, which are left out). Spans may
 * overlap, nest and reach over paragraphs; parts outside the text are cut off, empty ones left out.
 */
export function cutSpans(text: string, spans: readonly Span[]): Stretch[][] {
  const clipped = spans
    .map(({ claim, start, end }) => ({ claim, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set(clipped.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const paragraphs: Stretch[][] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const bounds = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
    paragraphs.push(
      bounds.slice(0, -1).map((start, index) => {
        const end = bounds[index + 1] ?? to;
        return {
          text: text.slice(start, end),
          start,
          claims: clipped.filter((span) => span.start <= start && span.end >= end).map(({ claim }) => claim),
        };
      }),
    );
  }
  return paragraphs;
}
