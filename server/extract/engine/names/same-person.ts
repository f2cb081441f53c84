/** Given names and what they shorten to, in lower case. */
const SHORT_FORMS: readonly (readonly string[])[] = [
  ['joseph', 'joe'],
  ['william', 'bill', 'will'],
  ['antony', 'anthony', 'tony'],
  ['michael', 'mike'],
  ['robert', 'bob', 'rob'],
  ['james', 'jim'],
  ['thomas', 'tom'],
  ['daniel', 'dan'],
  ['benjamin', 'ben', 'bibi'],
  ['edward', 'ted', 'ed'],
  ['richard', 'dick', 'rick'],
  ['alexander', 'alex', 'aleksandr'],
  ['steven', 'stephen', 'steve'],
  ['nicholas', 'nick'],
  ['katherine', 'kate', 'kathy'],
  ['elizabeth', 'liz', 'beth'],
  ['charles', 'chuck', 'charlie'],
  ['john', 'jack', 'jon', 'jonathan'],
  ['david', 'dave'],
  ['volodymyr', 'vladimir'],
  ['gregory', 'greg'],
  ['matthew', 'matt'],
  ['timothy', 'tim'],
  ['samuel', 'sam'],
  ['peter', 'pete'],
];

/** Edits (insert, delete, change one letter) from one word to another, or `most + 1` when they are more. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > 40 || b.length > 40) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? most) + 1,
          (next[j - 1] ?? most) + 1,
          (row[j - 1] ?? most) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return Math.min(row[b.length] ?? most + 1, most + 1);
}

const plain = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.,]/g, '')
    .split(/[\s-]+/)
    .filter((part) => !/^(?:al|el|jr|sr|de|bin)$/.test(part));

const isSameGiven = (a: string, b: string): boolean =>
  a === b ||
  (a.length === 1 && b.startsWith(a)) ||
  (b.length === 1 && a.startsWith(b)) ||
  (a.length > 4 && b.length > 4 && a[0] === b[0] && editsBetween(a, b, 2) <= 2) ||
  SHORT_FORMS.some((forms) => forms.includes(a) && forms.includes(b));

/** Whether two spellings of a surname are within two edits of each other, both being long enough to tell. */
export const isRespelling = (a: string, b: string): boolean =>
  a === b ||
  (a.length >= 5 &&
    b.length >= 5 &&
    a[0] === b[0] &&
    editsBetween(a, b, 2) <= (Math.min(a.length, b.length) >= 7 ? 2 : 1));

/** Whether two middle names cannot be one: neither an initial of the other nor a spelling of it. */
const isOther = (a: string, b: string): boolean => !isSameGiven(a, b) && !isRespelling(a, b);

/** Whether two full names can be one person's: all parts of one in the other, or the same surname with like given names. */
export function isSamePerson(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  if (x.length < 2 || y.length < 2) return false;
  if (x.every((part) => y.includes(part)) || y.every((part) => x.includes(part))) return true;
  if (x.length === 3 && y.length === 3 && isOther(x[1] ?? '', y[1] ?? '')) return false;
  return isRespelling(x.at(-1) ?? '', y.at(-1) ?? '') && isSameGiven(x[0] ?? '', y[0] ?? '');
}
