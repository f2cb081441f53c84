import { tokenAt } from '../names/token-at.ts';
import type { FoundActor, Report, Sentence } from '../report.ts';
import type { FoundName } from '../names/found-name.ts';
import { countryOf } from '../coreference/discourse.ts';
import { slug } from '../names/known-names.ts';
import { ROLES, ROLE_OWN } from './group-nouns.ts';
import type { MentionIndex } from './mention-index.ts';

/** Callings that only a modifier of nation or an owner makes an actor: "a Ruritanian artist". */
const OFFICE =
  /(?:president|minister|premier|chancellor|king|queen|prince|princess|emir|sultan|emperor|leader|envoy|ambassador|consul|spokes\w+|chairman|chairwoman|secretary|director|head|governor|mayor|commander|pope|patriarch|counterpart|colleague|ceo|speaker|chief|prosecutor|adviser|advisor|negotiator|coordinator)$/;
const OWNING = /^(?:his|her|their|its|our|my|your)$/;
const MODIFIER =
  /^(?:prime|vice|deputy|first|former|foreign|defen[cs]e|interior|finance|health|trade|environment|energy|justice|education|economy|opposition|special|national|security|press|secretary|leading|senior|top|new|then|newly|late|famous|young|outstanding|chief|acting|military|attorney|party|future|ex)$/;

interface Role {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly of?: string;
  /** After what follows the title, "of Norway"; after the title where nothing does. */
  readonly ofTo: number;
  readonly owning: string;
  readonly article: string;
}

/**
 * Roles in place of a name, "the envoy", "Ruritania's foreign minister": the person who bears it where one is known, else a
 * person of its own; and the ties that a role beside a name states.
 */
export function findRoles(names: readonly FoundName[], report: Report, mentions: MentionIndex): void {
  const titlesOf = Map.groupBy(
    names.filter((name) => name.form === 'role'),
    ({ sentence }) => sentence,
  );
  const ofTitle = (name: FoundName): string | undefined =>
    name.of ? mentions.at(name.of.sentence, name.of.from)?.actor : undefined;
  for (const sentence of report.sentences) {
    const titles = titlesOf.get(sentence.index);
    for (let i = 0; i < sentence.tokens.length; i += 1) {
      const title = titles?.findLast(({ from }) => from === i);
      const role = title
        ? readRole(sentence, i, title.to, title.title ?? '', ofTitle(title), title.of?.to)
        : readWord(sentence, i);
      if (!role) continue;
      placeRole(sentence, role);
      i = Math.max(i, role.to - 1);
    }
  }

  function readWord(sentence: Sentence, i: number): Role | undefined {
    const token = tokenAt(sentence.tokens, i);
    if (!ROLES.has(token.lower) && !ROLE_OWN.has(token.lower)) return undefined;
    if (!/^\p{Ll}/u.test(token.text) || token.pos === 'VERB' || mentions.at(sentence.index, i))
      return undefined;
    if (
      /^(?:general|chief|head|secretary|prime|vice)$/.test(token.lower) &&
      ROLES.has(sentence.tokens[i + 1]?.lower ?? '')
    )
      return undefined;
    if (
      token.lower === 'general' &&
      !/^(?:secretary|attorney|the|a)$/.test(sentence.tokens[i - 1]?.lower ?? '')
    )
      return undefined;
    return readRole(sentence, i, i + 1, token.lower, undefined);
  }

  function readRole(
    sentence: Sentence,
    head: number,
    to: number,
    words: string,
    titleOf: string | undefined,
    titleOfTo = to,
  ): Role {
    const { tokens, index } = sentence;
    let from = head;
    while (
      from > 0 &&
      head - from < 4 &&
      MODIFIER.test(tokenAt(tokens, from - 1).lower) &&
      !mentions.at(index, from - 1)
    )
      from -= 1;
    const title = (
      from < head
        ? `${report.text.slice(tokenAt(tokens, from).start, tokenAt(tokens, head).start)}${words}`
        : words
    )
      .toLowerCase()
      .replace(/\s+/g, ' ');
    let of = titleOf;
    let ofTo = titleOfTo;
    const before = mentions.at(index, from - 1);
    if (
      before?.to === from &&
      before.form !== 'role' &&
      before.form !== 'group' &&
      report.actors.get(before.actor)?.kind !== 'person'
    ) {
      of ??= before.actor;
      from = before.from;
    } else if (/^['’]s?$/.test(tokens[from - 1]?.text ?? '')) {
      const owner = mentions.at(index, from - 2);
      if (owner) {
        of ??= owner.actor;
        from = owner.from;
      }
    }
    while (
      from > 0 &&
      head - from < 8 &&
      MODIFIER.test(tokenAt(tokens, from - 1).lower) &&
      !mentions.at(index, from - 1)
    )
      from -= 1;
    const determiner = tokens[from - 1]?.lower ?? '';
    const owning = OWNING.test(determiner) ? determiner : '';
    const article = /^(?:the|a|an)$/.test(determiner) ? determiner : '';
    if (owning || article) from -= 1;
    if (of === undefined && /^(?:of|for)$/.test(tokens[to]?.lower ?? '')) {
      const next = mentions.at(index, to + 1) ?? mentions.at(index, to + 2);
      if (next && next.form !== 'role') {
        of = next.actor;
        ofTo = next.to;
      }
    }
    return { from, to, title, ...(of === undefined ? {} : { of }), ofTo, owning, article };
  }

  function placeRole(sentence: Sentence, { from, to, title, of, ofTo, owning, article }: Role): void {
    const { tokens, index } = sentence;
    const head = title.slice(title.lastIndexOf(' ') + 1);
    const person = (id: string | undefined): FoundActor | undefined => {
      const actor = id === undefined ? undefined : report.actors.get(id);
      return actor?.kind === 'person' ? actor : undefined;
    };
    // a name beside it bears it: no role of its own
    const next =
      mentions.at(index, to) ?? (tokens[to]?.text === ',' ? mentions.at(index, to + 1) : undefined);
    const previous = tokens[from - 1]?.text === ',' ? mentions.at(index, from - 2) : undefined;
    const besides = person(next?.actor)
      ? next
      : person(previous?.actor) && (of !== undefined || article)
        ? previous
        : undefined;
    const bearer = person(besides?.actor);
    if (besides && bearer) {
      if (of !== undefined && of !== bearer.id) {
        bearer.ties.push({ to: of, title });
        report.ties.push({
          person: bearer.id,
          of,
          title,
          sentence: index,
          start: tokenAt(tokens, Math.min(from, besides.from)).start,
          end: Math.max(besides.end, tokenAt(tokens, to - 1).end),
        });
      }
      return;
    }
    const isOwn = ROLE_OWN.has(head);
    const at = tokenAt(tokens, from).start;
    let actor: string | undefined;
    if (isOwn) {
      if (!owning && of === undefined) return;
    } else {
      if (article === 'a' || article === 'an' ? of === undefined : !article && !owning && of === undefined)
        return;
      if (/^(?:counterpart|colleague)$/.test(head) && of === undefined) {
        const me = mentions.lastPerson(at, () => true);
        actor = report.protagonists.find((id) => id !== me);
        if (actor === undefined) return;
      }
      const isHolder = (bearer: FoundActor): boolean => bearer.ties.some((tie) => tie.title.includes(head));
      const isTied = (bearer: FoundActor): boolean =>
        bearer.ties.some((tie) => tie.to === of) || countryOf(report, bearer.id) === of;
      if (of !== undefined && OFFICE.test(head) && article !== 'a' && article !== 'an')
        actor ??=
          mentions.lastPerson(at, (bearer) => isTied(bearer) && isHolder(bearer)) ??
          [...report.protagonists].find((id) =>
            report.actors.get(id)?.ties.some((tie) => tie.to === of && tie.title.includes(head)),
          ) ??
          (/^(?:leader|head|president)$/.test(head)
            ? report.protagonists.find((id) => person(id) !== undefined && countryOf(report, id) === of)
            : undefined) ??
          (/^(?:leader|counterpart|colleague|head)$/.test(head)
            ? mentions.lastPerson(at, isTied)
            : undefined) ??
          (/^(?:counterpart|colleague)$/.test(head) || (head === 'president' && report.isReadout)
            ? findOther(of)
            : undefined);
      else if (of === undefined && article === 'the')
        actor ??=
          mentions.lastPerson(at, isHolder) ??
          (head === 'president'
            ? [...report.protagonists].find((id) => report.actors.get(id)?.ties.length === 0)
            : undefined);
      if (actor === undefined && of === undefined && !OFFICE.test(head)) return;
    }
    const wordsTo = (last: number): string =>
      report.text.slice(tokenAt(tokens, from).start, tokenAt(tokens, last - 1).end).replace(/\s+/g, ' ');
    const words = wordsTo(to);
    if (actor === undefined) {
      // "the president of Norway" and "the president of Chile" are two
      const name = wordsTo(Math.max(to, ofTo)).replace(/^(?:the|a|an|his|her|their|its|our|my|your) /i, '');
      actor = slug(name) || 'role';
      const there = report.actors.get(actor);
      if (there && there.kind !== 'person') actor = `role:${actor}`;
      if (!report.actors.has(actor))
        report.actors.set(actor, {
          id: actor,
          name,
          kind: 'person',
          names: new Set([name]),
          gender: '',
          ties: of === undefined ? [] : [{ to: of, title }],
          count: 0,
        });
    } else if (of !== undefined && of !== actor) report.actors.get(actor)?.ties.push({ to: of, title });
    mentions.add({
      sentence: index,
      from,
      to,
      start: at,
      end: tokenAt(tokens, to - 1).end,
      actor,
      form: 'role',
    });
    report.actors.get(actor)?.names.add(words);
  }

  /** Of a readout's two the one who is of no other country. */
  function findOther(of: string): string | undefined {
    return report.protagonists.find(
      (id) =>
        !report.actors
          .get(id)
          ?.ties.some(
            (tie) => tie.to !== '' && tie.to !== of && report.actors.get(tie.to)?.kind === 'country',
          ),
    );
  }
}
