import type { Rgb } from '../../../graph-data/network/appearance.ts';

type Triple = [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How readers see colours: as most do, or with one kind of cone missing. */
export const VISIONS = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

/** Severity 1.0 of Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, on linear RGB. */
const MATRICES: Readonly<Record<Vision, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function multiply(matrix: Matrix, [a, b, c]: Triple): Triple {
  const row = ([x, y, z]: Triple): number => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function toLinear([red, green, blue]: Rgb): Triple {
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return [linear(red), linear(green), linear(blue)];
}

/** Linear sRGB to CIE L*a*b* under D65. */
function toLab(linear: Triple): Triple {
  const [x, y, z] = multiply(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    linear,
  );
  const f = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116;
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function see(colour: Rgb, vision: Vision): Triple {
  const [red, green, blue] = multiply(MATRICES[vision], toLinear(colour));
  const clamp = (value: number): number => Math.max(0, Math.min(1, value));
  return toLab([clamp(red), clamp(green), clamp(blue)]);
}

const DEGREE = Math.PI / 180;

/** CIEDE2000 (Sharma, Wu and Dalal 2005): about 1 is just noticed, 10 is told apart at a glance. */
export function differenceOf(one: Rgb, other: Rgb, vision: Vision): number {
  const [l1, a1, b1] = see(one, vision);
  const [l2, a2, b2] = see(other, vision);
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 1 + 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / DEGREE + 360) % 360;
  const [h1, h2] = [hue(a1 * stretch, b1), hue(a2 * stretch, b2)];
  let turn = c1 * c2 === 0 ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREE);
  const meanL = (l1 + l2) / 2;
  const meanC = (c1 + c2) / 2;
  const apart = Math.abs(h1 - h2) > 180;
  const meanH =
    c1 * c2 === 0 ? h1 + h2 : apart ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2;
  const t =
    1 -
    0.17 * Math.cos((meanH - 30) * DEGREE) +
    0.24 * Math.cos(2 * meanH * DEGREE) +
    0.32 * Math.cos((3 * meanH + 6) * DEGREE) -
    0.2 * Math.cos((4 * meanH - 63) * DEGREE);
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanC;
  const sH = 1 + 0.015 * meanC * t;
  const rotation =
    -Math.sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * DEGREE) *
    2 *
    Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7));
  const [l, c, h] = [(l2 - l1) / sL, (c2 - c1) / sC, dH / sH];
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
}

/** The contrast of WCAG 2.2, 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const luminance = (colour: Rgb): number => {
    const [red, green, blue] = toLinear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
