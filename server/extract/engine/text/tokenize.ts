import type { Span, Token } from '../report.ts';

const TOKEN =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Sen|Gov|Rep|Col|Lt|Prof)\.|\d[\d,.:]*\d|\d+|['’]s\b|\p{L}[\p{L}\p{M}\p{N}]*(?:['’](?!s\b)\p{L}[\p{L}\p{M}]*|[-‑]\p{L}[\p{L}\p{M}\p{N}]*|-\d+)*|[^\s]/gu;

/** Tokens of one sentence; `canSplit` says which hyphenated words fall apart. */
export function tokenize(text: string, { start, end }: Span, canSplit: (half: string) => boolean): Token[] {
  const tokens: Token[] = [];
  const push = (a: number, b: number): void => {
    const word = text.slice(a, b);
    tokens.push({
      start: a,
      end: b,
      text: word,
      lower: word.toLowerCase().replace(/[’‘]/g, "'"),
      pos: '',
      lemma: '',
    });
  };
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + match.index;
    const word = match[0];
    const dash = word.search(/[-‑]/);
    if (dash > 0) {
      const [left, right] = [word.slice(0, dash), word.slice(dash + 1)];
      if (canSplit(left) && right !== '' && !/^[-‑]/.test(right)) {
        push(at, at + dash);
        push(at + dash, at + dash + 1);
        push(at + dash + 1, at + word.length);
        continue;
      }
    }
    push(at, at + word.length);
  }
  return tokens;
}
