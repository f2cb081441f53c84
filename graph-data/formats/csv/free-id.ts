/** Longest id, in characters. */
const LONGEST_ID = 80;

/** The slug, or with the first number from 2 that makes it an id nobody has; never over 80 characters. */
export function toFreeId(slug: string, taken: { has(id: string): boolean }): string {
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) {
    const end = `-${number}`;
    id = `${slug.slice(0, LONGEST_ID - end.length).replace(/-+$/, '')}${end}`;
  }
  return id;
}
