import { readFileSync, readdirSync } from 'node:fs';
import { readReport } from '../../../server/extract/engine/read-report.ts';
import { mapActors, sentenceOf } from './gold.ts';
let gold = 0,
  both = 0,
  core = 0,
  coreBoth = 0,
  actorsFound = 0,
  actors = 0,
  missA: string[] = [],
  cands = 0;
const why = new Map<string, number>();
const t0 = performance.now();
for (const f of readdirSync('/work/shared/gold')
  .filter((f) => f.endsWith('.gold.json'))
  .sort()) {
  const base = f.replace('.gold.json', '');
  const text = readFileSync(`/work/shared/articles/${base}.txt`, 'utf8');
  const g = JSON.parse(readFileSync(`/work/shared/gold/${f}`, 'utf8'));
  const doc = readReport(text);
  const map = mapActors(g, doc, text);
  for (const a of g.actors) {
    actors += 1;
    if (map.has(a.id)) actorsFound += 1;
    else missA.push(`${base.slice(0, 30)} ${a.id} [${a.kind}] ${(a.mentions ?? []).join('|')}`);
  }
  for (const s of doc.sentences) {
    const n = new Set(doc.mentions.filter((m) => m.sentence === s.index).map((m) => m.actor)).size;
    cands += n * (n - 1);
  }
  for (const c of g.claims) {
    gold += 1;
    core += c.core ? 1 : 0;
    const [a, b] = sentenceOf(text, c);
    const here = doc.mentions
      .filter((m) => {
        const s = doc.sentences[m.sentence]!;
        return s.start < b && s.end > a;
      })
      .map((m) => m.actor);
    const [s, o] = [map.get(c.subject), map.get(c.object)];
    const hs = s && here.includes(s),
      ho = o && here.includes(o);
    if (hs && ho) {
      both += 1;
      coreBoth += c.core ? 1 : 0;
    } else {
      const k =
        !s || !o ? 'actor' : !hs && !ho ? 'neither here' : !hs ? 'subject not here' : 'object not here';
      why.set(k, (why.get(k) ?? 0) + 1);
      if (process.argv[2] === k)
        console.log(
          base.slice(0, 40),
          '|',
          c.subject,
          '->',
          c.object,
          '|',
          text.slice(a, b).trim().slice(0, 260),
        );
    }
  }
}
if (process.argv[2] === 'actors') console.log(missA.join('\n'));
console.log(
  {
    actors,
    actorsFound,
    gold,
    both,
    share: both / gold,
    coreShare: coreBoth / core,
    cands,
    ms: performance.now() - t0,
  },
  why,
);
