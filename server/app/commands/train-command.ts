import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ModelFile } from '../../extract/engine/scorer/claim-model.ts';
import { fitThreshold, holdOut } from '../../extract/engine/scorer/hold-out.ts';
import { readTraining } from '../../extract/engine/scorer/read-training.ts';
import { MODEL_PATH } from '../../extract/engine/scorer/shipped-model.ts';
import { trainModel } from '../../extract/engine/scorer/train-model.ts';
import { toCountWords } from './count-words.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = { gold: { type: 'string' }, articles: { type: 'string' }, out: { type: 'string' } } as const;
/** Threshold and calibration are fitted on reports that a model trained on the other nine tenths judges. */
const PARTS = 10;

/**
 * `train --gold DIR --articles DIR [--out FILE]`: learns the engine's weights from reports read by hand and writes them,
 * with threshold, calibration and what they reach on reports held out. The same folders give the same file.
 */
export function runTrain(args: readonly string[]): number {
  const { values } = orUsage(() => parseArgs({ args: [...args], options: OPTIONS }));
  const { gold, articles, out } = values;
  if (gold === undefined || articles === undefined)
    throw new UsageError('train takes --gold DIR and --articles DIR');
  for (const folder of [gold, articles])
    if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  const reports = readTraining(gold, articles);
  if (reports.length < 2)
    throw new UsageError(`training takes at least two reports; ${gold} has ${reports.length}`);
  const places = new Map(reports.map((report, k) => [report, String(k % PARTS)]));
  const heldOut = holdOut(reports, (report) => places.get(report) ?? '');
  const fit = fitThreshold(heldOut);
  const claims = reports.reduce((sum, { gold: { claims: own } }) => sum + own.length, 0);
  const model: ModelFile = {
    ...trainModel(reports),
    ...fit,
    figures: { reports: reports.length, claims, ...countHeldOut(heldOut, fit.threshold, claims) },
  };
  writeFileSync(out ?? MODEL_PATH, toLines(model));
  console.log(
    `${toCountWords(reports.length, 'report')}, ${toCountWords(claims, 'claim')}; threshold ${fit.threshold}`,
  );
  return 0;
}

/** Of the pairs above the threshold, both directions counted: the share stated, and the share of all claims among them. */
function countHeldOut(
  heldOut: ReturnType<typeof holdOut>,
  threshold: number,
  claims: number,
): ModelFile['figures'] {
  const above = heldOut.flatMap(({ outcomes }) => outcomes.filter(({ score }) => score >= threshold));
  const right = above.filter(({ isRight }) => isRight).length;
  const percent = (part: number, whole: number): number =>
    Math.round((1000 * part) / Math.max(1, whole)) / 10;
  return {
    heldOutPairs: above.length,
    heldOutPairsRight: percent(right, above.length),
    heldOutPairsOfClaims: percent(right, claims),
  };
}

/** JSON with one feature a line, so that a change of the model reads as a change. */
function toLines(model: ModelFile): string {
  const fields = Object.entries(model).map(([key, value]) => {
    const isTable =
      typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length > 8;
    if (!isTable) return ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const rows = Object.entries(value as object).map(
      ([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`,
    );
    return ` ${JSON.stringify(key)}: {\n${rows.join(',\n')}\n }`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
