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
  const claims = file.numbers('node.claims', 'u32', keys.length);
  const spoken = file.numbers('node.spoken', 'u32', keys.length);
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
  const source = file.numbers('edge.source', 'u32');
  const count = source.length;
  const target = file.numbers('edge.target', 'u32', count);
  const type = file.numbers('edge.type', 'u8', count);
  const claims = file.numbers('edge.claims', 'u32', count);
  const origins = file.numbers('edge.origins', 'u32', count);
  const stance = file.numbers('edge.stance', 'u8', count);
  const disputed = file.numbers('edge.disputed', 'u8', count);
  requireBelow(source, nodes.length, 'edge.source');
  requireBelow(target, nodes.length, 'edge.target');
  requireBelow(type, vocabulary.length, 'edge.type');
  requireBelow(stance, head.stances.length, 'edge.stance');
  const stancesOf = recordReader(file, 'edge.stances', head.stances, count);
  const modalitiesOf = recordReader(file, 'edge.modalities', head.modalities, count);
  const dates = file.texts('date');
  const firstOn = file.numbers('edge.firstOn', 'i32', count);
  const lastOn = file.numbers('edge.lastOn', 'i32', count);
  requireBelow(firstOn, dates.length, 'edge.firstOn', -1);
  requireBelow(lastOn, dates.length, 'edge.lastOn', -1);
  const labels = file.texts('label');
  const labelsOf = listReader(
    file,
    'edge.labels',
    'u32',
    count,
    labels.length,
    (label) => labels[label] ?? '',
  );
  const speakers = file.texts('speaker');
  const speakersOf = listReader(file, 'edge.speakers', 'i32', count, speakers.length, (speaker) =>
    speaker < 0 ? null : (speakers[speaker] ?? null),
  );
  return Array.from(source, (from, edge) => {
    const [start, end] = [nodes[from]?.key ?? '', nodes[target[edge] ?? 0]?.key ?? ''];
    const row = vocabulary[type[edge] ?? 0];
    if (row === undefined) throw new BrokenColumnsError('edge.type');
    const said = labelsOf(edge);
    const number = claims[edge] ?? 0;
    return {
      key: relationIdOf(start as ActorId, row.id as RelationTypeId, end as ActorId, row.mutual),
      source: start,
      target: end,
      attributes: {
        type: row.id,
        direction: row.mutual ? 'both' : 'out',
        label: said[0] ?? row.label,
        labels: said,
        claims: number,
        origins: origins[edge] ?? 0,
        speakers: speakersOf(edge),
        stance: head.stances[stance[edge] ?? 0] ?? 'neutral',
        stances: stancesOf(edge),
        modalities: modalitiesOf(edge),
        firstOn: dates[firstOn[edge] ?? -1] ?? null,
        lastOn: dates[lastOn[edge] ?? -1] ?? null,
        disputed: disputed[edge] === 1,
        size: toEdgeSize(number),
      },
    };
  });
}

/** Reads counts that stand side by side, one a name, as a record. */
function recordReader(
  file: ColumnFile,
  name: string,
  keys: readonly string[],
  count: number,
): (edge: number) => Record<string, number> {
  const values = file.numbers(name, 'u32', count * keys.length);
  return (edge) => {
    const record: Record<string, number> = {};
    for (let place = 0; place < keys.length; place += 1)
      record[keys[place] ?? ''] = values[edge * keys.length + place] ?? 0;
    return record;
  };
}

/** Reads lists of numbers that stand in a row, each number as what it stands for. */
function listReader<T>(
  file: ColumnFile,
  name: string,
  type: 'u32' | 'i32',
  count: number,
  end: number,
  read: (value: number) => T,
): (edge: number) => T[] {
  const values = file.numbers(name, type);
  const from = file.numbers(`${name}.from`, 'u32', count + 1);
  requireRising(from, values.length, `${name}.from`);
  requireBelow(values, end, name, type === 'i32' ? -1 : 0);
  return (edge) => Array.from(values.subarray(from[edge], from[edge + 1]), read);
}
