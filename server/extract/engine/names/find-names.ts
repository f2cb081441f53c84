import type { ActorKind, MentionForm, Sentence, Token } from '../report.ts';
import type { Known } from './known-names.ts';
import { KNOWN, fold } from './known-names.ts';
import {
  CONNECT,
  DAYS,
  MEDIA_HEADS,
  NOT_ACTOR,
  ORG_HEADS,
  PLACE_HEADS,
  TITLES,
  TITLE_HEADS,
} from './word-lists.ts';

export const isCap = (t: Token | undefined): boolean => t !== undefined && /^\p{Lu}/u.test(t.text);
const isAllCaps = (ts: readonly Token[]): boolean => {
  const s = ts.map((t) => t.text).join('');
  return /\p{Lu}{4}/u.test(s) && !/\p{Ll}/u.test(s);
};

export interface Raw {
  sentence: number;
  from: number;
  to: number;
  kind: ActorKind | 'unknown';
  known?: Known;
  words: string;
  form: MentionForm;
  title?: string;
  inside?: boolean;
  of?: Known;
  honour?: 'm' | 'f' | '';
}

export function findKnown(
  sentence: Sentence,
  i: number,
  text: string,
  isCaps: boolean,
): { known: Known; to: number } | undefined {
  if (
    /^(?:Federal|Democratic|Islamic|Arab|Socialist|People)$/.test(sentence.tokens[i]?.text ?? '') &&
    sentence.tokens[i + 1]?.text === 'Republic'
  )
    return findKnown(sentence, i + 1, text, isCaps);
  if (
    /^(?:Federal|Republic|Kingdom|State|Federation|Sultanate|Emirate|Grand|Commonwealth)$/.test(
      sentence.tokens[i]?.text ?? '',
    ) &&
    sentence.tokens[i + 1]?.lower === 'of'
  ) {
    if (sentence.tokens[i]!.text === 'Federal') return undefined;
    const at = sentence.tokens[i + 2]?.lower === 'the' ? i + 3 : i + 2;
    const inner =
      sentence.tokens[at] && /^\p{Lu}/u.test(sentence.tokens[at].text)
        ? findKnown(sentence, at, text, isCaps)
        : undefined;
    if (inner?.known.kind === 'country') return inner;
  }
  for (let n = Math.min(8, sentence.tokens.length - i); n >= 1; n -= 1) {
    const [a, b] = [sentence.tokens[i]!, sentence.tokens[i + n - 1]!];
    let words = fold(text.slice(a.start, b.end)).replace(/\s+/g, ' ');
    if (isCaps)
      words = words
        .toLowerCase()
        .replace(/(^|[\s-])\p{L}/gu, (m) => m.toUpperCase())
        .replace(/\bOf\b/g, 'of')
        .replace(/\bThe\b/g, 'the');
    const known = KNOWN.get(words) ?? (isCaps ? KNOWN.get(fold(text.slice(a.start, b.end))) : undefined);
    if (
      known &&
      !(
        words === 'May' ||
        (words === 'IS' && isCaps) ||
        (words === 'US' && isCaps && false) ||
        words.length < 2
      )
    )
      return { known, to: i + n };
  }
  return undefined;
}

/** Names in one sentence, left to right. */
export function findNames(sentence: Sentence, text: string, isLowerWord: (w: string) => boolean): Raw[] {
  const { tokens } = sentence;
  const out: Raw[] = [];
  const caps = isAllCaps(tokens);
  const text_ = (a: number, b: number): string =>
    text.slice(tokens[a]!.start, tokens[b - 1]!.end).replace(/\s+/g, ' ');
  const isTitleCase =
    sentence.kind === 'heading' && tokens.filter((t) => /^\p{L}{4}/u.test(t.text)).every((t) => isCap(t));
  let i = 0;
  let title: { words: string; of?: Known; from: number; honour: 'm' | 'f' | '' } | undefined;
  const honourOf = (w: string): 'm' | 'f' | '' =>
    /^(Mr\.?|King|Prince|Sir|Lord|Emir|Sheikh|Spokesman|Chairman)$/.test(w)
      ? 'm'
      : /^(Mrs\.?|Ms\.?|Queen|Princess|Miss|Lady|Spokeswoman|Chairwoman)$/.test(w)
        ? 'f'
        : '';
  while (i < tokens.length) {
    const token = tokens[i]!;
    const known =
      isCap(token) || token.text.startsWith('al') ? findKnown(sentence, i, text, caps) : undefined;
    // an organisation that begins with a country or demonym, or any capitals
    if (isCap(token)) {
      let end = i;
      let lastHead = -1;
      let lastKind: ActorKind = 'organisation';
      let j = i;
      while (j < tokens.length && j < i + 12) {
        const t = tokens[j]!;
        if (isCap(t) || (/^['’]s$/.test(t.text) && j > i && isCap(tokens[j + 1]))) {
          if (ORG_HEADS.has(t.text) || MEDIA_HEADS.has(t.text)) {
            lastHead = j;
            lastKind = MEDIA_HEADS.has(t.text) ? 'media' : 'organisation';
          }
          j += 1;
          end = j;
          continue;
        }
        if (
          CONNECT.has(t.lower) &&
          j > i &&
          (isCap(tokens[j + 1]) || (tokens[j + 1]?.lower === 'the' && isCap(tokens[j + 2])))
        ) {
          j += 1;
          continue;
        }
        break;
      }
      if (lastHead >= i && !isTitleCase && !caps) {
        // "National Security Council", "Ministry of Foreign Affairs": heads before "of" take what follows
        let to = lastHead + 1;
        if (tokens[to]?.lower === 'of' || tokens[to]?.lower === 'for' || tokens[to]?.lower === 'on') {
          let k = to;
          while (k < end && (isCap(tokens[k]) || CONNECT.has(tokens[k]!.lower))) k += 1;
          while (k > to && !isCap(tokens[k - 1])) k -= 1;
          if (!tokens.slice(to, k).some((t) => TITLE_HEADS.has(t.text))) to = k;
        }
        const titleAt = tokens
          .slice(i, to)
          .findIndex(
            (t, k) => TITLE_HEADS.has(t.text) && i + k < lastHead && tokens[i + k + 1]?.lower === 'of',
          );
        const startsWithTitle = titleAt >= 0;
        const possessive = tokens.slice(i, lastHead).findIndex((t) => /^['’]s$/.test(t.text));
        if (!startsWithTitle && possessive < 0 && to - i >= 2 && !(known && known.to >= to)) {
          const andAt = tokens.slice(i, to).findIndex((t) => t.lower === 'and');
          const ok =
            andAt < 0 ||
            (!findKnown(sentence, i + andAt + 1, text, caps) &&
              !(findKnown(sentence, i, text, caps)?.to === i + andAt));
          const demonym =
            known &&
            known.to === lastHead &&
            /^(Government|Administration|Forces|Army)$/.test(tokens[lastHead]!.text);
          if (ok && !demonym && !(known && tokens.slice(i, known.to).length === to - i)) {
            if ((known && known.known.form !== 'name') || known?.known.kind === 'country')
              out.push({
                sentence: sentence.index,
                from: i,
                to: known!.to,
                kind: known!.known.kind,
                known: known!.known,
                words: text_(i, known!.to),
                form: known!.known.form === 'demonym' ? 'demonym' : 'name',
                inside: true,
              });
            out.push({
              sentence: sentence.index,
              from: i,
              to,
              kind: lastKind,
              words: text_(i, to),
              form: 'name',
            });
            if (title && title.of === undefined) title = undefined;
            i = to;
            continue;
          }
        }
      }
    }
    if (known && !(title && TITLES.has(token.text))) {
      out.push({
        sentence: sentence.index,
        from: i,
        to: known.to,
        kind: known.known.kind,
        known: known.known,
        words: text_(i, known.to),
        form: known.known.form,
      });
      i = known.to;
      continue;
    }
    if (
      isCap(token) &&
      TITLES.has(token.text) &&
      !(i === 0 && !isCap(tokens[1]) && !TITLE_HEADS.has(token.text))
    ) {
      const from = i;
      let honour: 'm' | 'f' | '' = '';
      while (i < tokens.length && isCap(tokens[i]) && TITLES.has(tokens[i]!.text)) {
        honour ||= honourOf(tokens[i]!.text);
        i += 1;
      }
      const hasHead = tokens.slice(from, i).some((t) => TITLE_HEADS.has(t.text));
      if (!hasHead) {
        // "National", "Security", "State" …: a name of its own unless a head follows
        i = from;
      } else {
        let of: Known | undefined;
        let k = i;
        if (tokens[k]?.lower === 'of' || tokens[k]?.lower === 'for') {
          let m = k + 1;
          if (tokens[m]?.lower === 'the') m += 1;
          const place = findKnown(sentence, m, text, caps);
          if (place) {
            of = place.known;
            out.push({
              sentence: sentence.index,
              from: m,
              to: place.to,
              kind: place.known.kind,
              known: place.known,
              words: text_(m, place.to),
              form: 'name',
              inside: false,
            });
            k = place.to;
            i = k;
          } else if (isCap(tokens[m]) && !caps) {
            let e = m;
            while (
              e < tokens.length &&
              (isCap(tokens[e]) ||
                (CONNECT.has(tokens[e]!.lower) && isCap(tokens[e + 1])) ||
                (/^['’]s$/.test(tokens[e]!.text) && isCap(tokens[e + 1])))
            )
              e += 1;
            let head = -1;
            for (let q = m; q < e; q += 1)
              if (ORG_HEADS.has(tokens[q]!.text) || TITLES.has(tokens[q]!.text)) head = q;
            if (head >= 0) {
              const q0 = findKnown(sentence, m, text, caps);
              if (q0) {
                out.push({
                  sentence: sentence.index,
                  from: m,
                  to: q0.to,
                  kind: q0.known.kind,
                  known: q0.known,
                  words: text_(m, q0.to),
                  form: q0.known.form,
                });
                of = q0.known;
              }
              if (ORG_HEADS.has(tokens[head]!.text))
                out.push({
                  sentence: sentence.index,
                  from: m,
                  to: head + 1,
                  kind: 'organisation',
                  words: text_(m, head + 1),
                  form: 'name',
                });
              i = head + 1;
            }
          }
        }
        // who bears it
        let e = i;
        while (
          e < tokens.length &&
          ((isCap(tokens[e]) && !TITLE_HEADS.has(tokens[e]!.text) && !findKnown(sentence, e, text, false)) ||
            (/^(de|da|del|al|el|bin|ibn|von|van|der|ul)$/.test(tokens[e]!.lower) && isCap(tokens[e + 1])) ||
            /^(al|el)-/.test(tokens[e]!.text))
        )
          e += 1;
        if (e > i) {
          out.push({
            sentence: sentence.index,
            from: i,
            to: e,
            kind: 'person',
            words: text_(i, e),
            form: 'name',
            title: text_(from, Math.max(from + 1, k > from ? Math.min(k, i) : i)),
            ...(of ? { of } : {}),
            honour,
          });
          const last = out.at(-1)!;
          if (tokens[e]?.text === ',' && /^(Jr|Sr|Jr\.|Sr\.)$/.test(tokens[e + 1]?.text ?? '')) {
            last.to = e + 2;
            e += 2;
          }
          i = e;
          title = undefined;
          continue;
        }
        if (!caps)
          out.push({
            sentence: sentence.index,
            from,
            to: Math.max(i, k),
            kind: 'person',
            words: text_(from, Math.max(i, k)),
            form: 'role',
            title: text_(from, i),
            ...(of ? { of } : {}),
          });
        i = Math.max(i, k);
        continue;
      }
    }
    if (isCap(token) && !caps && !NOT_ACTOR.has(token.text)) {
      let e = i;
      while (
        e < tokens.length &&
        ((isCap(tokens[e]) &&
          !(e > i && findKnown(sentence, e, text, false)) &&
          !(TITLE_HEADS.has(tokens[e]!.text) && e > i)) ||
          (e > i &&
            /^(de|da|del|di|al|el|bin|ibn|von|van|der|ul)$/.test(tokens[e]!.lower) &&
            isCap(tokens[e + 1])) ||
          (e > i && /^(al|el)-/.test(tokens[e]!.text)))
      )
        e += 1;
      while (e > i && NOT_ACTOR.has(tokens[e - 1]!.text) && DAYS.has(tokens[e - 1]!.text)) e -= 1;
      const run = tokens.slice(i, e);
      const atStart = i === 0 || /^["“‘(]$/.test(tokens[i - 1]!.text) || /^[.:]$/.test(tokens[i - 1]!.text);
      const first = run[0];
      const common =
        first &&
        (isLowerWord(first.lower) || (first.pos !== 'PROPN' && first.pos !== 'NOUN' && first.pos !== 'ADJ'));
      if (first && e > i) {
        const bad =
          run.some((t) => NOT_ACTOR.has(t.text)) ||
          (atStart && run.length === 1 && common) ||
          (isTitleCase && common) ||
          first.text === 'I' ||
          run.length > 6 ||
          (run.length === 1 && run[0]!.text.length < 2);
        if (!bad) {
          let from = i;
          if (atStart && common && run.length > 1) from += 1;
          const head = tokens[e - 1]!;
          const kind: Raw['kind'] = PLACE_HEADS.has(head.text)
            ? 'place'
            : ORG_HEADS.has(head.text)
              ? 'organisation'
              : e - from >= 2 && e - from <= 4
                ? 'person'
                : /^\p{Lu}{2,6}$/u.test(head.text)
                  ? 'organisation'
                  : 'unknown';
          if (!(isTitleCase && kind !== 'person'))
            out.push({ sentence: sentence.index, from, to: e, kind, words: text_(from, e), form: 'name' });
        }
        i = e;
        continue;
      }
    }
    if (/^(al|el)-\p{Lu}/u.test(token.text)) {
      out.push({
        sentence: sentence.index,
        from: i,
        to: i + 1,
        kind: 'unknown',
        words: token.text,
        form: 'name',
      });
      i += 1;
      continue;
    }
    i += 1;
  }
  return out;
}
