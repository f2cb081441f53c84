import type { LayoutInput } from '../../graph-data/network/layout/layout-input.ts';
import { startLayout } from '../../graph-data/network/layout/layout.ts';
import type { RunningLayout } from '../../graph-data/network/layout/running-layout.ts';

/** What the page asks of the worker. */
export type LayoutOrder =
  | { readonly kind: 'start'; readonly input: LayoutInput }
  /** Answered with the positions after so many more iterations. */
  | { readonly kind: 'step'; readonly iterations: number };

/** What the worker answers: x and y in turn, in the layout's own scale. */
export type LayoutAnswer = Float32Array;

let layout: RunningLayout | undefined;

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if (data.kind === 'start') {
    layout = startLayout(data.input);
    return;
  }
  if (layout === undefined) return;
  layout.step(data.iterations);
  const positions: LayoutAnswer = layout.positions();
  postMessage(positions);
});
