import type { Mention, Report } from '../report.ts';
import { FEMALE, MALE } from '../names/word-lists.ts';
import { quoteMask } from '../text/find-quotes.ts';
import { isSubject } from '../syntax/is-subject.ts';
import { speakerNear } from './says.ts';

export function resolveReferences(doc: Report): void {
  const found: Mention[] = [];
  const inQuote = quoteMask(doc.text);
  for (const s of doc.sentences) {
    const { tokens } = s;
    tokens.forEach((t, i) => {
      const w = t.lower;
      const before = [...doc.mentions, ...found].filter(
        (m) => m.start < t.start && m.sentence >= s.index - 3,
      );
      const push = (actor: string | undefined, form: Mention['form'], to = i + 1): void => {
        if (actor)
          found.push({
            sentence: s.index,
            from: i,
            to,
            start: t.start,
            end: tokens[to - 1]!.end,
            actor,
            form,
          });
      };
      if (MALE.has(w) || FEMALE.has(w)) {
        const gender = MALE.has(w) ? 'm' : 'f';
        const all = before.filter((m) => {
          const a = doc.actors.get(m.actor)!;
          return a.kind === 'person' && (a.gender === '' || a.gender === gender);
        });
        if (all.length === 0) return;
        const score = (m: Mention): number => {
          const here = m.sentence === s.index;
          const prevSubject = !here && isSubject(doc, m);
          const clauseSubject = here && isSubject(doc, m);
          return (
            (here ? 3 : m.sentence === s.index - 1 ? 2 : 0) +
            (prevSubject ? 1.5 : 0) +
            (clauseSubject ? 1 : 0) +
            (doc.protagonists.includes(m.actor) ? 0.5 : 0) +
            Math.min(1, doc.actors.get(m.actor)!.count / 8) +
            m.start / 1e6
          );
        };
        const best = all.reduce((x, y) => (score(y) >= score(x) ? y : x));
        const a = doc.actors.get(best.actor)!;
        if (a.gender === '') a.gender = gender;
        push(best.actor, 'pronoun');
      } else if (/^(i|my|me|myself)$/.test(w) && (t.text === 'I' || w !== 'i')) {
        push(
          inQuote(t.start)
            ? (speakerNear(doc, s) ?? doc.voice ?? undefined)
            : (doc.turns[s.index]?.speaker ?? doc.voice ?? undefined),
          'voice',
        );
      } else if (/^(we|our|us|ours|ourselves)$/.test(w) && t.text !== 'US') {
        const voice = inQuote(t.start)
          ? (speakerNear(doc, s) ?? doc.voice)
          : (doc.turns[s.index]?.speaker ?? doc.voice);
        if (!voice) return;
        const tie = doc.actors
          .get(voice)
          ?.ties.find((x) => x.to && doc.actors.get(x.to)?.kind === 'country')?.to;
        push(voice, 'voice');
        if (tie) push(tie, 'voice');
        else if (/biden|harris|trump|obama|psaki|horne|sullivan/i.test(voice))
          push(doc.actors.has('united-states') ? 'united-states' : undefined, 'voice');
      } else if (/^(you|your|yours|yourself|yourselves)$/.test(w) && doc.turns[s.index]?.to) {
        const to = doc.turns[s.index]!.to!;
        push(to, 'voice');
        const tie = doc.actors
          .get(to)
          ?.ties.find((x) => x.to && doc.actors.get(x.to)?.kind === 'country')?.to;
        if (tie) push(tie, 'voice');
      } else if (/^(it|its|itself)$/.test(w)) {
        const all = before.filter((m) => {
          const a = doc.actors.get(m.actor)!;
          return (
            (a.kind === 'country' || a.kind === 'organisation' || a.kind === 'media') &&
            m.sentence >= s.index - 1 &&
            m.form !== 'demonym'
          );
        });
        const best = all.filter((m) => isSubject(doc, m)).at(-1) ?? all.at(-1);
        if (best && (w !== 'it' || isSubject(doc, best))) push(best.actor, 'pronoun');
      } else if (
        /^(they|them|their|themselves)$/.test(w) ||
        (w === 'both' &&
          !/^(in|sides?|countries|leaders|parties|presidents|nations)$/.test(tokens[i + 1]?.lower ?? ''))
      ) {
        const groups = before.filter(
          (m) => doc.actors.get(m.actor)!.kind === 'group' && m.sentence >= s.index - 1,
        );
        const pair = pairBefore(doc, s.index, t.start);
        if (groups.length > 0 && !(pair && doc.protagonists.length === 2 && /consult|./.test(''))) {
          push(groups.at(-1)!.actor, 'pronoun');
        }
        if (pair) for (const id of pair) push(id, 'both');
      } else if (/^(two|both|the)$/.test(w)) {
        const next = tokens[i + 1]?.lower ?? '';
        const next2 =
          w === 'the' && /^(two|four|three|five)$/.test(next) ? (tokens[i + 2]?.lower ?? '') : next;
        const at = w === 'the' && next2 !== next ? i + 3 : i + 2;
        if (w === 'two' && tokens[i - 1]?.lower === 'the') return;
        if (
          /^(leaders|presidents|ministers|sides|parties|interlocutors|officials|heads|politicians|colleagues|interlocutors|men|advisors|secretaries|chancellors)$/.test(
            next2,
          ) ||
          (w !== 'both' &&
            next === 'two' &&
            /^(discussed|also|agreed|spoke|exchanged|reaffirmed|reviewed|underscored|committed)$/.test(
              tokens[i + 2]?.lower ?? '',
            ))
        ) {
          const tops: string[] = [];
          for (const m of [...doc.mentions]
            .filter((m) => m.start < t.start && m.sentence >= s.index - 4)
            .reverse()) {
            const a = doc.actors.get(m.actor)!;
            if (
              a.kind === 'person' &&
              a.ties.some((x) => /president|minister|chancellor|king|leader|emir|secretary/.test(x.title)) &&
              !tops.includes(a.id)
            )
              tops.push(a.id);
          }
          const pair =
            doc.isReadout && doc.protagonists.length === 2
              ? doc.protagonists
              : tops.length >= 2
                ? tops.slice(0, 2)
                : pairBefore(doc, s.index, t.start);
          for (const id of pair ?? []) push(id, 'both', Math.min(at, tokens.length));
          if (/^(sides|parties)$/.test(next2))
            for (const id of countriesOf(doc, s.index, t.start) ?? [])
              push(id, 'both', Math.min(at, tokens.length));
        } else if (/^(countries|nations|states|governments|peoples|economies)$/.test(next2)) {
          const pair = countriesOf(doc, s.index, t.start);
          for (const id of pair ?? []) push(id, 'both', Math.min(at, tokens.length));
        } else if (w === 'the' && /^(country|nation|government)$/.test(next)) {
          const last = before.filter((m) => doc.actors.get(m.actor)!.kind === 'country').at(-1);
          push(last?.actor, 'pronoun', i + 2);
        }
      }
    });
  }
  doc.mentions.push(...found);
  // what a sentence of a readout leaves unsaid: the two it is about; of a statement: whose it is
  const implied: Mention[] = [];
  const countries = doc.protagonists
    .map((p) => doc.actors.get(p)?.ties.find((t) => t.to && doc.actors.get(t.to)?.kind === 'country')?.to)
    .filter((x): x is string => x !== undefined);
  for (const s of doc.sentences) {
    const has = new Set(doc.mentions.filter((m) => m.sentence === s.index).map((m) => m.actor));
    const put = (actor: string | null | undefined, form: Mention['form']): void => {
      if (!actor || has.has(actor)) return;
      has.add(actor);
      implied.push({ sentence: s.index, from: 0, to: 0, start: s.start, end: s.start, actor, form });
    };
    const turn = doc.turns[s.index];
    if (turn?.isTurn) {
      put(turn.speaker, 'implied');
      put(turn.to, 'implied');
    } else if (doc.voice) put(doc.voice, 'implied');
    if (s.kind === 'heading' && s.index > 0) continue;
    if (doc.isReadout && !turn?.isTurn) {
      for (const p of doc.protagonists) put(p, 'pair');
      for (const c of new Set(countries)) put(c, 'pair');
    }
  }
  doc.mentions.push(...implied);
}
function pairBefore(doc: Report, sentence: number, before: number): string[] | undefined {
  for (let k = sentence; k >= Math.max(0, sentence - 2); k -= 1) {
    const here = doc.mentions.filter(
      (m) =>
        m.sentence === k &&
        m.start < before &&
        ['person', 'country', 'organisation'].includes(doc.actors.get(m.actor)!.kind),
    );
    for (let i = here.length - 1; i > 0; i -= 1) {
      const [a, b] = [here[i - 1]!, here[i]!];
      const between = doc.text.slice(a.end, b.start).trim();
      if (/^(and|, and)\b/.test(between) && between.length < 30 && a.actor !== b.actor)
        return [a.actor, b.actor];
    }
  }
  return doc.protagonists.length === 2 ? doc.protagonists : undefined;
}
function countriesOf(doc: Report, sentence: number, before: number): string[] | undefined {
  const ties = doc.protagonists
    .map((p) => doc.actors.get(p)?.ties.find((t) => t.to && doc.actors.get(t.to)?.kind === 'country')?.to)
    .filter((x): x is string => x !== undefined);
  if (new Set(ties).size === 2) return ties;
  const seen: string[] = [];
  for (const m of [...doc.mentions].filter((m) => m.start < before && m.sentence >= sentence - 3).reverse()) {
    if (doc.actors.get(m.actor)!.kind === 'country' && !seen.includes(m.actor)) seen.push(m.actor);
    if (seen.length === 2) return seen;
  }
  return undefined;
}
