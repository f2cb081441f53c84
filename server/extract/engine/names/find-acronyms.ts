import { sentenceAt } from './token-at.ts';
import type { Report } from '../report.ts';
import type { FoundName } from './found-name.ts';
import { KNOWN } from './known-names.ts';

/** The initials of a name's capitalised words. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');

/** What short forms stand for which bodies: in brackets after the name "(ABC)", or its initials. */
export function findAcronyms(
  names: readonly FoundName[],
  actorOf: ReadonlyMap<FoundName, string>,
  report: Report,
): Map<string, string> {
  const acronyms = new Map<string, string>();
  for (const name of names) {
    const id = actorOf.get(name);
    const kind = id === undefined ? undefined : report.actors.get(id)?.kind;
    if (id === undefined || name.isInside || kind === 'country') continue;
    const { tokens } = sentenceAt(report, name.sentence);
    const short = tokens[name.to + 1];
    if (kind === 'person') {
      // no person has initials in brackets: "Hay'at Tahrir al-Sham (HTS)"
      const actor = report.actors.get(id);
      if (!actor || tokens[name.to]?.text !== '(' || short?.text !== initialsOf(actor.name)) continue;
      actor.kind = 'organisation';
    }
    if (/^[([]$/.test(tokens[name.to]?.text ?? '') && short && /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(short.text))
      acronyms.set(short.text, id);
  }
  for (const actor of report.actors.values()) {
    if (actor.kind !== 'organisation') continue;
    const initials = initialsOf(actor.name);
    if (initials.length >= 2 && !acronyms.has(initials) && !KNOWN.has(initials))
      acronyms.set(initials, actor.id);
  }
  return acronyms;
}
