import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { decodeColumns } from '../../../../graph-data/contract/columns/column-file.ts';
import { presented } from '../../draw/page/frames.ts';

/** One condition on a claim, as a bench asks for it. */
export interface Filter {
  readonly attribute: 'stance' | 'month' | 'publisher';
  readonly value: number;
  /** Given, everything from the value up to it passes. */
  readonly upTo?: number;
}

export type Way = 'iteration alone' | 'reducers' | 'a new graph' | 'a new graph of the strongest';

/** What the bench calls in the page. */
export interface LensPage {
  load(address: string): Promise<number>;
  /** Milliseconds from the wish to the redrawn picture. */
  time(way: Way, filter: Filter): Promise<number>;
}

declare global {
  interface Window {
    lensPage?: LensPage;
  }
}

interface ClaimEdge {
  readonly stance: number;
  readonly month: number;
  readonly publisher: number;
  readonly color: string;
  readonly size: number;
}
interface ActorNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: string;
}
type ClaimGraph = MultiDirectedGraph<ActorNode, ClaimEdge>;

const ACTORS = 2_000;
const LINES = 6_000;
const COLOURS = ['#1f78b4', '#868d97', '#c4501b'];

let claims: ClaimGraph = new MultiDirectedGraph();
let sigma: Sigma<ActorNode, ClaimEdge> | undefined;
const stage = (): HTMLElement => document.getElementById('stage') ?? document.body;

/** The whole network in memory, an edge a claim; what is drawn at first is one node. */
async function load(address: string): Promise<number> {
  const response = await fetch(address);
  const file = decodeColumns(new Uint8Array(await response.arrayBuffer()));
  const ids = file.texts('id');
  const [x, y] = [file.numbers('x', 'f64'), file.numbers('y', 'f64')];
  const [subject, object] = [file.numbers('subject', 'u32'), file.numbers('object', 'u32')];
  const [stance, month] = [file.numbers('stance', 'u8'), file.numbers('month', 'u32')];
  const publisher = file.numbers('publisher', 'u32');
  claims = new MultiDirectedGraph();
  ids.forEach((id, index) => {
    claims.addNode(id, { x: x[index] ?? 0, y: y[index] ?? 0, size: 3, label: id });
  });
  subject.forEach((from, row) => {
    claims.addEdge(ids[from], ids[object[row] ?? 0], {
      stance: stance[row] ?? 0,
      month: month[row] ?? 0,
      publisher: publisher[row] ?? 0,
      color: COLOURS[stance[row] ?? 0] ?? '',
      size: 1,
    });
  });
  const little: ClaimGraph = new MultiDirectedGraph();
  little.addNode('start', { x: 0, y: 0, size: 3, label: '' });
  sigma = new Sigma(little, stage());
  await presented(stage());
  return claims.size;
}

/** What passes a filter, as one writes it by hand. */
function toTest({ attribute, value, upTo }: Filter): (claim: ClaimEdge) => boolean {
  if (upTo === undefined) return (claim) => claim[attribute] === value;
  return (claim) => claim[attribute] >= value && claim[attribute] <= upTo;
}

function filtered(filter: Filter): ClaimGraph {
  const passes = toTest(filter);
  const graph: ClaimGraph = new MultiDirectedGraph();
  claims.forEachEdge((edge, attributes, source, target, from, to) => {
    if (!passes(attributes)) return;
    if (!graph.hasNode(source)) graph.addNode(source, from);
    if (!graph.hasNode(target)) graph.addNode(target, to);
    graph.addEdgeWithKey(edge, source, target, attributes);
  });
  return graph;
}

/** What passes, by the budget the program itself has: the actors with most claims, and the strongest lines between them. */
function strongest(filter: Filter): ClaimGraph {
  const passes = toTest(filter);
  const claimsOf = new Map<string, number>();
  const claimsOfPair = new Map<string, { source: string; target: string; count: number; first: ClaimEdge }>();
  claims.forEachEdge((_, attributes, source, target) => {
    if (!passes(attributes)) return;
    claimsOf.set(source, (claimsOf.get(source) ?? 0) + 1);
    claimsOf.set(target, (claimsOf.get(target) ?? 0) + 1);
    const pair = claimsOfPair.get(`${source}>${target}`);
    if (pair === undefined)
      claimsOfPair.set(`${source}>${target}`, { source, target, count: 1, first: attributes });
    else pair.count += 1;
  });
  const graph: ClaimGraph = new MultiDirectedGraph();
  for (const [id] of [...claimsOf].sort(([, a], [, b]) => b - a).slice(0, ACTORS))
    graph.addNode(id, claims.getNodeAttributes(id));
  const between = [...claimsOfPair.values()].filter(
    ({ source, target }) => graph.hasNode(source) && graph.hasNode(target),
  );
  for (const { source, target, first } of between.sort((a, b) => b.count - a.count).slice(0, LINES))
    graph.addEdge(source, target, first);
  return graph;
}

function hideTheRest(renderer: Sigma<ActorNode, ClaimEdge>, filter: Filter): void {
  const passes = toTest(filter);
  const passing = new Set<string>();
  claims.forEachEdge((_, attributes, source, target) => {
    if (passes(attributes)) passing.add(source).add(target);
  });
  renderer.setSetting('nodeReducer', (id, data) => (passing.has(id) ? data : { ...data, hidden: true }));
  renderer.setSetting('edgeReducer', (_, data) => (passes(data) ? data : { ...data, hidden: true }));
  if (renderer.getGraph() === claims) renderer.refresh();
  else renderer.setGraph(claims);
}

window.lensPage = {
  load,
  async time(way, filter) {
    if (sigma === undefined) throw new Error('nothing is loaded');
    sigma.setSetting('nodeReducer', null);
    sigma.setSetting('edgeReducer', null);
    await presented(stage());
    const startMs = performance.now();
    if (way === 'iteration alone') {
      const passes = toTest(filter);
      let passing = 0;
      claims.forEachEdge((_, attributes) => {
        if (passes(attributes)) passing += 1;
      });
      if (passing < 0) throw new Error('counted wrongly');
      return performance.now() - startMs;
    }
    if (way === 'reducers') hideTheRest(sigma, filter);
    else sigma.setGraph(way === 'a new graph' ? filtered(filter) : strongest(filter));
    await presented(stage());
    return performance.now() - startMs;
  },
};
