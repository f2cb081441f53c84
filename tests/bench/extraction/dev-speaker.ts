/** Prints how often the speaker of a gold claim is found when pair, type and needle are given: by rules, and learned held out. */
import { readFileSync, readdirSync } from 'node:fs';
import { findSpeaker } from '../../../server/extract/engine/attribution/find-speaker.ts';
import { speakerFeatures } from '../../../server/extract/engine/attribution/speaker-features.ts';
import {
  openSpeakers,
  speakerOptions,
  type Statement,
} from '../../../server/extract/engine/attribution/speaker-options.ts';
import { readReport } from '../../../server/extract/engine/read-report.ts';
import {
  FeatureIndex,
  sumOf,
  trainBinary,
  type Example,
} from '../../../server/extract/engine/scorer/logistic-model.ts';
import { mapActors, type Gold } from './gold.ts';

const FOLDS = 8;
const [listed] = process.argv.slice(2);
const group = (base: string): string =>
  base.startsWith('en-kremlin')
    ? 'kremlin'
    : base.startsWith('whitehouse')
      ? base.includes('readout')
        ? 'wh readout'
        : 'wh statement'
      : 'news';

const rows = readdirSync('/work/shared/gold')
  .filter((f) => f.endsWith('.gold.json'))
  .sort()
  .flatMap((file, k) => {
    const base = file.replace('.gold.json', '');
    const text = readFileSync(`/work/shared/articles/${base}.txt`, 'utf8');
    const gold = JSON.parse(readFileSync(`/work/shared/gold/${file}`, 'utf8')) as Gold;
    const report = readReport(text);
    const speakers = openSpeakers(report);
    const ours = mapActors(gold, report, text);
    return gold.claims.map((claim) => {
      const sentence = report.sentences.findLast((s) => s.start <= claim.start)?.index ?? 0;
      const statement: Statement = {
        sentence,
        start: claim.start,
        end: claim.end,
        subject: ours.get(claim.subject) ?? '',
        object: ours.get(claim.object) ?? '',
        type: claim.type,
      };
      const truth = claim.speaker === null ? null : (ours.get(claim.speaker) ?? `? ${claim.speaker}`);
      const options = speakerOptions(speakers, statement);
      const features = options.map((o) => speakerFeatures(speakers, statement, o, options));
      return { k, base, report, claim, statement, truth, options, features };
    });
  });

const index = new FeatureIndex(new Set(rows.flatMap((r) => r.features.flat())));
const numbers = rows.map((r) => r.features.map((f) => index.numbersOf(f)));
const TRAINING = { epochs: 8, rate: 0.1, pull: 2e-3, seed: 1 };

const hits = new Map<string, { n: number; rule: number; learned: number; offered: number }>();
for (let fold = 0; fold < FOLDS; fold += 1) {
  const examples: Example[] = rows.flatMap((r, n) =>
    r.k % FOLDS !== fold && r.options.some((o) => o.actor === r.truth)
      ? (numbers[n] ?? []).map((features, i) => ({ features, y: r.options[i]?.actor === r.truth ? 1 : 0 }))
      : [],
  );
  const weights = trainBinary(examples, index.size, TRAINING);
  for (const r of rows) {
    if (r.k % FOLDS !== fold) continue;
    const learned = findSpeaker(r.report, r.statement, (f) => sumOf(weights, index.numbersOf(f))).speaker;
    const rule = findSpeaker(r.report, r.statement).speaker;
    for (const name of [group(r.base), 'all']) {
      const h = hits.get(name) ?? { n: 0, rule: 0, learned: 0, offered: 0 };
      hits.set(name, h);
      h.n += 1;
      h.rule += Number(rule === r.truth);
      h.learned += Number(learned === r.truth);
      h.offered += Number(r.options.some((o) => o.actor === r.truth));
    }
    if (listed !== undefined && learned !== r.truth && r.base.includes(listed))
      console.log(
        `${r.base.slice(0, 30)} | gold ${r.truth} | found ${learned} | rule ${rule} | ${r.claim.subject} ${r.claim.type} ${r.claim.object} | ${r.claim.needle}`,
      );
  }
}
for (const [name, { n, rule, learned, offered }] of [...hits].sort())
  console.log(
    name.padEnd(14),
    n,
    ...Object.entries({ offered, rule, learned }).map(([key, x]) => `${key} ${((100 * x) / n).toFixed(1)}`),
  );
