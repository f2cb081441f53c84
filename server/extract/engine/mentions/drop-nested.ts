import type { Mention, Report } from '../report.ts';

/** Leaves of mentions of the same actor, one within the other, the longest. Needs mentions in the order of the text. */
export function dropNested(report: Report): void {
  const last = new Map<string, Mention>();
  report.mentions = report.mentions.filter((mention) => {
    const key = `${mention.sentence} ${mention.actor}`;
    const before = last.get(key);
    if (before && before.start <= mention.start && mention.end <= before.end) return false;
    last.set(key, mention);
    return true;
  });
}
