import type { Mention, Report, Sentence, Token } from '../report.ts';
import { findFrames, findMentionRoles, type Frame } from './find-frames.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { correctTags } from '../syntax/correct-tags.ts';
import { parse } from '../syntax/parse.ts';
import { pathBetween } from '../syntax/tree.ts';
import { isSubject } from '../syntax/is-subject.ts';
import { saysVerb } from '../coreference/says.ts';
import { quoteMask } from '../text/find-quotes.ts';

export interface Candidate {
  sentence: number;
  a: string;
  b: string;
  ma: Mention;
  mb: Mention;
  features: string[];
  frames: Frame[];
  /** The title of the first by which it is tied to the second. */
  title: string | undefined;
  tokens: readonly Token[];
  start: number;
  end: number;
}

const bucket = (n: number): string =>
  n <= 0
    ? '0'
    : n === 1
      ? '1'
      : n <= 2
        ? '2'
        : n <= 4
          ? '4'
          : n <= 7
            ? '7'
            : n <= 12
              ? '12'
              : n <= 20
                ? '20'
                : '+';
const isImplied = (m: Mention): boolean => m.form === 'pair' || m.form === 'implied';

/** All ordered pairs of actors of each sentence, each with what tells whether a relation of the first to the second is stated. */
export function findCandidates(doc: Report, lexicon: Lexicon): Candidate[] {
  const out: Candidate[] = [];
  const titleOf = new Map<string, string>();
  for (const { person, of, title } of doc.ties) titleOf.set(`${person}\n${of}`, title);
  const inQuote = quoteMask(doc.text);
  const genre = doc.isReadout
    ? 'readout'
    : doc.voice
      ? 'statement'
      : doc.turns.some((t) => t?.isTurn)
        ? 'turns'
        : 'news';
  const together = new Map<string, number>();
  const ranks = new Map([...doc.actors.values()].sort((x, y) => y.count - x.count).map((x, k) => [x.id, k]));
  const bySentence = Map.groupBy(doc.mentions, (m) => m.sentence);
  for (const list of bySentence.values()) {
    const here = [...new Set(list.map((m) => m.actor))].sort();
    if (here.length <= 40)
      here.forEach((x, i) => {
        for (const y of here.slice(i + 1)) together.set(`${x}\n${y}`, (together.get(`${x}\n${y}`) ?? 0) + 1);
      });
  }
  const met = new Map<string, number>();
  const most = Math.max(...[...doc.actors.values()].map((a) => a.count), 1);
  for (const s0 of doc.sentences) {
    let s: Sentence = s0;
    const ms = doc.mentions.filter((m) => m.sentence === s.index);
    const byActor = new Map<string, Mention[]>();
    for (const m of ms) byActor.set(m.actor, [...(byActor.get(m.actor) ?? []), m]);
    const ids = [...byActor.keys()];
    if (ids.length > 40) continue;
    const real = ms.filter((m) => !isImplied(m) && m.to > m.from);
    const cover: (Mention | undefined)[] = [];
    for (const m of real)
      for (let i = m.from; i < m.to; i += 1) {
        const known = cover[i];
        if (!known || known.to - known.from < m.to - m.from) cover[i] = m;
      }
    const mentionAt = (i: number): { from: number; to: number; isPerson: boolean } | undefined => {
      const m = cover[i];
      return m && { from: m.from, to: m.to, isPerson: doc.actors.get(m.actor)!.kind === 'person' };
    };
    s = { ...s0, tokens: correctTags(s0.tokens, mentionAt, lexicon.verbOf) };
    const tree = parse(s, mentionAt, lexicon);
    const roles = findMentionRoles(tree, real, s.tokens);
    const triggers = s.tokens.map((t) => lexicon.of(t));
    const sentenceTypes = new Set(triggers.flatMap((x) => x ?? []).map((x) => x.type));
    for (const a of ids)
      for (const b of ids) {
        if (a === b) continue;
        let best: [Mention, Mention] | undefined;
        let bestGap = Infinity;
        for (const x of byActor.get(a)!)
          for (const y of byActor.get(b)!) {
            const gap =
              (isImplied(x) || isImplied(y)
                ? 50
                : x.to <= y.from
                  ? y.from - x.to
                  : y.to <= x.from
                    ? x.from - y.to + 0.5
                    : 0) + (x.form === 'pronoun' ? 0.2 : 0);
            if (gap < bestGap) {
              bestGap = gap;
              best = [x, y];
            }
          }
        const [ma, mb] = best!;
        const none = new Map();
        const frames = findFrames(roles.get(ma) ?? none, roles.get(mb) ?? none, s.tokens, lexicon);
        const f = featuresOf(ma, mb);
        addFrames(f, frames);
        const pairKey = [a, b].sort().join('\n');
        const size = bucket(doc.sentences.length / 3);
        const full = frames.some((x) => x.verdict === 'full')
          ? 'F'
          : frames.some((x) => x.verdict === 'part')
            ? 'P'
            : '-';
        f.push(
          `tog:${bucket(together.get(pairKey) ?? 0)}`,
          `tog:${bucket(together.get(pairKey) ?? 0)}:${full}`,
          `seen:${bucket(met.get(`${a}\n${b}`) ?? 0)}`,
          `seen:${bucket(met.get(`${a}\n${b}`) ?? 0)}:${full}`,
          `size:${size}`,
          `size:${size}:${genre}`,
          `pos:${bucket(s.index)}`,
          `pos:${bucket(s.index)}:${genre}`,
          `rank:${bucket(ranks.get(a) ?? 0)}`,
          `rankb:${bucket(ranks.get(b) ?? 0)}`,
          `ranks:${bucket((ranks.get(a) ?? 0) + (ranks.get(b) ?? 0))}:${full}`,
          `cnt:${bucket(doc.actors.get(a)!.count)}>${bucket(doc.actors.get(b)!.count)}`,
          `acts:${bucket(doc.actors.size / 3)}`,
        );
        met.set(`${a}\n${b}`, (met.get(`${a}\n${b}`) ?? 0) + 1);
        const title = titleOf.get(`${a}\n${b}`);
        const wide = !isImplied(ma) && !isImplied(mb);
        const [start, end] = wide
          ? [Math.min(ma.start, mb.start), Math.max(ma.end, mb.end)]
          : [s.start, s.end];
        out.push({
          sentence: s.index,
          a,
          b,
          ma,
          mb,
          features: f,
          frames,
          title,
          tokens: s.tokens,
          start,
          end,
        });
        function addFrames(fs: string[], found: readonly Frame[]): void {
          const A = doc.actors.get(a)!.kind;
          const B = doc.actors.get(b)!.kind;
          const best = found.find((x) => x.verdict !== 'none');
          fs.push(`FV:${best?.verdict ?? (found.length > 0 ? 'near' : 'apart')}`);
          if (best) {
            const { sense, agent, patient } = best;
            const size = agent.depth + patient.depth;
            fs.push(
              `FV:${best.verdict}:${size > 4 ? '+' : size}`,
              `FV:${best.verdict}:${sense!.type}`,
              `FV:${best.verdict}:${sense!.part}:${agent.slot}>${patient.slot}`,
              `FV:${best.verdict}:${A}>${B}`,
              `FV:${best.verdict}:${sense!.type}:${A}>${B}`,
              `FVl:${sense!.lemma}:${sense!.part}`,
            );
            if (best.verdict === 'part') fs.push(`FVi:${agent.inside}>${patient.inside}`);
            for (const x of found)
              if (x.verdict !== 'none') fs.push(`FT:${x.sense!.type}`, `FS:${x.sense!.stance}`);
          }
          const near = found[0];
          if (near) {
            const t = s.tokens[near.trigger]!;
            const ends = `${near.agent.slot}>${near.patient.slot}`;
            fs.push(
              `FN:${ends}`,
              `FN:${t.pos}:${ends}`,
              `FN:${t.lemma}:${ends}`,
              `FNi:${near.agent.inside}>${near.patient.inside}`,
            );
            fs.push(`FN:${ends}:${A}>${B}`, `FNd:${Math.min(8, near.agent.depth + near.patient.depth)}`);
          }
        }
        function featuresOf(x: Mention, y: Mention): string[] {
          const A = doc.actors.get(x.actor)!;
          const B = doc.actors.get(y.actor)!;
          const fs: string[] = ['1', `g:${genre}`];
          const add = (v: string): void => {
            fs.push(v);
          };
          const forward = x.from < y.from || (x.from === y.from && x.to <= y.to);
          const dir = isImplied(x) || isImplied(y) ? 'i' : forward ? 'f' : 'b';
          add(`dir:${dir}`);
          add(`ka:${A.kind}`);
          add(`kb:${B.kind}`);
          add(`k:${A.kind}>${B.kind}`);
          add(`fa:${x.form}`);
          add(`fb:${y.form}`);
          add(`f:${x.form}>${y.form}:${dir}`);
          add(`kd:${A.kind}>${B.kind}:${dir}`);
          add(`g:${genre}:k:${A.kind}>${B.kind}`);
          add(`g:${genre}:f:${x.form}>${y.form}:${dir}`);
          add(`h:${s.kind}:${s.index === 0 ? 'title' : ''}`);
          add(`h:${s.kind}:${dir}:${A.kind}>${B.kind}`);
          add(`pa:${doc.protagonists.includes(a)}`);
          add(`pb:${doc.protagonists.includes(b)}`);
          add(`pp:${doc.protagonists.includes(a)}>${doc.protagonists.includes(b)}:${dir}`);
          add(`va:${doc.voice === a}`);
          add(`vb:${doc.voice === b}`);
          add(`sal:${Math.round((3 * A.count) / most)}>${Math.round((3 * B.count) / most)}`);
          add(`n:${bucket(ids.length)}`);
          add(`len:${bucket(s.tokens.length / 3)}`);
          const tie = A.ties.some((t) => t.to === b);
          const back = B.ties.some((t) => t.to === a);
          if (tie) add('tie');
          if (back) add('tieback');
          if (tie) add(`tie:${dir}`);
          if (doc.ties.some((t) => t.person === a && t.of === b && t.sentence === s.index)) {
            const first = doc.ties.find((t) => t.person === a && t.of === b)!;
            add('titletie');
            add(`titletie:${first.sentence === s.index ? 'first' : 'again'}`);
            for (const w of first.title.split(' ')) add(`title:${w}`);
          }
          if (x.isInside) add('insideA');
          if (y.isInside) add('insideB');
          const [l, r] = forward ? [x, y] : [y, x];
          if (dir !== 'i') {
            const between = s.tokens.slice(l.to, r.from);
            const nested = r.from < l.to;
            add(`gap:${nested ? 'in' : bucket(between.length)}:${dir}`);
            const others = new Set(
              ms
                .filter((m) => m !== l && m !== r && m.from >= l.to && m.to <= r.from && !isImplied(m))
                .map((m) => m.actor),
            );
            others.delete(a);
            others.delete(b);
            add(`mid:${bucket(others.size)}`);
            add(`mid:${bucket(others.size)}:${dir}`);
            const verbs = between.filter((t) => t.pos === 'VERB');
            add(`verbs:${bucket(verbs.length)}:${dir}`);
            add(`commas:${bucket(between.filter((t) => /^[,;—–]$/.test(t.text)).length)}`);
            for (const t of between) {
              if (/^(VERB|NOUN|ADJ|ADP|ADV)$/.test(t.pos)) {
                add(`w:${t.lemma}:${dir}`);
                if (between.length <= 8) add(`wn:${t.lemma}:${dir}`);
              }
            }
            for (const v of verbs) add(`v:${v.lemma}`);
            if (between.length <= 4)
              add(
                `seq:${between.map((t) => (/^(VERB|NOUN|ADJ|ADV|PROPN|NUM)$/.test(t.pos) ? t.pos : t.lower)).join('_')}:${dir}`,
              );
            if (between.length <= 3) add(`lex:${between.map((t) => t.lower).join('_')}:${dir}`);
            const p1 = s.tokens[r.from - 1];
            const p2 = s.tokens[l.from - 1];
            const n1 = s.tokens[r.to];
            const n0 = s.tokens[l.to];
            const pRight =
              p1 && /^(the|a|an|his|her|their|its|our|our)$/.test(p1.lower) ? s.tokens[r.from - 2] : p1;
            const pLeft =
              p2 && /^(the|a|an|his|her|their|its|our)$/.test(p2.lower) ? s.tokens[l.from - 2] : p2;
            add(
              `pr:${pRight && r.from > 0 ? (/^(ADP|CCONJ|PUNCT|PART|SCONJ)$/.test(pRight.pos) ? pRight.lower : pRight.pos) : '^'}:${dir}`,
            );
            add(
              `pl:${pLeft && l.from > 0 ? (/^(ADP|CCONJ|PUNCT|PART|SCONJ)$/.test(pLeft.pos) ? pLeft.lower : pLeft.pos) : '^'}:${dir}`,
            );
            add(
              `nl:${n0 ? (/^(ADP|CCONJ|PUNCT|PART|SCONJ|AUX)$/.test(n0.pos) ? n0.lower : n0.pos) : '$'}:${dir}`,
            );
            add(
              `nr:${n1 ? (/^(ADP|CCONJ|PUNCT|PART|SCONJ|AUX)$/.test(n1.pos) ? n1.lower : n1.pos) : '$'}:${dir}`,
            );
            add(
              `plpr:${pLeft?.lower && /^(ADP|CCONJ|PUNCT)$/.test(pLeft.pos) ? pLeft.lower : '-'}>${pRight?.lower && /^(ADP|CCONJ|PUNCT)$/.test(pRight.pos) ? pRight.lower : '-'}:${dir}`,
            );
            // the head verb after the left one, and after the right one
            const vl = s.tokens.slice(l.to, l.to + 7).find((t) => t.pos === 'VERB');
            if (vl) {
              add(`vl:${vl.lemma}:${dir}`);
            }
            const vr = s.tokens.slice(r.to, r.to + 7).find((t) => t.pos === 'VERB');
            if (vr) add(`vr:${vr.lemma}:${dir}`);
            const vb = [...s.tokens.slice(Math.max(0, l.from - 8), l.from)]
              .reverse()
              .find((t) => t.pos === 'VERB');
            if (vb) add(`vb:${vb.lemma}:${dir}`);
            for (let q = 1; q <= 2; q += 1) {
              const t = s.tokens[r.to + q - 1];
              if (t && /^(NOUN|VERB|ADP)$/.test(t.pos)) add(`after:${t.lemma}:${dir}`);
              const u = s.tokens[l.from - q];
              if (u && /^(NOUN|VERB|ADP)$/.test(u.pos)) add(`before:${u.lemma}:${dir}`);
            }
            const passive =
              between.some(
                (t, i) =>
                  /^(be|is|was|were|are|been|being)$/.test(t.lower) &&
                  between.slice(i + 1, i + 4).some((u) => u.pos === 'VERB' && /(ed|en|n)$/.test(u.lower)),
              ) && between.some((t) => t.lower === 'by');
            if (passive) add(`passive:${dir}`);
            {
              const path = pathBetween(tree, x.to - 1, y.to - 1);
              const short = (r: string[]): string =>
                r.filter((v) => (v !== 'conj' && v !== 'mod') || r.length === 1).join('<');
              const up = short(path.up),
                down = short(path.down);
              const top = s.tokens[path.top]!;
              const size = path.up.length + path.down.length;
              add(`plen:${size > 6 ? '+' : size}`);
              if (size <= 6) {
                add(`path:${up}|${down}`);
                add(`path:${up}|${top.pos}|${down}`);
                if (size <= 4) add(`pathl:${up}|${top.lemma}|${down}`);
              }
              add(`pup:${path.up[0] ?? '-'}`);
              add(`pdown:${path.down.at(-1) ?? '-'}`);
              add(`pends:${path.up[0] ?? '-'}|${path.down.at(-1) ?? '-'}`);
              add(`pupdown:${path.up.at(-1) ?? '-'}|${path.down[0] ?? '-'}`);
              add(`pupdownv:${path.up.at(-1) ?? '-'}|${top.lemma}|${path.down[0] ?? '-'}`);
              const types = new Set(path.tokens.flatMap((q) => (triggers[q] ?? []).map((t) => t.type)));
              for (const t of types) {
                add(`PT:${t}`);
                add(`PT:${t}:${path.up.at(-1) ?? '-'}|${path.down[0] ?? '-'}`);
                add(`PT:${t}:${size > 4 ? '+' : size}`);
                add(`PT:${t}:${A.kind}>${B.kind}`);
              }
              if (types.size === 0) add(`PT:none:${size > 4 ? '+' : size}`);
              for (const q of path.tokens) {
                const t = s.tokens[q]!;
                if (/^(VERB|NOUN|ADJ)$/.test(t.pos)) {
                  add(`pw:${t.lemma}`);
                  if (size <= 5) add(`pw:${t.lemma}:${path.up.at(-1) ?? '-'}`);
                }
              }
              const conjs =
                path.up.filter((r) => r === 'conj').length + path.down.filter((r) => r === 'conj').length;
              add(`pconj:${Math.min(3, conjs)}`);
            }
            // frames: lexicon senses between, just before, just after
            const verdicts = new Set<string>();
            for (let q = l.to; q < r.from; q += 1)
              for (const sense of triggers[q] ?? []) verdicts.add(`${sense.type}:btw`);
            for (let q = Math.max(0, l.from - 6); q < l.from; q += 1)
              for (const sense of triggers[q] ?? []) verdicts.add(`${sense.type}:bef`);
            for (let q = r.to; q < Math.min(s.tokens.length, r.to + 5); q += 1)
              for (const sense of triggers[q] ?? []) verdicts.add(`${sense.type}:aft`);
            if (![...verdicts].some((v) => v.endsWith('btw'))) add(`nobtw:${dir}`);
            for (const v of verdicts) {
              add(`L:${v}:${dir}`);
              add(`L:${v}:${dir}:${A.kind}>${B.kind}`);
            }
            const subjL = isSubject(doc, l);
            add(`subjL:${subjL}:${dir}`);
            add(`subjR:${isSubject(doc, r)}:${dir}`);
            if (inQuote(l.start) !== inQuote(r.start)) add(`cross:${dir}`);
            if (inQuote(l.start) && inQuote(r.start)) add('bothquoted');
            if (saysVerb(doc, x)) add(`saysA:${dir}`);
            if (saysVerb(doc, y)) add(`saysB:${dir}`);
            const clause = between.filter((t) =>
              /^(that|who|which|when|while|because|if|after|before|where|but|and)$/.test(t.lower),
            );
            for (const c of clause) add(`cl:${c.lower}:${dir}`);
          } else {
            for (const t of s.tokens)
              if (/^(VERB|NOUN|ADJ)$/.test(t.pos))
                add(
                  `sw:${t.lemma}:${x.form === 'pair' || x.form === 'implied' ? x.form : 'x'}>${y.form === 'pair' || y.form === 'implied' ? y.form : 'x'}`,
                );
            for (const type of sentenceTypes) {
              add(`SL:${type}:${x.form}>${y.form}`);
            }
            const real = isImplied(x) ? y : x;
            const seen = s.tokens[real.from];
            if (!isImplied(real)) {
              add(`isub:${isSubject(doc, real)}:${isImplied(x) ? 'a' : 'b'}`);
              if (saysVerb(doc, real)) add(`isays:${isImplied(x) ? 'a' : 'b'}`);
              const pr = s.tokens[real.from - 1];
              if (pr && pr.pos === 'ADP') add(`ipr:${pr.lower}:${isImplied(x) ? 'a' : 'b'}`);
              void seen;
            }
            add(`first:${s.tokens[0]?.lower}`);
          }
          for (const type of sentenceTypes) add(`S:${type}`);
          for (const t of s.tokens) if (t.pos === 'VERB' && s.tokens.length < 40) add(`sv:${t.lemma}`);
          const sayers = ms.filter((m) => saysVerb(doc, m));
          if (sayers.length) {
            add(`sayer:${sayers.some((m) => m.actor === a)}:${sayers.some((m) => m.actor === b)}`);
          }
          return fs;
        }
      }
  }
  return out;
}
