import type { FoundActor, Mention, Report } from '../report.ts';
import type { Raw } from '../names/find-names.ts';
import { slug } from '../names/known-names.ts';
import { GROUP_HEADS, ROLE_NOUNS } from '../names/word-lists.ts';

export function findRolesAndGroups(raws: readonly Raw[], doc: Report): void {
  const taken = (s: number, i: number): Mention | undefined =>
    doc.mentions.find((m) => m.sentence === s && m.from <= i && i < m.to);
  const lastPerson = (before: number, ok: (a: FoundActor) => boolean): string | undefined => {
    let best: Mention | undefined;
    for (const m of doc.mentions)
      if (
        m.start < before &&
        m.form !== 'group' &&
        doc.actors.get(m.actor)?.kind === 'person' &&
        ok(doc.actors.get(m.actor)!) &&
        (!best || m.start > best.start)
      )
        best = m;
    return best?.actor;
  };
  const roleRaws = new Map(raws.filter((r) => r.form === 'role').map((r) => [`${r.sentence}.${r.from}`, r]));
  for (const s of doc.sentences) {
    const { tokens } = s;
    for (let i = 0; i < tokens.length; i += 1) {
      const t = tokens[i]!;
      const raw = roleRaws.get(`${s.index}.${i}`);
      if (raw || (ROLE_NOUNS.has(t.lower) && /^\p{Ll}/u.test(t.text) && !taken(s.index, i))) {
        const to = raw ? raw.to : i + 1;
        const title = (raw?.title ?? t.text).toLowerCase();
        let from = i;
        let of = raw?.of?.id;
        let possessive = '';
        const before = taken(s.index, i - 1);
        if (
          before &&
          (before.form === 'demonym' || before.form === 'name' || before.form === 'capital') &&
          before.to === i
        ) {
          of ??= before.actor;
          from = before.from;
        } else if (/^['’]s$/.test(tokens[i - 1]?.text ?? '')) {
          const owner = taken(s.index, i - 2);
          if (owner) {
            of ??= owner.actor;
            from = owner.from;
          }
        } else if (/^(his|her|their|its|our|my)$/.test(tokens[i - 1]?.lower ?? ''))
          possessive = tokens[i - 1]!.lower;
        if (!of && /^(of|for)$/.test(tokens[to]?.lower ?? '')) {
          const next = taken(s.index, to + 1) ?? taken(s.index, to + 2);
          if (next) of = next.actor;
        }
        if (tokens[from - 1] && /^(the|his|her|their|its|our|my)$/.test(tokens[from - 1]!.lower)) from -= 1;
        const head = title.split(' ').at(-1)!;
        // a following name is the bearer: not a role of its own
        const next = doc.mentions.find(
          (m) =>
            m.sentence === s.index &&
            (m.from === to || (m.from === to + 1 && tokens[to]?.text === ',')) &&
            doc.actors.get(m.actor)?.kind === 'person',
        );
        if (next) {
          if (of) {
            doc.actors.get(next.actor)!.ties.push({ to: of, title });
            doc.ties.push({
              person: next.actor,
              of,
              title,
              sentence: s.index,
              start: tokens[from]!.start,
              end: next.end,
            });
          }
          continue;
        }
        const prev = doc.mentions.find(
          (m) =>
            m.sentence === s.index &&
            m.to < from + 1 &&
            m.to >= from - 1 &&
            tokens[m.to]?.text === ',' &&
            doc.actors.get(m.actor)?.kind === 'person',
        );
        if (prev) {
          if (of) {
            doc.actors.get(prev.actor)!.ties.push({ to: of, title });
            doc.ties.push({
              person: prev.actor,
              of,
              title,
              sentence: s.index,
              start: prev.start,
              end: tokens[to - 1]!.end,
            });
          }
          continue;
        }
        if (/^(counterpart|colleague)$/.test(head) && !of) {
          const me = doc.mentions
            .filter((m) => m.start < tokens[from]!.start && doc.actors.get(m.actor)?.kind === 'person')
            .at(-1)?.actor;
          const other = doc.mentions
            .filter((m) => m.sentence <= 2 && doc.actors.get(m.actor)?.kind === 'person')
            .map((m) => m.actor)
            .find((x) => x !== me);
          if (other)
            doc.mentions.push({
              sentence: s.index,
              from,
              to,
              start: tokens[from]!.start,
              end: tokens[to - 1]!.end,
              actor: other,
              form: 'role',
            });
          continue;
        }
        if (/^(candidate|journalist)$/.test(head) && !of) continue;
        const tied = (a: FoundActor): boolean => of !== undefined && a.ties.some((x) => x.to === of);
        const titled = (a: FoundActor): boolean => a.ties.some((x) => x.title.includes(head));
        const definite = /^(the|his|her|its|their|our)$/.test(tokens[from]?.lower ?? '') || of !== undefined;
        if (!definite) continue;
        let actor: string | undefined;
        if (of)
          actor =
            lastPerson(tokens[from]!.start, (a) => tied(a) && (titled(a) || head === 'leader')) ??
            lastPerson(tokens[from]!.start, tied) ??
            [...doc.actors.values()].find((a) => a.kind === 'person' && tied(a))?.id;
        else
          actor =
            lastPerson(tokens[from]!.start, titled) ??
            (possessive || head === 'leader'
              ? undefined
              : lastPerson(tokens[from]!.start, (a) => a.ties.length > 0));
        if (!actor && of && doc.actors.get(of)?.kind === 'country')
          actor = doc.protagonists.find(
            (p) =>
              !doc.actors
                .get(p)!
                .ties.some((x) => x.to && x.to !== of && doc.actors.get(x.to)?.kind === 'country'),
          );
        if (actor && of) doc.actors.get(actor)!.ties.push({ to: of, title });
        if (!actor && of) {
          const name = doc.text
            .slice(tokens[from]!.start, tokens[to - 1]!.end)
            .replace(/^(the|his|her|our) /i, '');
          const id = slug(name) || 'role';
          if (!doc.actors.has(id))
            doc.actors.set(id, {
              id,
              name,
              kind: 'person',
              names: new Set([name]),
              gender: '',
              ties: [{ to: of, title }],
              count: 0,
            });
          actor = id;
        }
        if (actor) {
          doc.mentions.push({
            sentence: s.index,
            from,
            to,
            start: tokens[from]!.start,
            end: tokens[to - 1]!.end,
            actor,
            form: 'role',
          });
          doc.actors.get(actor)!.names.add(doc.text.slice(tokens[from]!.start, tokens[to - 1]!.end));
        }
        continue;
      }
      if (GROUP_HEADS.has(t.lower) && !taken(s.index, i) && !(t.pos === 'VERB')) {
        let from = i;
        while (from > 0) {
          const p = tokens[from - 1]!;
          if (
            (/^(ADJ|NOUN|PROPN|NUM)$/.test(p.pos) && !/^[,;:]$/.test(p.text)) ||
            taken(s.index, from - 1)?.form === 'demonym' ||
            (/^['’]s$/.test(p.text) && taken(s.index, from - 2))
          ) {
            from -= 1;
            if (i - from > 6) break;
            continue;
          }
          break;
        }
        const owner = doc.mentions.find(
          (m) =>
            m.sentence === s.index &&
            m.from >= from &&
            m.to <= i &&
            (m.form === 'demonym' || m.form === 'name' || m.form === 'capital'),
        );
        if (
          owner &&
          /^(government|authorities|side|administration|leadership|aggression|invasion)$/.test(t.lower) &&
          doc.actors.get(owner.actor)?.kind === 'country' &&
          owner.to === i
        ) {
          owner.to = i + 1;
          owner.end = t.end;
          doc.actors.get(owner.actor)!.names.add(doc.text.slice(tokens[owner.from]!.start, t.end));
          continue;
        }
        if (tokens[from - 1] && /^(DET|PRON)$/.test(tokens[from - 1]!.pos)) from -= 1;
        if (
          /^(the two|both|the)$/.test(
            doc.text.slice(tokens[from]!.start, tokens[i]!.start).trim().toLowerCase(),
          ) &&
          /^(leaders|presidents|countries|nations|states|ministers|parties|sides|representatives)$/.test(
            t.lower,
          )
        )
          continue; // the pair
        let to = i + 1;
        let short = '';
        if (tokens[to]?.lower === 'and' && GROUP_HEADS.has(tokens[to + 1]?.lower ?? '')) to += 2;
        const core = to;
        if (/^(of|in|from)$/.test(tokens[to]?.lower ?? '')) {
          let q = to + 1;
          while (/^(the|a|all)$/.test(tokens[q]?.lower ?? '')) q += 1;
          const m = taken(s.index, q);
          if (m) to = m.to;
          else if (tokens[q]?.pos === 'NOUN') to = q + 1;
        }
        if (to > core)
          short = doc.text.slice(tokens[from]!.start, tokens[core - 1]!.end).replace(/\s+/g, ' ');
        const name = doc.text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');
        const bare = name
          .toLowerCase()
          .replace(/^(the|a|an|some|our|his|her|their|its|my|your|all|many|any|these|those|other) /, '');
        if (
          /^(government|parliament|army|military|community|party|society|administration|nation|public|camp|team)$/.test(
            bare,
          )
        ) {
          continue;
        }
        const id = `group:${slug(bare)}`;
        if (!doc.actors.has(id))
          doc.actors.set(id, {
            id,
            name: bare,
            kind: 'group',
            names: new Set(),
            gender: '',
            ties: [],
            count: 0,
          });
        doc.actors.get(id)!.names.add(name);
        if (short && /\p{Lu}/u.test(short)) doc.actors.get(id)!.names.add(short);
        doc.mentions.push({
          sentence: s.index,
          from,
          to: core,
          start: tokens[from]!.start,
          end: tokens[core - 1]!.end,
          actor: id,
          form: 'group',
        });
        i = core - 1;
      }
    }
  }
}
