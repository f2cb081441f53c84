/** One line for a terminal: names of files, and what a report or its server says, are anyone's, and must not steer it. */
export function toPlainLine(words: string): string {
  return words.replace(/\p{C}/gu, '�');
}
