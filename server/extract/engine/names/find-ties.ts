import type { Report } from '../report.ts';
import type { Raw } from './find-names.ts';

/** Ties that a title states: "Russian President Vladimir Putin", "President of Egypt …", "X, Foreign Minister of Y", "Japan's Prime Minister X". */
export function findTies(raws: readonly Raw[], ids: readonly (string | undefined)[], doc: Report): void {
  raws.forEach((r, k) => {
    if (r.kind !== 'person') return;
    const s = doc.sentences[r.sentence]!;
    const person = r.form === 'name' ? ids[k] : undefined;
    const title = (r.title ?? '').toLowerCase();
    if (!title) return;
    const prev = raws[k - 1];
    let of = r.of?.id;
    const titleFrom = r.from - (r.form === 'role' ? 0 : title.split(' ').length);
    if (
      !of &&
      prev &&
      prev.sentence === r.sentence &&
      prev.known &&
      prev.to <= r.from &&
      r.from - prev.to <= title.split(' ').length + 1
    )
      of = prev.known.id;
    if (person && of) {
      doc.actors.get(person)!.ties.push({ to: of, title });
      doc.ties.push({
        person,
        of,
        title,
        sentence: r.sentence,
        start:
          s.tokens[Math.max(0, Math.min(titleFrom, prev?.sentence === r.sentence ? prev.from : titleFrom))]!
            .start,
        end: s.tokens[r.to - 1]!.end,
      });
    } else if (person) doc.actors.get(person)!.ties.push({ to: '', title });
    // apposition: "Akiba Takeo, Secretary General of …"
    if (
      r.form === 'role' &&
      prev &&
      prev.sentence === r.sentence &&
      prev.kind === 'person' &&
      prev.form === 'name' &&
      r.from - prev.to <= 2 &&
      s.tokens[prev.to]?.text === ','
    ) {
      const p = ids[k - 1];
      if (p) doc.actors.get(p)!.ties.push({ to: of ?? '', title });
    }
  });
}
