import { escapeXml } from '../../../graph-data/formats/xml.ts';

/** What an embedded picture is to be. */
export interface EmbedFrame {
  readonly address: string;
  /** For those who do not see it. */
  readonly title: string;
  /** In CSS pixels; null takes all the width there is. */
  readonly width: number | null;
  /** In CSS pixels. */
  readonly height: number;
}

/** The smallest that still shows something, and the largest that makes sense; in CSS pixels. */
export const FRAME_BOUNDS = { width: [280, 2000], height: [200, 2000] } as const;

/** The `<iframe>` for somebody's page, as one line of HTML; whatever the title and the address hold stays text. */
export function toEmbedSnippet({ address, title, width, height }: EmbedFrame): string {
  const attributes = [
    ['src', address],
    ['title', title],
    ['width', width === null ? '100%' : String(width)],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['style', 'border: 1px solid #b9b5aa; max-width: 100%'],
  ];
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escapeXml(value ?? '')}"`).join(' ')}></iframe>`;
}

/** A measure as it was typed; undefined where it is none within bounds. */
export function parseMeasure(text: string, [least, most]: readonly [number, number]): number | undefined {
  if (!/^\d{1,5}$/.test(text.trim())) return undefined;
  const measure = Number(text);
  return measure >= least && measure <= most ? measure : undefined;
}
