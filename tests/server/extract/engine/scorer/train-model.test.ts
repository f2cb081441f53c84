import { describe, expect, it } from 'vitest';
import { openModel } from '../../../../../server/extract/engine/scorer/claim-model.ts';
import type { Gold } from '../../../../../server/extract/engine/scorer/gold.ts';
import {
  layOut,
  trainModel,
  type TrainingReport,
} from '../../../../../server/extract/engine/scorer/train-model.ts';

const LANDS = ['Norway', 'Chile', 'Kenya', 'Peru', 'Ghana', 'Japan', 'Nepal', 'Spain', 'Malta', 'Egypt'];
const actor = (name: string): Gold['actors'][number] => ({
  id: name.toLowerCase(),
  name,
  kind: 'country',
  mentions: [name],
});

/** A report that states one attack, and names two more countries that do nothing to each other. */
function report(k: number): TrainingReport {
  const [a, b, c, d] = [0, 1, 2, 3].map((step) => LANDS[(k + step) % LANDS.length] ?? '') as [
    string,
    string,
    string,
    string,
  ];
  const text = `${a} attacked ${b} on Monday.\n\nRain fell in ${c} and in ${d}.`;
  const claim = {
    subject: a.toLowerCase(),
    object: b.toLowerCase(),
    type: 'attacks',
    relation: 'attacks',
    stance: 'negative',
    modality: 'asserted',
    speaker: null,
    needle: `${a} attacked ${b}`,
    start: 0,
    end: `${a} attacked ${b}`.length,
    core: true,
  };
  return layOut(`report-${k}`, text, { actors: [a, b, c, d].map(actor), claims: [claim] });
}

describe('trainModel', () => {
  const reports = LANDS.map((_, k) => report(k));
  const file = trainModel(reports);

  it('when it has learned, then what is stated scores above what is not, with its type and stance', () => {
    const model = openModel(file);
    const [{ candidates, labels }] = [report(2)];
    const stated = candidates
      .filter((_, k) => (labels[k]?.length ?? 0) > 0)
      .map(({ features }) => model.judge(features));
    const others = candidates
      .filter((_, k) => labels[k]?.length === 0)
      .map(({ features }) => model.score(features));
    expect(stated).toMatchObject([
      {
        types: [['attacks', expect.any(Number)], expect.anything()],
        stance: 'negative',
      },
    ]);
    expect(Math.min(...stated.map(({ score }) => score))).toBeGreaterThan(Math.max(...others));
  });

  it('when it learns the same again, then the file is the same to the letter', () => {
    expect(JSON.stringify(trainModel(reports))).toBe(JSON.stringify(file));
  });
});
