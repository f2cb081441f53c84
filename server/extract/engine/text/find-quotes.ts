export function quoteMask(text: string): (at: number) => boolean {
  const spans: [number, number][] = [];
  for (const m of text.matchAll(/“[^“”]{0,2000}[”\n]|"[^"\n]{0,2000}["\n]/g))
    spans.push([m.index, m.index + m[0].length]);
  return (at) => spans.some(([a, b]) => a < at && at < b);
}
