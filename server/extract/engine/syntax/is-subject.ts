import type { Mention, Report } from '../report.ts';

export function isSubject(doc: Report, m: Mention): boolean {
  const s = doc.sentences[m.sentence]!;
  const next = s.tokens.slice(m.to, m.to + 6);
  const prev = s.tokens[m.from - 1]?.lower ?? '';
  if (/^(of|to|with|in|for|by|from|on|against|between|at|'s)$/.test(prev)) return false;
  return next.slice(0, 3).some((t) => t.pos === 'VERB' || t.pos === 'AUX');
}
