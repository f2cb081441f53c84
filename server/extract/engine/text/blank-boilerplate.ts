/** Blanks, at equal length, what is no sentence of the report. */
export function blankBoilerplate(text: string): string {
  return text
    .replace(/\[\d+\]/g, (m) => ' '.repeat(m.length))
    .replace(/^\s*#{2,}\s*$/gm, (m) => ' '.repeat(m.length))
    .replace(
      /(\p{Lu}[\p{L}'’-]+(?: [\p{L}'’-]+){0,3}?) ((?:al-|el-)?\p{Lu}[\p{L}'’-]+) (\2 (?:[\p{L}'’-]+ )*?[\p{L}'’-]*\p{Ll}\p{Lu}\p{Ll}+(?: (?:and|of|the|\p{Lu}[\p{L}-]+))*)/gu,
      (m, a: string, b: string, c: string) => m.slice(0, m.length - c.length) + ' '.repeat(c.length),
    )
    .replace(/Background information [^.\n]*?\([A-Z]+\)|Background information/g, (m) => ' '.repeat(m.length))
    .replace(/https?:\/\/\S+/g, (m) => ' '.repeat(m.length));
}
