import { decodeNetwork } from '../../../../graph-data/contract/columns/decode-network.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { toLoadedNetwork } from '../../../../client/state/network-state.ts';
import type { ContenderName } from './contenders.ts';
import { CONTENDERS } from './contenders.ts';
import { pan, presented } from './frames.ts';

/** What the bench calls in the page. */
export interface DrawPage {
  /** Fetches the network to draw; answers how much it is. */
  load(address: string): Promise<{ readonly nodes: number; readonly edges: number }>;
  /** Times one contender from its call to the picture, and, where steps are given, panning by so many steps. */
  time(name: ContenderName, steps: number): Promise<{ readonly firstMs: number; readonly panMs: number }>;
}

declare global {
  interface Window {
    drawPage?: DrawPage;
  }
}

let graph: ReturnType<typeof toLoadedNetwork>['graph'] | undefined;

window.drawPage = {
  async load(address) {
    const response = await fetch(address);
    graph = toLoadedNetwork(decodeNetwork(new Uint8Array(await response.arrayBuffer())), DEFAULT_LENS).graph;
    return { nodes: graph.order, edges: graph.size };
  },
  async time(name, steps) {
    const stage = document.getElementById('stage');
    if (stage === null || graph === undefined) throw new Error('nothing to draw');
    const prepared = CONTENDERS[name].prepare(graph);
    await presented(stage);
    const startMs = performance.now();
    await prepared.draw(stage);
    await presented(stage);
    const firstMs = performance.now() - startMs;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const panMs = steps === 0 ? 0 : await pan(stage, prepared.ground(stage), steps);
    prepared.destroy();
    stage.replaceChildren();
    return { firstMs, panMs };
  },
};
