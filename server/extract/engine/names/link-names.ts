import type { ActorKind, Report } from '../report.ts';
import type { Raw } from './find-names.ts';
import { KNOWN, fold, slug } from './known-names.ts';

const stripName = (words: string): string =>
  fold(words)
    .replace(/,? ?\b(?:Jr|Sr)\.?$/, '')
    .replace(/\b\p{Lu}\.\s/gu, '')
    .replace(/^(?:President|Mr|Mrs|Ms)\.? /, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Which actor each name is: full names first, then what they shorten to. */
export function linkNames(raws: readonly Raw[], doc: Report): (string | undefined)[] {
  const ids: (string | undefined)[] = raws.map(() => undefined);
  const add = (id: string, name: string, kind: ActorKind, alias: string): string => {
    let actor = doc.actors.get(id);
    if (!actor)
      doc.actors.set(id, (actor = { id, name, kind, names: new Set(), gender: '', ties: [], count: 0 }));
    actor.names.add(alias);
    return id;
  };
  raws.forEach((r, k) => {
    if (r.known) ids[k] = add(r.known.id, r.known.name, r.known.kind, r.words);
  });
  // persons and others by full name
  const byLast = new Map<string, string[]>();
  const order = raws.map((_, k) => k).filter((k) => !raws[k]!.known && raws[k]!.form === 'name');
  const isLong = (k: number): boolean => stripName(raws[k]!.words).includes(' ');
  for (const k of order.filter(isLong)) {
    const r = raws[k]!;
    const name = stripName(r.words);
    const caps = !/\p{Ll}/u.test(name);
    const nice = caps ? name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (m) => m.toUpperCase()) : name;
    const kind: ActorKind = r.kind === 'unknown' ? 'person' : r.kind;
    let id = slug(nice);
    if (kind === 'person') {
      const parts = nice.split(' ');
      // Joseph Biden, Joe Biden; Abdel Fattah el-Sisi, el-Sisi
      const same = [...doc.actors.values()].find((a) => a.kind === 'person' && samePerson(a.name, nice));
      if (same) {
        id = same.id;
        if (nice.length > same.name.length && !caps && parts.length <= 4) same.name = nice;
      }
    }
    ids[k] = add(id, nice, kind, r.words);
    if (kind === 'person')
      for (const part of nice.split(' '))
        byLast.set(part, [...(byLast.get(part) ?? []).filter((x) => x !== id), id]);
    if (r.honour) doc.actors.get(id)!.gender = r.honour;
  }
  // acronyms in brackets after a name
  const acronyms = new Map<string, string>();
  raws.forEach((r, k) => {
    const id = ids[k];
    if (!id) return;
    const s = doc.sentences[r.sentence]!;
    const [open, word] = [s.tokens[r.to], s.tokens[r.to + 1]];
    if (open && /^[([]$/.test(open.text) && word && /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(word.text)) {
      acronyms.set(word.text, id);
    }
  });
  for (const a of doc.actors.values())
    if (a.kind === 'organisation') {
      const initials = a.name
        .split(/[\s-]+/)
        .filter((w) => /^\p{Lu}/u.test(w))
        .map((w) => w[0])
        .join('');
      if (initials.length >= 2 && !acronyms.has(initials) && !KNOWN.has(initials))
        acronyms.set(initials, a.id);
    }
  for (const k of order.filter((k) => !isLong(k))) {
    const r = raws[k]!;
    const name = stripName(r.words);
    const bare = name.replace(/^(?:al|el|Al|El)-/, '');
    const people =
      byLast.get(name) ??
      byLast.get(bare) ??
      [...byLast].find(
        ([p]) => p.replace(/^(?:al|el|Al|El)-/, '') === bare || (p.length > 4 && distance1(p, name)),
      )?.[1];
    const byAcronym = acronyms.get(name);
    if (byAcronym) {
      ids[k] = add(byAcronym, name, 'organisation', r.words);
      continue;
    }
    if (people && r.kind !== 'organisation') {
      const id = people.at(-1)!;
      ids[k] = add(id, name, 'person', r.words);
      if (r.honour) doc.actors.get(id)!.gender = r.honour;
      continue;
    }
    if (r.kind === 'unknown') {
      const s = doc.sentences[r.sentence]!;
      const before = s.tokens[r.from - 1]?.lower ?? '';
      const place = /^(in|at|near|from|to|of)$/.test(before) && r.title === undefined;
      ids[k] = add(slug(name) || 'x', name, place ? 'place' : 'person', r.words);
      byLast.set(name, [ids[k]!]);
    } else {
      ids[k] = add(slug(name) || 'x', name, r.kind, r.words);
      if (r.kind === 'person') byLast.set(name, [ids[k]!]);
    }
  }
  return ids;
}

function samePerson(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().split(' '), b.toLowerCase().split(' ')];
  if (x.length < 2 || y.length < 2) return false;
  if (x.at(-1) !== y.at(-1) && !x.every((p) => y.includes(p)) && !y.every((p) => x.includes(p))) return false;
  return x[0]![0] === y[0]![0] || x.every((p) => y.includes(p)) || y.every((p) => x.includes(p));
}
function distance1(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  let [p, q] = [a.length - 1, b.length - 1];
  while (p >= i && q >= i && a[p] === b[q]) {
    p -= 1;
    q -= 1;
  }
  return p - i <= 0 && q - i <= 0;
}
