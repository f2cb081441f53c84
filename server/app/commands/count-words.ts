/** `1 claim`, `2 claims`. */
export function toCountWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
