import { readFileSync, readdirSync } from 'node:fs';
import { readReport } from '../../../server/extract/engine/read-report.ts';
const f = readdirSync('/work/shared/articles').find((x) => x.startsWith(process.argv[2]!))!;
const doc = readReport(readFileSync(`/work/shared/articles/${f}`, 'utf8'));
console.log('protagonists', doc.protagonists, 'voice', doc.voice);
for (const a of doc.actors.values())
  console.log(a.id, a.kind, [...a.names].join(' | '), a.ties.map((t) => `${t.title}@${t.to}`).join('; '));
for (const s of doc.sentences) {
  let out = '';
  for (const [i, t] of s.tokens.entries()) {
    for (const m of doc.mentions) if (m.sentence === s.index && m.from === i) out += `[`;
    out += t.text;
    for (const m of doc.mentions)
      if (m.sentence === s.index && m.to === i + 1) out += `]{${m.actor}/${m.form}}`;
    out += ' ';
  }
  console.log(s.kind[0], out);
}
