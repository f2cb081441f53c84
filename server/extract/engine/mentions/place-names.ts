import { tokenAt, sentenceAt } from '../names/token-at.ts';
import type { Report } from '../report.ts';
import type { FoundName } from '../names/found-name.ts';
import { isCap } from '../names/found-name.ts';
import type { ActorOfName } from '../names/link-names.ts';

/** Sets down every linked name as a mention, and adds to its actor the longer names that title and owner make of it. */
export function placeNames(names: readonly FoundName[], actorOf: ActorOfName, report: Report): void {
  for (const name of names) {
    const id = actorOf.get(name);
    if (id === undefined) continue;
    const { tokens } = sentenceAt(report, name.sentence);
    const [first, last] = [tokenAt(tokens, name.from), tokenAt(tokens, name.to - 1)];
    const known = report.actors.get(id)?.names ?? new Set<string>();
    const add = (from: number): void => {
      known.add(report.text.slice(tokenAt(tokens, from).start, last.end));
    };
    if (name.title !== undefined)
      for (let from = name.from - 1; from >= 0 && name.from - from < 12; from -= 1) {
        const token = tokenAt(tokens, from);
        if (!isCap(token) && !/^(?:of|the|for|['’]s|and|former)$/.test(token.lower)) break;
        if (isCap(token) || token.lower === 'former') add(from);
      }
    const owner = report.mentions.at(-1);
    if (
      /^['’]s$/.test(tokens[name.from - 1]?.text ?? '') &&
      name.kind !== 'person' &&
      owner?.sentence === name.sentence &&
      owner.to === name.from - 1
    )
      add(owner.from);
    report.mentions.push({
      sentence: name.sentence,
      from: name.from,
      to: name.to,
      start: first.start,
      end: last.end,
      actor: id,
      form: name.form,
      ...(name.isInside ? { isInside: true } : {}),
    });
  }
}
