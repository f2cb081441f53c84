import type { ActorKind } from '../../model/actor.ts';
import type { ActorId, RelationTypeId } from '../../model/ids.ts';
import { relationIdOf } from '../../model/ids.ts';
import { mostOf, toEdgeSize, toNodeSize } from '../../network/appearance.ts';
import type { NetworkAnswer } from '../answers.ts';
import type { ColumnFile } from './column-file.ts';
import { BrokenColumnsError, decodeColumns, requireBelow, requireRising } from './column-file.ts';
import type { NetworkHead } from './encode-network.ts';

/**
 * Reads what `encodeNetwork` wrote: exactly the JSON answer. Throws {@link BrokenColumnsError} on anything else; a number that
 * leads outside its list never gets through. Cost: about 1 µs a node and 2 µs an edge.
 */
export function decodeNetwork(bytes: Uint8Array): NetworkAnswer {
  const file = decodeColumns(bytes);
  const head = toHead(file.head);
  const nodes = decodeNodes(file, head);
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: head.attributes,
    nodes,
    edges: decodeEdges(file, head, nodes),
  };
}

function toHead(head: unknown): NetworkHead {
  const { format, attributes, kinds, stances, modalities } = (head ?? {}) as Partial<NetworkHead>;
  if (format !== 'onrecord-network') throw new BrokenColumnsError('they hold no network');
  const isWhole =
    [kinds, stances, modalities].every(Array.isArray) &&
    typeof attributes === 'object' &&
    Array.isArray(attributes.vocabulary) &&
    typeof attributes.meta === 'object';
  if (!isWhole) throw new BrokenColumnsError('the head is not that of a network');
  return head as NetworkHead;
}

function decodeNodes(file: ColumnFile, { kinds }: NetworkHead): NetworkAnswer['nodes'] {
  const keys = file.texts('node.key');
  const labels = file.texts('node.label', keys.length);
  const kind = file.numbers('node.kind', 'u8', keys.length);
  const claims = file.counts('node.claims', keys.length);
  const spoken = file.counts('node.spoken', keys.length);
  const x = file.numbers('node.x', 'f64', keys.length);
  const y = file.numbers('node.y', 'f64', keys.length);
  requireBelow(kind, kinds.length, 'node.kind');
  const most = mostOf(claims);
  return keys.map((key, node) => ({
    key,
    attributes: {
      label: labels[node] ?? '',
      kind: kinds[kind[node] ?? 0] as ActorKind,
      claims: claims[node] ?? 0,
      spoken: spoken[node] ?? 0,
      x: x[node] ?? 0,
      y: y[node] ?? 0,
      size: toNodeSize(claims[node] ?? 0, most),
    },
  }));
}

function decodeEdges(
  file: ColumnFile,
  head: NetworkHead,
  nodes: NetworkAnswer['nodes'],
): NetworkAnswer['edges'] {
  const { vocabulary } = head.attributes;
  const source = file.counts('edge.source');
  const count = source.length;
  const target = file.counts('edge.target', count);
  const type = file.numbers('edge.type', 'u8', count);
  const claims = file.counts('edge.claims', count);
  const origins = file.counts('edge.origins', count);
  const stance = file.numbers('edge.stance', 'u8', count);
  const disputed = file.numbers('edge.disputed', 'u8', count);
  requireBelow(source, nodes.length, 'edge.source');
  requireBelow(target, nodes.length, 'edge.target');
  requireBelow(type, vocabulary.length, 'edge.type');
  requireBelow(stance, head.stances.length, 'edge.stance');
  const stances = countReader(file, 'edge.stances', head.stances, count);
  const [positive, neutral, negative] = [stances('positive'), stances('neutral'), stances('negative')];
  const modalities = countReader(file, 'edge.modalities', head.modalities, count);
  const [asserted, denied] = [modalities('asserted'), modalities('denied')];
  const [planned, hypothetical] = [modalities('planned'), modalities('hypothetical')];
  const dates = [null, ...file.texts('date')];
  const firstOn = file.counts('edge.firstOn', count);
  const lastOn = file.counts('edge.lastOn', count);
  requireBelow(firstOn, dates.length, 'edge.firstOn');
  requireBelow(lastOn, dates.length, 'edge.lastOn');
  const labelsOf = listReader(file, 'edge.labels', count, file.texts('label'));
  const speakersOf = listReader(file, 'edge.speakers', count, [null, ...file.texts('speaker')]);
  const edges: NetworkAnswer['edges'] = [];
  for (let edge = 0; edge < count; edge += 1) {
    const [from, to] = [nodes[source[edge] ?? 0]?.key ?? '', nodes[target[edge] ?? 0]?.key ?? ''];
    const row = vocabulary[type[edge] ?? 0];
    if (row === undefined) throw new BrokenColumnsError('edge.type');
    const labels = labelsOf(edge);
    const number = claims[edge] ?? 0;
    edges.push({
      key: relationIdOf(from as ActorId, row.id as RelationTypeId, to as ActorId, row.mutual),
      source: from,
      target: to,
      attributes: {
        type: row.id,
        direction: row.mutual ? 'both' : 'out',
        label: labels[0] ?? row.label,
        labels,
        claims: number,
        origins: origins[edge] ?? 0,
        speakers: speakersOf(edge),
        stance: head.stances[stance[edge] ?? 0] ?? 'neutral',
        stances: { positive: positive(edge), neutral: neutral(edge), negative: negative(edge) },
        modalities: {
          asserted: asserted(edge),
          denied: denied(edge),
          planned: planned(edge),
          hypothetical: hypothetical(edge),
        },
        firstOn: dates[firstOn[edge] ?? 0] ?? null,
        lastOn: dates[lastOn[edge] ?? 0] ?? null,
        disputed: disputed[edge] === 1,
        size: toEdgeSize(number),
      },
    });
  }
  return edges;
}

/** Reads counts that stand side by side, one a name of `names`. */
function countReader<T extends string>(
  file: ColumnFile,
  column: string,
  names: readonly T[],
  count: number,
): (name: T) => (edge: number) => number {
  const width = names.length;
  const values = file.counts(column, count * width);
  return (name) => {
    const place = names.indexOf(name);
    if (place < 0) throw new BrokenColumnsError(`${column} does not count ${name}`);
    return (edge) => values[edge * width + place] ?? 0;
  };
}

/** Reads lists of places in `all` that stand in a row. */
function listReader<T>(
  file: ColumnFile,
  name: string,
  count: number,
  all: readonly T[],
): (edge: number) => T[] {
  const places = file.counts(name);
  const from = file.counts(`${name}.from`, count + 1);
  requireRising(from, places.length, `${name}.from`);
  requireBelow(places, all.length, name);
  return (edge) => {
    const list: T[] = [];
    const end = from[edge + 1] ?? 0;
    for (let at = from[edge] ?? 0; at < end; at += 1) list.push(all[places[at] ?? 0] as T);
    return list;
  };
}
