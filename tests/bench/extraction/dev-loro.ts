import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { readReport } from '../../../server/extract/engine/read-report.ts';
import { mapActors, sentenceOf, type Gold } from './gold.ts';
import { findCandidates, type Candidate } from '../../../server/extract/engine/candidates/find-candidates.ts';
import { LEXICON, TYPES } from '../../../server/extract/engine/lexicon/lexicon.ts';
import {
  Index,
  probabilities,
  score,
  trainBinary,
  trainMulti,
  type Example,
} from '../../../server/extract/engine/scorer/linear-model.ts';
const STANCES = ['neutral', 'positive', 'negative'];
const MODES = ['asserted', 'planned', 'hypothetical', 'denied'];
const MUTUAL = new Set(['consults', 'agrees-with', 'cooperates-with', 'kin-of']);
const index = new Index();
const t0 = performance.now();
const MIN = Number(process.argv[4] ?? 3),
  EPOCHS = Number(process.argv[5] ?? 12),
  RATE = Number(process.argv[6] ?? 0.15);
const docs = readdirSync('/work/shared/gold')
  .filter((f) => f.endsWith('.gold.json'))
  .sort()
  .map((f) => {
    const base = f.replace('.gold.json', '');
    const text = readFileSync(`/work/shared/articles/${base}.txt`, 'utf8');
    const gold = JSON.parse(readFileSync(`/work/shared/gold/${f}`, 'utf8')) as Gold;
    const doc = readReport(text);
    const map = mapActors(gold, doc, text);
    const candidates = findCandidates(doc, LEXICON).map((c) => ({ ...c, f: index.of(c.features) }));
    const labels = candidates.map((c) => {
      const s = doc.sentences[c.sentence]!;
      return (
        gold.claims.find((g) => {
          const [a, b] = sentenceOf(text, g);
          if (s.start >= b || s.end <= a) return false;
          const [x, y] = [map.get(g.subject), map.get(g.object)];
          return x === c.a && y === c.b;
        }) ??
        gold.claims.find((g) => {
          if (!MUTUAL.has(g.type)) return false;
          const [a, b] = sentenceOf(text, g);
          if (s.start >= b || s.end <= a) return false;
          return map.get(g.subject) === c.b && map.get(g.object) === c.a;
        })
      );
    });
    return { base, text, gold, doc, map, candidates, labels };
  });
{
  const inDocs = new Map<number, Set<number>>();
  docs.forEach((d, k) =>
    d.candidates.forEach((c) =>
      c.f.forEach((j) => {
        let x = inDocs.get(j);
        if (!x) inDocs.set(j, (x = new Set()));
        x.add(k);
      }),
    ),
  );
  for (const d of docs) for (const c of d.candidates) c.f = c.f.filter((j) => inDocs.get(j)!.size >= MIN);
}
console.log(
  'read',
  (performance.now() - t0).toFixed(0),
  'features',
  index.size,
  'candidates',
  docs.reduce((n, d) => n + d.candidates.length, 0),
  'positive',
  docs.reduce((n, d) => n + d.labels.filter(Boolean).length, 0),
);
const FOLDS = Number(process.argv[2] ?? 10);
const l2 = Number(process.argv[3] ?? 2e-4);
const out: {
  d: (typeof docs)[number];
  c: Candidate & { f: Int32Array };
  p: number;
  type: string;
  stance: string;
  modality: string;
}[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const train = docs.filter((_, i) => i % FOLDS !== fold),
    test = docs.filter((_, i) => i % FOLDS === fold);
  const ex: Example[] = train.flatMap((d) =>
    d.candidates.map((c, i) => ({ f: c.f, y: d.labels[i] ? 1 : 0 })),
  );
  const w = trainBinary(ex, index.size, { l2, epochs: EPOCHS, rate: RATE });
  const pos = train.flatMap((d) =>
    d.candidates.flatMap((c, i) => (d.labels[i] ? [{ f: c.f, g: d.labels[i]! }] : [])),
  );
  const wt = trainMulti(
    pos.map(({ f, g }) => ({ f, y: TYPES.indexOf(g.type) })),
    index.size,
    TYPES.length,
  );
  const wsn = trainMulti(
    pos.map(({ f, g }) => ({ f, y: STANCES.indexOf(g.stance) })),
    index.size,
    3,
  );
  const wm = trainMulti(
    pos.map(({ f, g }) => ({ f, y: MODES.indexOf(g.modality) })),
    index.size,
    4,
  );
  const arg = (ws: Float64Array[], f: Int32Array): number => {
    const p = new Float64Array(ws.length);
    probabilities(ws, f, p);
    return p.indexOf(Math.max(...p));
  };
  for (const d of test)
    for (const c of d.candidates) {
      const p = score(w, c.f);
      if (p > 0.05)
        out.push({
          d,
          c,
          p,
          type: TYPES[arg(wt, c.f)]!,
          stance: STANCES[arg(wsn, c.f)]!,
          modality: MODES[arg(wm, c.f)]!,
        });
    }
}
console.log('trained', (performance.now() - t0).toFixed(0));
function evaluate(threshold: number): string {
  let hit = 0,
    core = 0,
    proposed = 0,
    goldN = 0,
    coreN = 0,
    type = 0,
    stance = 0,
    modality = 0,
    speaker = 0;
  for (const d of docs) {
    goldN += d.gold.claims.length;
    coreN += d.gold.claims.filter((g) => g.core).length;
    let mine = out.filter((o) => o.d === d && o.p >= threshold).sort((x, y) => y.p - x.p);
    const seen = new Set<string>();
    mine = mine.filter((o) => {
      const key = `${o.c.sentence}:${[o.c.a, o.c.b].sort().join('|')}`;
      if (seen.has(key) && (MUTUAL.has(o.type) || o.p < 0.6)) return false;
      seen.add(key);
      const lasting = /^(leads|represents|belongs-to|controls|kin-of|located-in)$/.test(o.type);
      if (lasting) {
        const k = `${o.type}:${o.c.a}>${o.c.b}`;
        if (seen.has(k)) return false;
        seen.add(k);
      }
      return true;
    });
    proposed += mine.length;
    const pairs: [number, number, number][] = [];
    d.gold.claims.forEach((g, i) =>
      mine.forEach((o, j) => {
        const [x, y] = [d.map.get(g.subject), d.map.get(g.object)];
        if (!x || !y) return;
        const straight = x === o.c.a && y === o.c.b,
          crossed = MUTUAL.has(g.type) && x === o.c.b && y === o.c.a;
        if (!straight && !crossed) return;
        const [a, b] = sentenceOf(d.text, g);
        if (o.c.end <= a || o.c.start >= b) return;
        pairs.push([i, j, +(o.type === g.type) * 4 + +(o.stance === g.stance) * 2 + +straight]);
      }),
    );
    pairs.sort((p, q) => q[2] - p[2]);
    const tg = new Set<number>(),
      to = new Set<number>();
    for (const [i, j] of pairs)
      if (!tg.has(i) && !to.has(j)) {
        tg.add(i);
        to.add(j);
        hit += 1;
        const g = d.gold.claims[i]!,
          o = mine[j]!;
        core += +g.core;
        type += +(g.type === o.type);
        stance += +(g.stance === o.stance);
        modality += +(g.modality === o.modality);
      }
  }
  void speaker;
  const R = hit / goldN,
    P = hit / proposed;
  return `t=${threshold} F1 ${((200 * P * R) / (P + R)).toFixed(1)} P ${(100 * P).toFixed(1)} R ${(100 * R).toFixed(1)} core ${((100 * core) / coreN).toFixed(1)} n ${proposed} type ${((100 * type) / hit).toFixed(1)} stance ${((100 * stance) / hit).toFixed(1)} mod ${((100 * modality) / hit).toFixed(1)}`;
}
for (const t of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) console.log(evaluate(t));
if (process.argv[7]) {
  const t = 0.25;
  let n = 0;
  for (const d of docs.filter((_, i) => i % 6 === Number(process.argv[7]))) {
    console.log('\n##', d.base);
    for (const s of d.doc.sentences) {
      const mine = out.filter((o) => o.d === d && o.c.sentence === s.index && o.p > t);
      const golds = d.gold.claims.filter((g) => {
        const [a, b] = sentenceOf(d.text, g);
        return a < (s.start + s.end) / 2 && b > (s.start + s.end) / 2;
      });
      if (!golds.length && !mine.length) continue;
      console.log('  ', d.text.slice(s.start, s.end));
      for (const g of golds) {
        const [x, y] = [d.map.get(g.subject), d.map.get(g.object)];
        const k = d.candidates.findIndex((c) => c.sentence === s.index && c.a === x && c.b === y);
        const p =
          k >= 0
            ? (out.find((o) => o.d === d && o.c.sentence === s.index && o.c.a === x && o.c.b === y)?.p ?? 0)
            : undefined;
        console.log(
          '     ',
          p === undefined ? 'UNREACHABLE' : p > t ? 'ok  ' + p.toFixed(2) : 'low ' + p.toFixed(2),
          g.subject,
          `-${g.relation}/${g.type}->`,
          g.object,
          g.core ? 'CORE' : '',
        );
      }
      for (const o of mine)
        if (
          !golds.some(
            (g) =>
              (d.map.get(g.subject) === o.c.a && d.map.get(g.object) === o.c.b) ||
              (MUTUAL.has(g.type) && d.map.get(g.subject) === o.c.b && d.map.get(g.object) === o.c.a),
          )
        )
          console.log(
            '      FP',
            o.p.toFixed(2),
            o.c.a,
            `(${o.c.ma.form})`,
            `-${o.type}->`,
            o.c.b,
            `(${o.c.mb.form})`,
          );
    }
  }
  void n;
}
