import type { Figure } from './bench.ts';
import { toVerdict } from './bench.ts';

/** A result as it is kept in `bench/results`. */
export interface SavedResult {
  readonly name: string;
  readonly title: string;
  readonly method: string;
  readonly figures: readonly Figure[];
  readonly notes: string;
  readonly machine: string;
}

const HEAD = `# Benchmarks

Every figure is a ratio of two things measured side by side in one run: ours and a peer's, or ours and what the machine
can do at best. Times differ from machine to machine; the ratios hold, give or take the noise. Written by
\`npm run bench\`; do not edit by hand.

\`\`\`
npm ci
npm run bench             # all of them, some twenty minutes
npm run bench -- layout   # one of them
\`\`\`

A bench that draws needs a Chromium; see the README, "Tests".
`;

/** The page `docs/benchmarks.md`, a section a result, in the order given. */
export function renderPage(results: readonly SavedResult[]): string {
  return [HEAD, ...results.map(renderSection)].join('\n');
}

function renderSection({ name, title, method, figures, notes, machine }: SavedResult): string {
  const rows = figures.map(
    (figure) =>
      `| ${toCell(figure.what)} | ${renderRatio(figure)} | ${toVerdict(figure).replace('no', '**no**')} | ${toCell(figure.sides)} |`,
  );
  return `## ${name}: ${title}

${method.trim()}

| compared | ratio | met | measured |
| --- | --- | --- | --- |
${rows.join('\n')}
${notes === '' ? '' : `\n${notes.trim()}\n`}
Measured on ${machine}.
`;
}

/** "1.93 × (at most 3)". */
export function renderRatio({ ratio, atLeast, atMost }: Figure): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  const size = Math.abs(ratio) >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
  return `${size} ×${bounds.length === 0 ? '' : ` (${bounds.join(', ')})`}`;
}

function toCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
