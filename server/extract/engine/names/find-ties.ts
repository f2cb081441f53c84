import { tokenAt, sentenceAt } from './token-at.ts';
import type { Report } from '../report.ts';
import type { FoundName } from './found-name.ts';
import type { ActorOfName } from './link-names.ts';

/**
 * Ties that a title states: "Ruritanian President Ann Example", "President of Ruritania …", "Ann Example, Minister of …",
 * "President Example of Ruritania"; given to the person, and to the report with their place.
 */
export function findTies(names: readonly FoundName[], actorOf: ActorOfName, report: Report): void {
  names.forEach((name, k) => {
    const title = name.title?.toLowerCase();
    if (name.kind !== 'person' || title === undefined) return;
    const { tokens } = sentenceAt(report, name.sentence);
    const from = name.titleFrom ?? name.from;
    const previous = findBefore(names, k, from);
    const next = names[k + 1];
    let of = name.of ? actorOf.get(name.of) : undefined;
    let end = name.to;
    let start = from;
    if (
      of === undefined &&
      previous &&
      isOwner(previous) &&
      from - previous.to <= 1 &&
      (from === previous.to || /^['’]s$/.test(tokens[previous.to]?.text ?? ''))
    ) {
      of = actorOf.get(previous);
      start = previous.from;
    }
    if (
      of === undefined &&
      name.form === 'name' &&
      next?.sentence === name.sentence &&
      tokens[name.to]?.lower === 'of' &&
      next.from - name.to <= 2 &&
      isOwner(next)
    ) {
      of = actorOf.get(next);
      end = next.to;
    }
    let person = name.form === 'name' ? actorOf.get(name) : undefined;
    // apposition: "Ann Example, President of Ruritania"
    if (
      name.form === 'role' &&
      previous?.kind === 'person' &&
      previous.form === 'name' &&
      tokens[previous.to]?.text === ',' &&
      from - previous.to <= 2
    ) {
      person = actorOf.get(previous);
      start = previous.from;
    }
    const actor = person === undefined ? undefined : report.actors.get(person);
    if (!actor || of === person) return;
    actor.ties.push({ to: of ?? '', title });
    if (of !== undefined)
      report.ties.push({
        person: actor.id,
        of,
        title,
        sentence: name.sentence,
        start: tokenAt(tokens, start).start,
        end: tokenAt(tokens, end - 1).end,
      });
  });
}

const isOwner = (name: FoundName): boolean =>
  name.known !== undefined || name.kind === 'organisation' || name.kind === 'place';

/** The last name of the same sentence that ends before a token. */
function findBefore(names: readonly FoundName[], k: number, token: number): FoundName | undefined {
  for (let i = k - 1; i >= 0 && i > k - 6; i -= 1) {
    const name = names[i];
    if (name?.sentence !== names[k]?.sentence || !name) return undefined;
    if (name.to <= token) return name;
  }
  return undefined;
}
