import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readReport } from '../../../server/extract/engine/read-report.ts';
import { mapActors, sentenceOf, type Gold } from './gold.ts';
import { findCandidates } from '../../../server/extract/engine/candidates/find-candidates.ts';
import { LEXICON } from '../../../server/extract/engine/lexicon/lexicon.ts';
const MUTUAL = new Set(['consults', 'agrees-with', 'cooperates-with', 'kin-of']);
const lines: string[] = [];
readdirSync('/work/shared/gold')
  .filter((f) => f.endsWith('.gold.json'))
  .sort()
  .forEach((f, k) => {
    const base = f.replace('.gold.json', '');
    const text = readFileSync(`/work/shared/articles/${base}.txt`, 'utf8');
    const gold = JSON.parse(readFileSync(`/work/shared/gold/${f}`, 'utf8')) as Gold;
    const doc = readReport(text);
    const map = mapActors(gold, doc, text);
    for (const c of findCandidates(doc, LEXICON)) {
      const s = doc.sentences[c.sentence]!;
      const hits = (x: string, y: string) =>
        gold.claims.filter((g) => {
          const [a, b] = sentenceOf(text, g);
          return s.start < b && s.end > a && map.get(g.subject) === x && map.get(g.object) === y;
        });
      const straight = hits(c.a, c.b),
        crossed = hits(c.b, c.a);
      const y = straight.length ? 1 : crossed.some((g) => MUTUAL.has(g.type)) ? 2 : 0;
      lines.push(JSON.stringify({ d: k, s: c.sentence, a: c.a, b: c.b, y, f: [...new Set(c.features)] }));
    }
  });
writeFileSync('/tmp/engine/feat.jsonl', lines.join('\n'));
