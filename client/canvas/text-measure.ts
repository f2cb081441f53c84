/** Measures and shortens text of one canvas, and remembers. */
export interface TextMeasure {
  /** Width in pixels in the given CSS font. */
  widthOf(text: string, font: string): number;
}

const MOST_KEPT = 5_000;

export function createTextMeasure(context: CanvasRenderingContext2D): TextMeasure {
  const widths = new Map<string, number>();
  return {
    widthOf(text, font) {
      const key = `${font}|${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      context.font = font;
      const { width } = context.measureText(text);
      if (widths.size >= MOST_KEPT) widths.clear();
      widths.set(key, width);
      return width;
    },
  };
}

/** Splits text into what readers take for characters. */
const SEGMENTER = new Intl.Segmenter();

/** The text, cut short with an ellipsis where it is longer than `most` characters as readers count them. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
