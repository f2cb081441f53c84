import { fitThreshold, holdOut, proposeHeldOut } from '../../../server/extract/engine/scorer/hold-out.ts';
import { readTraining as readReports } from '../../../server/extract/engine/scorer/read-training.ts';
import { scoreProposals } from './score-proposals.ts';

const FOLDS = Number(process.argv[2] ?? 6);
const [gold, articles] = ['/work/shared/gold', '/work/shared/articles'];
const reports = readReports(gold, articles);
const group = (r: (typeof reports)[number]): string =>
  process.argv[3] === 'publisher'
    ? r.name.startsWith('en-kremlin')
      ? 'k'
      : r.name.startsWith('whitehouse')
        ? 'w'
        : r.name.startsWith('gum') || r.name.startsWith('wiki')
          ? 'n'
          : 'o'
    : String(reports.indexOf(r) % FOLDS);
const held = holdOut(reports, group);
console.log(
  fitThreshold(held),
  held.reduce((n, h) => n + h.report.candidates.length, 0),
  held.reduce((n, h) => n + h.outcomes.filter((o) => o.isRight).length, 0),
);
const proposals = proposeHeldOut(held, group);
console.log(scoreProposals(gold, reports, proposals));
const all = proposals
  .flatMap((list, k) => list.map((p) => ({ p, k })))
  .sort((a, b) => b.p.certainty - a.p.certainty);
const half = new Set(all.slice(0, all.length / 2).map(({ p }) => p));
console.log(
  'top half',
  scoreProposals(
    gold,
    reports,
    proposals.map((l) => l.filter((p) => half.has(p))),
  ).precision,
);
console.log(
  'at 0.8',
  all.filter(({ p }) => Math.abs(p.certainty - 0.8) < 0.05).length,
  scoreProposals(
    gold,
    reports,
    proposals.map((l) => l.filter((p) => Math.abs(p.certainty - 0.8) < 0.05)),
  ).precision,
);
if (process.argv[4])
  proposals.forEach(
    (l, k) =>
      reports[k]!.name.includes(process.argv[4]!) &&
      l.forEach((p) =>
        console.log(
          p.certainty,
          p.subject,
          p.type,
          p.object,
          '|',
          p.label,
          '|',
          p.reason,
          '|',
          p.speaker,
          '|',
          reports[k]!.text.slice(p.start, p.end).slice(0, 80),
        ),
      ),
  );
