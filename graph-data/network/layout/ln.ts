/** 1 / 25, 1 / 23, … 1: the series of artanh, its last term first. */
const COEFFICIENTS = Array.from({ length: 13 }, (_, term) => 1 / (25 - 2 * term));

/**
 * The natural logarithm to some 15 digits, by division alone: `Math.log` may differ in its last bit from one engine to
 * another, and a layout must not. NaN below 0 and for NaN, −Infinity at 0. O(|log2|), meant for numbers of everyday size.
 */
export function ln(value: number): number {
  if (!(value > 0)) return value === 0 ? -Infinity : NaN;
  if (value === Infinity) return Infinity;
  let [mantissa, halvings] = [value, 0];
  for (; mantissa > Math.SQRT2; mantissa /= 2) halvings += 1;
  for (; mantissa < Math.SQRT1_2; mantissa *= 2) halvings -= 1;
  // ln m = 2 artanh s, with s = (m − 1) / (m + 1) and |s| < 0.172
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (const coefficient of COEFFICIENTS) sum = sum * square + coefficient;
  return halvings * Math.LN2 + 2 * ratio * sum;
}
