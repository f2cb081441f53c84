import type { Report } from '../../../server/extract/engine/report.ts';
const foldName = (s: string): string =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^(the|a|an|some|our|his|her|their) /, '')
    .trim();
export interface Gold {
  actors: { id: string; name: string; kind: string; aliases?: string[]; mentions?: string[] }[];
  claims: {
    subject: string;
    object: string;
    type: string;
    stance: string;
    modality: string;
    speaker: string | null;
    start: number;
    end: number;
    core: boolean;
    relation: string;
    needle: string;
  }[];
}
/** As score.mjs does. Gold id → ours. */
export function mapActors(gold: Gold, doc: Report, text: string): Map<string, string> {
  const taken = new Set<string>();
  const ours = new Map(
    [...doc.actors.values()].map((a) => {
      const mine = [a.name, ...a.names].filter(
        (s) => /\p{Lu}/u.test(s) && text.includes(s) && !taken.has(foldName(s)),
      );
      mine.forEach((s) => taken.add(foldName(s)));
      return [a.id, new Set([...mine.map(foldName), foldName(a.name), a.id])] as const;
    }),
  );
  const ties: [string, string, number][] = [];
  for (const g of gold.actors) {
    const gs = new Set(
      [g.id, g.id.replaceAll('-', ' '), g.name, ...(g.aliases ?? []), ...(g.mentions ?? [])]
        .filter(Boolean)
        .map(foldName),
    );
    for (const [o, ns] of ours) {
      const shared = [...gs].filter((n) => ns.has(n)).length + (g.id === o ? 100 : 0);
      if (shared) ties.push([g.id, o, shared]);
    }
  }
  ties.sort((x, y) => y[2] - x[2] || (x[0] + x[1] < y[0] + y[1] ? -1 : 1));
  const out = new Map<string, string>();
  const used = new Set<string>();
  for (const [g, o] of ties)
    if (!out.has(g) && !used.has(o)) {
      out.set(g, o);
      used.add(o);
    }
  return out;
}
export function sentenceOf(text: string, { start, end }: { start: number; end: number }): [number, number] {
  let a = start,
    b = end;
  while (a > 0 && !/[.!?”"\n]\s/.test(text.slice(a - 1, a + 1)) && text[a - 1] !== '\n') a--;
  while (b < text.length && !/[.!?]["”’']?\s/.test(text.slice(b, b + 3)) && text[b] !== '\n') b++;
  return [a, b + 1];
}
