import type { Actor } from '../../model/actor.ts';
import { actorSchema } from '../../model/actor.ts';
import type { ActorId } from '../../model/ids.ts';
import { NO_SPEAKER } from '../../model/lens.ts';
import { readEntries } from './entries.ts';
import type { DatasetFault } from './fault.ts';
import { quoteValue } from './fault.ts';
import { toNearestFinder } from './nearest-id.ts';
import type { YamlFile } from './yaml-file.ts';

/** Answers whether an actor exists, and what to say where it does not. */
export interface KnownActors {
  /** What stands there instead of a known actor; undefined when it is one. */
  findFault(id: ActorId): { readonly expected: string; readonly found: string } | undefined;
}

/** The actors of a file in its order, and the ids that may be named: those of faulty entries too. */
export function readActors(
  file: YamlFile,
  report: (fault: DatasetFault) => void,
): { actors: Actor[]; known: KnownActors } {
  const entries = readEntries(file, 'actors', actorSchema, report);
  const known = toKnownActors(entries.flatMap(({ fields }) => fields.id ?? []));
  const mergedInto = new Map<ActorId, ActorId>();
  for (const { index, fields } of entries) {
    if (fields.id === NO_SPEAKER) {
      report(
        file.faultAt([index, 'id'], 'another id', `"${NO_SPEAKER}", which stands for a document's own voice`),
      );
    }
    if (fields.mergedInto === undefined) continue;
    const fault = known.findFault(fields.mergedInto);
    if (fault !== undefined) report(file.faultAt([index, 'mergedInto'], fault.expected, fault.found));
    if (fields.id !== undefined) mergedInto.set(fields.id, fields.mergedInto);
  }
  const reported = new Set<ActorId>();
  for (const { index, fields } of entries) {
    const cycle = fields.id === undefined ? undefined : findCycle(fields.id, mergedInto);
    if (cycle === undefined || cycle.some((id) => reported.has(id))) continue;
    cycle.forEach((id) => reported.add(id));
    const found = [...cycle, ...cycle.slice(0, 1)].join(' → ');
    report(file.faultAt([index, 'mergedInto'], 'mergers that end at an actor', found));
  }
  return { actors: entries.flatMap(({ whole }) => whole ?? []), known };
}

function toKnownActors(ids: readonly ActorId[]): KnownActors {
  const idSet = new Set(ids);
  const findNearest = toNearestFinder(ids);
  return {
    findFault(id) {
      if (idSet.has(id)) return undefined;
      const nearest = findNearest(id);
      const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
      return { expected: 'an actor of the actors file', found: `${quoteValue(id)}${hint}` };
    },
  };
}

/** The ring of mergers that holds this actor, starting with it; undefined when it is in none. */
function findCycle(id: ActorId, mergedInto: ReadonlyMap<ActorId, ActorId>): ActorId[] | undefined {
  const ring = [id];
  const seen = new Set(ring);
  for (let next = mergedInto.get(id); next !== undefined; next = mergedInto.get(next)) {
    if (next === id) return ring;
    if (seen.has(next)) return undefined; // runs into another ring
    seen.add(next);
    ring.push(next);
  }
  return undefined;
}
