const TERMS = 12;

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
  for (let term = TERMS; term >= 0; term -= 1) sum = sum * square + 1 / (2 * term + 1);
  return halvings * Math.LN2 + 2 * ratio * sum;
}
