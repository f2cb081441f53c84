const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Sen|Gov|Rep|Col|Lt|Maj|Capt|Prof|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|etc|approx|Hon|Rev|Messrs|Art|Sec|Ph)|\b\p{Lu}|(?:\b\p{L}\.)+\p{L})$/u;

/**
 * The sentences of a text in order, none over a line's end, offsets exact. A line without a full stop at its end and shorter
 * than 260 characters is a heading. Abbreviations and initials end no sentence. Linear in the text.
 */
export function splitSentences(
  text: string,
): { start: number; end: number; paragraph: number; kind: 'heading' | 'prose' }[] {
  const out: { start: number; end: number; paragraph: number; kind: 'heading' | 'prose' }[] = [];
  let paragraph = 0;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    const base = match.index;
    if (line.trim() === '') continue;
    const isHeading = line.length < 260 && !/[.!?…:;"”’)]\s*$/.test(line.trimEnd());
    let from = 0;
    const push = (a: number, b: number): void => {
      while (a < b && /\s/.test(line[a] ?? '')) a += 1;
      while (b > a && /\s/.test(line[b - 1] ?? '')) b -= 1;
      if (b > a)
        out.push({ start: base + a, end: base + b, paragraph, kind: isHeading ? 'heading' : 'prose' });
    };
    for (const stop of line.matchAll(/(?<![.!?…])[.!?…]+["”’')\]]*(?=\s+["“‘'(\[]*[\p{Lu}\d])/gu)) {
      const end = stop.index + stop[0].length;
      if (
        stop[0].startsWith('.') &&
        stop[0].length === 1 &&
        ABBREVIATION.test(line.slice(Math.max(0, stop.index - 12), stop.index))
      ) {
        // An abbreviation ends a sentence only where a plain beginning follows: The, He, In …
        const after = line.slice(end).trimStart();
        if (
          !/^(?:The|He|She|They|It|In|On|At|This|That|These|But|And|We|I|A|An|As|For|If|While|Both)\b/.test(
            after,
          ) ||
          /(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|St|Prof|No)|\b\p{Lu})$/u.test(
            line.slice(Math.max(0, stop.index - 5), stop.index),
          )
        )
          continue;
      }
      push(from, end);
      from = end;
    }
    push(from, line.length);
    paragraph += 1;
  }
  return out;
}
