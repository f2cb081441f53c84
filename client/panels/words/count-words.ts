const NUMBER = new Intl.NumberFormat('en');

/** A whole number as it is written in English: `12,345`. */
export function toNumberWords(count: number): string {
  return NUMBER.format(count);
}

/** "1 claim", "12 claims". */
export function toCountWords(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

/** "12 of 81 claims": how much is shown of how much there is. */
export function toShareWords(shown: number, total: number, many: string): string {
  return `${NUMBER.format(shown)} of ${NUMBER.format(total)} ${many}`;
}
