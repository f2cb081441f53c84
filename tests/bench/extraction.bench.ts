import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Proposal } from '../../server/extract/engine/extract-claims.ts';
import { holdOut, proposeHeldOut } from '../../server/extract/engine/scorer/hold-out.ts';
import { readTraining } from '../../server/extract/engine/scorer/read-training.ts';
import type { TrainingReport } from '../../server/extract/engine/scorer/train-model.ts';
import type { Bench, BenchResult, Figure } from './bench.ts';
import { scoreEvents, type EventScores } from './extraction/score-events.ts';
import { shippedModel } from '../../server/extract/engine/scorer/shipped-model.ts';
import { timeAgainstTagger, type Times } from './extraction/time-against-tagger.ts';
import { linkPairs } from './extraction/pairs-in-sentences.ts';
import { scoreFiles, scoreProposals, type Scores } from './extraction/score-proposals.ts';

const NOTHING: BenchResult = { figures: [], notes: '' };

export const bench: Bench = {
  title: 'relations found in reports nobody trained on',
  method: `Reports read by hand (\`--gold DIR --articles DIR\`) are scored by the reading's own \`score.mjs\` on the files that
\`extract --json\` would print: each by a model trained on all other reports, threshold and calibration fitted on those too; and
again by a model that saw no report of the same publisher. Beside it every pair of the reader's own actors in a sentence, which
need not find any actor. With \`--events FILE\` (or its folder), PLOVER's coded sentences are
read by the shipped model. Percentages: the ratio is the share itself divided by what it is to be. Time is processor time of one
thread, the median of seven rounds over all reports, the tagger's and ours by turns in the same process.`,
  run(say) {
    const { values } = parseArgs({
      args: process.argv.slice(2),
      options: { gold: { type: 'string' }, articles: { type: 'string' }, events: { type: 'string' } },
      allowPositionals: true,
    });
    const { gold, articles, events } = values;
    if (gold === undefined || articles === undefined || !existsSync(gold) || !existsSync(articles)) {
      say('skipped: --gold DIR and --articles DIR name the reports read by hand and their texts');
      return Promise.resolve(NOTHING);
    }
    const reports = readTraining(gold, articles);
    say(`${reports.length} reports read`);
    const publishers = readPublishers(articles);
    const one = judge(gold, reports, (report) => report.name, say);
    const publisher = judge(gold, reports, ({ name }) => publishers.get(name) ?? 'unknown', say);
    const coded =
      events === undefined ? '' : `\n\n${describeEvents(scoreEvents(toEventsFile(events), shippedModel()))}`;
    const files = reports.map(({ name, text, gold: own }) => ({ name, content: linkPairs(text, own) }));
    const pairs = scoreFiles(gold, files);
    const times = timeAgainstTagger(reports.map(({ text }) => text.normalize('NFC')));
    return Promise.resolve({
      figures: [
        ...toFigures(one, pairs),
        { ...against('F1, no report of the publisher seen', publisher.all.f1, pairs.f1) },
        toTime(times),
      ],
      notes:
        toTable([
          ['one report left out', one.all],
          ['its more certain half', one.half],
          ['its proposals near 0.8', one.near],
          ['one publisher left out', publisher.all],
          ["every pair of the reader's actors", pairs],
        ]) + coded,
    });
  },
};

interface Judged {
  readonly all: Scores;
  readonly half: Scores;
  readonly near: Scores;
}

function judge(
  gold: string,
  reports: readonly TrainingReport[],
  groupOf: (r: TrainingReport) => string,
  say: (line: string) => void,
): Judged {
  const proposals = proposeHeldOut(holdOut(reports, groupOf), groupOf);
  const all = proposals.flat().sort((a, b) => b.certainty - a.certainty);
  const half = new Set(all.slice(0, Math.ceil(all.length / 2)));
  const only = (keep: (p: Proposal) => boolean): Scores =>
    scoreProposals(
      gold,
      reports,
      proposals.map((list) => list.filter(keep)),
    );
  const judged = {
    all: only(() => true),
    half: only((p) => half.has(p)),
    near: only((p) => Math.abs(p.certainty - 0.8) <= 0.05),
  };
  say(`F1 ${judged.all.f1}, precision ${judged.all.precision} %, core recall ${judged.all.coreRecall} %`);
  return judged;
}

function toFigures({ all, half, near }: Judged, pairs: Scores): Figure[] {
  const bar = (what: string, value: number, atLeast: number): Figure => ({
    what: `${what} is to be at least ${atLeast} %`,
    ratio: value / atLeast,
    atLeast: 1,
    sides: `${value} %`,
  });
  return [
    bar('F1', all.f1, 45),
    bar('core recall', all.coreRecall, 55),
    bar('precision', all.precision, 45),
    bar('the speaker of the found', all.speaker, 75),
    bar('the stance of the found', all.stance, 80),
    bar('the type of the found', all.type, 65),
    bar('right of the more certain half', half.precision, 60),
    {
      what: 'right of those at 0.8, to that',
      ratio: near.precision / 80,
      sides: `${near.precision} % of ${near.proposed}`,
    },
    against('F1', all.f1, pairs.f1),
  ];
}

const against = (what: string, ours: number, peer: number): Figure => ({
  what: `${what}, to every pair of the reader's own actors in a sentence`,
  ratio: ours / peer,
  sides: `${ours} against ${peer}`,
});

/** The extraction may take so many times what its tagger takes alone. */
const MOST_TIMES = 5;

const toTime = ({ extractionMs, taggerMs }: Times): Figure => ({
  what: `extraction of all reports takes at most ${MOST_TIMES} × what wink-nlp alone takes to tokenise and tag them`,
  ratio: (MOST_TIMES * taggerMs) / extractionMs,
  atLeast: 1,
  sides: `${Math.round(extractionMs)} ms against ${Math.round(taggerMs)} ms: ${(extractionMs / taggerMs).toFixed(1)} ×`,
});

function toTable(rows: readonly (readonly [string, Scores])[]): string {
  const columns: readonly (readonly [string, keyof Scores])[] = [
    ['F1', 'f1'],
    ['precision', 'precision'],
    ['recall', 'recall'],
    ['core recall', 'coreRecall'],
    ['type', 'type'],
    ['stance', 'stance'],
    ['modality', 'modality'],
    ['speaker', 'speaker'],
    ['proposed', 'proposed'],
  ];
  return [
    `| held out | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
    ...rows.map(([name, scores]) => `| ${name} | ${columns.map(([, key]) => scores[key]).join(' | ')} |`),
  ].join('\n');
}

function describeEvents(scores: EventScores): string {
  const { rows, type, rowsWithBoth, sourceAndTarget, amongProposals } = scores;
  return `PLOVER's ${rows} coded sentences, the surest proposal of each: type as coded ${type}; of the ${rowsWithBoth} with source and
target, both as coded ${sourceAndTarget}, and ${amongProposals} among all proposals of the sentence.`;
}

/** The coded sentences of a folder, or the file itself. */
const toEventsFile = (path: string): string =>
  statSync(path).isDirectory() ? join(path, 'plover-gold-dev.tsv') : path;

/** Publisher of each report by its name, from the folder's index. */
function readPublishers(articles: string): Map<string, string> {
  const path = join(articles, 'index.json');
  if (!existsSync(path)) return new Map();
  const rows = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>[];
  return new Map(
    rows.map((row) => [
      (row['file'] ?? row['name'] ?? '').replace(/\.txt$/, ''),
      row['publisher'] ?? 'unknown',
    ]),
  );
}
