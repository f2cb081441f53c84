import { sentenceAt } from '../names/token-at.ts';
import { MUTUAL } from '../lexicon/lexicon.ts';
import type { Report } from '../report.ts';

/** One relation as a person read it. */
export interface GoldClaim {
  readonly subject: string;
  readonly object: string;
  readonly type: string;
  readonly stance: string;
  readonly modality: string;
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
  readonly core: boolean;
  readonly relation: string;
  readonly needle: string;
}

/** A report read by hand: what the scorer learns from. */
export interface Gold {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly aliases?: readonly string[];
    readonly mentions?: readonly string[];
  }[];
  readonly claims: readonly GoldClaim[];
}

const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^(the|a|an|some|our|his|her|their) /, '')
    .trim();

/** Which found actor each gold actor is, by shared names, each once: gold id → found id. */
export function mapActors(gold: Gold, report: Pick<Report, 'actors'>, text: string): Map<string, string> {
  const taken = new Set<string>();
  const found = [...report.actors.values()].map(({ id, name, names }) => {
    const own = [name, ...names].filter(
      (n) => /\p{Lu}/u.test(n) && text.includes(n) && !taken.has(foldName(n)),
    );
    own.forEach((n) => taken.add(foldName(n)));
    return { id, names: new Set([...own.map(foldName), foldName(name), id]) };
  });
  const ties: { readonly gold: string; readonly found: string; readonly shared: number }[] = [];
  for (const actor of gold.actors) {
    const names = [
      actor.id,
      actor.id.replaceAll('-', ' '),
      actor.name,
      ...(actor.aliases ?? []),
      ...(actor.mentions ?? []),
    ];
    const folded = [...new Set(names.filter((n) => n !== '').map(foldName))];
    for (const other of found) {
      const shared = folded.filter((n) => other.names.has(n)).length + (actor.id === other.id ? 100 : 0);
      if (shared > 0) ties.push({ gold: actor.id, found: other.id, shared });
    }
  }
  ties.sort((a, b) => b.shared - a.shared || (a.gold + a.found < b.gold + b.found ? -1 : 1));
  const map = new Map<string, string>();
  const used = new Set<string>();
  for (const tie of ties) {
    if (map.has(tie.gold) || used.has(tie.found)) continue;
    map.set(tie.gold, tie.found);
    used.add(tie.found);
  }
  return map;
}

/** The sentence round a stretch of text, as gold/score.mjs widens it. */
export function sentenceOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): [number, number] {
  let from = start;
  let to = end;
  while (from > 0 && !/[.!?”"\n]\s/.test(text.slice(from - 1, from + 1)) && text[from - 1] !== '\n')
    from -= 1;
  while (to < text.length && !/[.!?]["”’']?\s/.test(text.slice(to, to + 3)) && text[to] !== '\n') to += 1;
  return [from, to + 1];
}

/** The gold claims that each ordered pair of a sentence states: straight ones, else mutual ones read backwards. */
export function labelPairs(
  pairs: readonly { readonly a: string; readonly b: string; readonly sentence: number }[],
  report: Report,
  gold: Gold,
  text: string,
): GoldClaim[][] {
  const map = mapActors(gold, report, text);
  const byPair = new Map<
    string,
    { readonly claim: GoldClaim; readonly from: number; readonly to: number; readonly isCrossed: boolean }[]
  >();
  const put = (key: string, claim: GoldClaim, isCrossed: boolean): void => {
    const [from, to] = sentenceOf(text, claim);
    const known = byPair.get(key) ?? [];
    known.push({ claim, from, to, isCrossed });
    byPair.set(key, known);
  };
  for (const claim of gold.claims) {
    const [subject, object] = [map.get(claim.subject), map.get(claim.object)];
    if (subject === undefined || object === undefined) continue;
    put(`${subject}\n${object}`, claim, false);
    if (MUTUAL.has(claim.type)) put(`${object}\n${subject}`, claim, true);
  }
  return pairs.map(({ a, b, sentence }) => {
    const span = sentenceAt(report, sentence);
    const here = (byPair.get(`${a}\n${b}`) ?? []).filter(
      ({ from, to }) => span.start < to && span.end > from,
    );
    const straight = here.filter(({ isCrossed }) => !isCrossed);
    return (straight.length > 0 ? straight : here).map(({ claim }) => claim);
  });
}
