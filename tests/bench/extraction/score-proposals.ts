import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toExtractJson } from '../../../server/extract/engine/to-extract-json.ts';
import type { Proposal } from '../../../server/extract/engine/extract-claims.ts';
import type { TrainingReport } from '../../../server/extract/engine/scorer/train-model.ts';

/** What gold/score.mjs prints, in per cent. */
export interface Scores {
  readonly coreRecall: number;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  readonly proposed: number;
  readonly type: number;
  readonly stance: number;
  readonly modality: number;
  readonly speaker: number;
}

/** Writes what `extract --json` would print for each report and lets gold/score.mjs judge it. */
export function scoreProposals(
  goldFolder: string,
  reports: readonly TrainingReport[],
  proposals: readonly (readonly Proposal[])[],
): Scores {
  return scoreFiles(
    goldFolder,
    reports.map(({ name, report }, k) => ({
      name,
      content: toExtractJson({ actors: [...report.actors.values()], proposals: proposals[k] ?? [] }),
    })),
  );
}

/** Scores any answers in the format of gold/score.mjs. */
export function scoreFiles(
  goldFolder: string,
  files: readonly { readonly name: string; readonly content: unknown }[],
): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-extraction-'));
  for (const { name, content } of files) writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
  const printed = execFileSync(process.execPath, [join(goldFolder, 'score.mjs'), goldFolder, folder], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  const number = (name: string): number => Number(new RegExp(`${name} ([\\d.]+)`).exec(printed)?.[1] ?? NaN);
  return {
    coreRecall: number('core recall'),
    recall: number('%  recall'),
    precision: number('precision'),
    f1: number('F1'),
    proposed: number('proposed'),
    type: number('type'),
    stance: number('stance'),
    modality: number('modality'),
    speaker: number('speaker'),
  };
}
