import cytoscape from 'cytoscape';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import * as visNetworkModule from 'vis-network/standalone';
import { createNetworkCanvas } from '../../../../client/canvas/network-canvas.ts';
import { PALETTES } from '../../../../client/canvas/palette.ts';
import type { NetworkGraph } from '../../../../graph-data/network/graph.ts';

/** Something that draws the network in an empty stage. */
export interface Contender {
  /** Makes its own form of the network: before the clock starts. */
  prepare(graph: NetworkGraph): Prepared;
}

export interface Prepared {
  /** Draws it; resolves when its first picture is drawn. */
  draw(stage: HTMLElement): Promise<void> | void;
  /** Which element takes the mouse. */
  ground(stage: HTMLElement): Element;
  destroy(): void;
}

/** What is used of vis-network, whose declarations TypeScript cannot follow in strict module resolution. */
interface VisNetworkModule {
  readonly DataSet: new (items: readonly object[]) => object;
  readonly Network: new (
    stage: HTMLElement,
    data: object,
    options: object,
  ) => { once(event: string, listener: () => void): void; destroy(): void };
}
const vis = visNetworkModule as unknown as VisNetworkModule;

const PALETTE = PALETTES.light;
const first = (stage: HTMLElement, selector: string): Element => stage.querySelector(selector) ?? stage;

/** What the page itself draws with, all of it: names, marks, hit tests. Nothing moves on its own. */
const ours: Contender = {
  prepare(graph) {
    let canvas: ReturnType<typeof createNetworkCanvas> | undefined;
    return {
      draw(stage) {
        const nothing = (): void => undefined;
        const events = { onSelect: nothing, onExpand: nothing, onCamera: nothing, onRunning: nothing };
        canvas = createNetworkCanvas(
          stage,
          { ...events, onPinned: nothing, onUnavailable: nothing },
          { theme: 'light', prefersReducedMotion: true },
        );
        canvas.setGraph(graph);
      },
      ground: (stage) => first(stage, '.sigma-mouse'),
      destroy: () => canvas?.destroy(),
    };
  },
};

/** Sigma as its documentation begins: a graph with places, sizes and colours, no settings. */
const bareSigma: Contender = {
  prepare(graph) {
    const plain = new MultiDirectedGraph();
    graph.forEachNode((id, { label, kind, x, y, size }) => {
      plain.addNode(id, { label, x, y, size: size / 3, color: PALETTE.kinds[kind] });
    });
    graph.forEachEdge((id, { stance, size }, source, target) => {
      if (source !== target)
        plain.addEdgeWithKey(id, source, target, { size: size / 2, color: PALETTE.stances[stance] });
    });
    let sigma: Sigma | undefined;
    return {
      draw(stage) {
        sigma = new Sigma(plain, stage);
      },
      ground: (stage) => first(stage, '.sigma-mouse'),
      destroy: () => sigma?.kill(),
    };
  },
};

/** cytoscape.js with what its documentation advises for performance: haystack edges without arrows, hidden while moving. */
const cytoscapeWith = (renderer: object): Contender => ({
  prepare(graph) {
    const elements: cytoscape.ElementDefinition[] = [];
    graph.forEachNode((id, { kind, x, y, size }) => {
      elements.push({
        group: 'nodes',
        data: { id, color: PALETTE.kinds[kind], size: size / 2 },
        position: { x: x * 8, y: -y * 8 },
      });
    });
    graph.forEachEdge((id, { stance }, source, target) => {
      if (source !== target)
        elements.push({ group: 'edges', data: { id, source, target, color: PALETTE.stances[stance] } });
    });
    let cy: cytoscape.Core | undefined;
    return {
      draw(stage) {
        return new Promise((resolve) => {
          cy = cytoscape({
            container: stage,
            elements,
            layout: { name: 'preset' },
            style: [
              {
                selector: 'node',
                style: { width: 'data(size)', height: 'data(size)', 'background-color': 'data(color)' },
              },
              {
                selector: 'edge',
                style: { 'curve-style': 'haystack', width: 1, 'line-color': 'data(color)', opacity: 1 },
              },
            ],
            textureOnViewport: true,
            hideEdgesOnViewport: true,
            hideLabelsOnViewport: true,
            pixelRatio: 1,
            renderer,
          } as cytoscape.CytoscapeOptions);
          cy.one('render', () => resolve());
        });
      },
      ground: (stage) => stage,
      destroy: () => cy?.destroy(),
    };
  },
});

/** vis-network with what its documentation advises for many edges: no physics, no smooth curves, no improved layout. */
const visNetwork: Contender = {
  prepare(graph) {
    const nodes = graph.mapNodes((id, { kind, x, y, size }) => ({
      id,
      x: x * 8,
      y: -y * 8,
      size: size / 2,
      color: PALETTE.kinds[kind],
    }));
    const edges: { id: string; from: string; to: string; color: string }[] = [];
    graph.forEachEdge((id, { stance }, from, to) => {
      if (from !== to) edges.push({ id, from, to, color: PALETTE.stances[stance] });
    });
    let network: InstanceType<VisNetworkModule['Network']> | undefined;
    return {
      draw(stage) {
        return new Promise((resolve) => {
          network = new vis.Network(
            stage,
            { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) },
            {
              physics: false,
              layout: { improvedLayout: false },
              nodes: { shape: 'dot' },
              edges: { smooth: false },
              interaction: { hideEdgesOnDrag: true, hideEdgesOnZoom: true, hideNodesOnDrag: false },
            },
          );
          network.once('afterDrawing', () => resolve());
        });
      },
      ground: (stage) => first(stage, 'canvas'),
      destroy: () => network?.destroy(),
    };
  },
};

export const CONTENDERS = {
  ours,
  'bare Sigma': bareSigma,
  'cytoscape.js': cytoscapeWith({ name: 'canvas' }),
  'vis-network': visNetwork,
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof CONTENDERS;
