import type { FoundActor, Report } from '../report.ts';

/** What says nothing of who they are: articles, numbers, what joins. */
const EMPTY =
  /^(?:the|an?|all|any|every|each|some|several|many|both|that|this|these|those|such|its|our|my|his|her|their|your|own|other|over|more|than|about|of|to|in|from|for|with|on|at|by|and|or|who|which|are|is|s|\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/;
/** What follows a head begins so. */
const AFTER = /^(?:of|to|in|from|for|with|on|at|by|who|which|that)$/;
/** Heads that are said of anybody: without a word that tells them apart they stand for nobody in particular. */
const ANYBODY = /^(?:people|leaders|members|countries|states|citizens)$/;
/** A report that has more groups of one head tells them apart. */
const MOST_OF_HEAD = 40;

/** A group's head and the words that tell it apart. */
interface Described {
  readonly actor: FoundActor;
  readonly head: string;
  readonly marks: ReadonlySet<string>;
}

/**
 * Makes one actor of two groups of the same head where all that tells the one apart also tells the other: "Ruritanian officers"
 * and "Ruritanian army officers". Where the wider could be one of several, nothing is done. One pass over the groups of each
 * head for each of them, of which there are few.
 */
export function mergeGroups(report: Report): void {
  const wider = new Map<string, string>();
  for (const groups of Map.groupBy(describeGroups(report), ({ head }) => head).values()) {
    if (groups.length < 2 || groups.length > MOST_OF_HEAD) continue;
    for (const group of groups) {
      if (group.marks.size === 0 && ANYBODY.test(group.head)) continue;
      const [only, another] = groups.filter((other) => other !== group && isWithin(group, other));
      if (only && !another) wider.set(group.actor.id, only.actor.id);
    }
  }
  if (wider.size === 0) return;
  const idOf = (id: string): string => {
    let last = id;
    for (let next = wider.get(last); next !== undefined; next = wider.get(last)) last = next;
    return last;
  };
  for (const id of wider.keys()) {
    const [from, to] = [report.actors.get(id), report.actors.get(idOf(id))];
    if (!from || !to) continue;
    for (const name of from.names) to.names.add(name);
    to.names.add(from.name);
    report.actors.delete(id);
  }
  report.mentions = report.mentions.map((mention) =>
    wider.has(mention.actor) ? { ...mention, actor: idOf(mention.actor) } : mention,
  );
}

function describeGroups({ actors }: Report): Described[] {
  return [...actors.values()].flatMap((actor) => {
    if (actor.kind !== 'group') return [];
    const words = wordsOf(actor.name);
    const after = words.findIndex((word, k) => k > 0 && AFTER.test(word));
    const head = words[(after < 0 ? words.length : after) - 1] ?? '';
    // the id knows whose they are where the name does not: "its officials"
    const marks = [...words, ...wordsOf(actor.id.replace('group:', ''))].filter(
      (word) => word !== head && !EMPTY.test(word),
    );
    return [{ actor, head, marks: new Set(marks) }];
  });
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/['’]s?\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether all that tells the one apart also tells the other; of equals the one whose id comes later. */
const isWithin = (one: Described, other: Described): boolean =>
  [...one.marks].every((mark) => other.marks.has(mark)) &&
  (one.marks.size < other.marks.size || one.actor.id > other.actor.id);
