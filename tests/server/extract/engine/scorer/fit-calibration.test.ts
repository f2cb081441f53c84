import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../../server/extract/engine/scorer/claim-model.ts';
import { fitCalibration } from '../../../../../server/extract/engine/scorer/fit-calibration.ts';

const outcomes = (score: number, right: number, of: number): { score: number; isRight: boolean }[] =>
  Array.from({ length: of }, (_, k) => ({ score, isRight: k < right }));

describe('fitCalibration', () => {
  it('when scores boast, then the certainty is the share that was right', () => {
    const pairs = fitCalibration([...outcomes(0.9, 32, 40), ...outcomes(0.5, 8, 40)]);
    expect(pairs).toEqual([
      [0.5, 0.2],
      [0.9, 0.8],
    ]);
  });

  it('when a higher block was right less often, then both are one', () => {
    expect(fitCalibration([...outcomes(0.4, 20, 40), ...outcomes(0.6, 10, 40)])).toEqual([[0.5, 0.375]]);
  });

  it('when there is nothing to fit, then there are no pairs', () => {
    expect(fitCalibration([])).toEqual([]);
  });
});

describe('calibrate', () => {
  const pairs = [
    [0.2, 0.1],
    [0.6, 0.5],
  ] as const;

  it.each([
    [0, 0.1],
    [0.4, 0.3],
    [0.6, 0.5],
    [1, 0.5],
  ])('when the score is %d, then the certainty is %d', (score, certainty) => {
    expect(calibrate(pairs, score)).toBeCloseTo(certainty);
  });

  it('when nothing was fitted, then the score stands', () => {
    expect(calibrate([], 0.7)).toBe(0.7);
  });
});
