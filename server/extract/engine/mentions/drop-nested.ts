import type { Mention, Report } from '../report.ts';

export function dropNested(doc: Report): void {
  const seen: Mention[] = [];
  doc.mentions = doc.mentions.filter((m) => {
    if (
      seen.some(
        (o) => o.sentence === m.sentence && o.actor === m.actor && o.start <= m.start && m.end <= o.end,
      )
    )
      return false;
    seen.push(m);
    return true;
  });
}
