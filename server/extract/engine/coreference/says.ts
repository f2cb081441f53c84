import type { Mention, Report, Sentence } from '../report.ts';

export const SAY =
  /^(said|says|say|told|tells|added|stated|states|noted|notes|stressed|emphasi[sz]ed|underscored|reiterated|reaffirmed|warned|claimed|claims|announced|declared|explained|argued|mentioned|insisted|acknowledged|confirmed|called|wrote|replied|responded|commented|expressed|thanked|affirmed|pointed|highlighted|recalled|believes|believe|thinks|accused|asked|denied|welcomed|condemned|urged|commended|praised|congratulated|wished|concluded|remarked|suggested|described|reported|raised|conveyed|voiced|proposed|hopes|hoped)$/;
export function saysVerb(doc: Report, m: Mention): boolean {
  const s = doc.sentences[m.sentence]!;
  const kind = doc.actors.get(m.actor)!.kind;
  if (kind === 'place') return false;
  for (let i = m.to; i < Math.min(s.tokens.length, m.to + 5); i += 1) {
    const t = s.tokens[i]!;
    if (SAY.test(t.lower)) return !/^(by|of|to|with)$/.test(s.tokens[m.from - 1]?.lower ?? '');
    if (
      !/^(has|have|had|also|then|further|again|both|,|he|she|would|later|once)$/.test(t.lower) &&
      t.pos !== 'ADV'
    )
      break;
  }
  const [p1, p2] = [s.tokens[m.from - 1]?.lower ?? '', s.tokens[m.from - 2]?.lower ?? ''];
  return (
    (SAY.test(p1) && /^(said|says|added|stated|noted|told|explained)$/.test(p1)) ||
    (p2 === 'according' && p1 === 'to')
  );
}
/** Who is said to speak in this sentence or the one before. */
export function speakerNear(doc: Report, s: Sentence): string | null {
  for (const k of [s.index, s.index - 1, s.index + 1]) {
    const found = doc.mentions.find((m) => m.sentence === k && saysVerb(doc, m));
    if (found) return found.actor;
  }
  return null;
}
