import { propose, type Proposal } from '../extract-claims.ts';
import { openModel, type ModelFile } from './claim-model.ts';
import { fitCalibration, type Outcome } from './fit-calibration.ts';
import { trainModel, type TrainingReport } from './train-model.ts';

/** A report and what a model that never saw it, nor any of its group, proposes for it. */
export interface HeldOut {
  readonly report: TrainingReport;
  readonly model: ModelFile;
  /** Every candidate's score, in order, and whether it is stated. */
  readonly outcomes: readonly Outcome[];
}

/** Lets each group of reports be judged by a model trained on all others. Reports in the order given. */
export function holdOut(
  reports: readonly TrainingReport[],
  groupOf: (report: TrainingReport) => string,
): HeldOut[] {
  const models = new Map<string, ModelFile>();
  return reports.map((report) => {
    const group = groupOf(report);
    let model = models.get(group);
    if (!model) models.set(group, (model = trainModel(reports.filter((r) => groupOf(r) !== group))));
    const { score } = openModel(model);
    const outcomes = report.candidates.map((candidate, k) => ({
      score: score(candidate.features),
      isRight: (report.labels[k] ?? []).length > 0,
    }));
    return { report, model, outcomes };
  });
}

/** F1 is flat round its best: so much of it is enough where a lower threshold finds more of what is stated. */
const ENOUGH = 0.99;
/** A reviewer who rejects more than every second proposal is better served by fewer. */
const SHARE_RIGHT = 0.47;

/**
 * The lowest threshold that keeps nearly the best F1 over the outcomes, all claims of the reports being there to be found, and
 * of whose proposals nearly half are right; that of the best F1 where none does. And the calibration of the scores from half
 * of it.
 */
export function fitThreshold(heldOut: readonly HeldOut[]): Pick<ModelFile, 'threshold' | 'calibration'> {
  const stated = heldOut.reduce((sum, { report }) => sum + report.gold.claims.length, 0);
  const kept = heldOut
    .flatMap(({ report, outcomes }) => oneDirection(report, outcomes))
    .sort((a, b) => b.score - a.score);
  let right = 0;
  const steps = kept.map(({ isRight, score }, k) => {
    right += Number(isRight);
    return { score, f1: (2 * right) / (k + 1 + stated), shareRight: right / (k + 1) };
  });
  const most = steps.reduce((best, { f1 }) => Math.max(best, f1), 0);
  const chosen =
    steps.findLast(({ f1, shareRight }) => f1 >= ENOUGH * most && shareRight >= SHARE_RIGHT) ??
    steps.find(({ f1 }) => f1 === most);
  const threshold = Math.floor((chosen?.score ?? 0.5) * 100) / 100;
  return { threshold, calibration: fitCalibration(kept.filter((o) => o.score >= threshold / 2)) };
}

/** Of the two directions of a pair in a sentence, the surer. */
function oneDirection({ candidates }: TrainingReport, outcomes: readonly Outcome[]): Outcome[] {
  const best = new Map<string, Outcome>();
  candidates.forEach(({ sentence, a, b }, k) => {
    const key = `${sentence} ${[a, b].sort().join(' ')}`;
    const [known, outcome] = [best.get(key), outcomes[k]];
    if (outcome && (!known || outcome.score > known.score)) best.set(key, outcome);
  });
  return [...best.values()];
}

/** What is proposed for each report held out, with a threshold and calibration fitted on the others' outcomes. */
export function proposeHeldOut(
  heldOut: readonly HeldOut[],
  groupOf: (report: TrainingReport) => string,
): Proposal[][] {
  const fits = new Map<string, Pick<ModelFile, 'threshold' | 'calibration'>>();
  return heldOut.map(({ report, model }) => {
    const group = groupOf(report);
    let fit = fits.get(group);
    if (!fit) fits.set(group, (fit = fitThreshold(heldOut.filter((h) => groupOf(h.report) !== group))));
    return propose(report.report, [report.candidates], openModel({ ...model, ...fit }));
  });
}
