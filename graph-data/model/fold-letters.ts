/** Letters that Unicode does not take apart into a base letter and a mark, and what they are read as. */
const READ_AS: Readonly<Record<string, string>> = {
  æ: 'ae', Æ: 'AE', ð: 'd', Ð: 'D', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ł: 'l', Ł: 'L',
  ø: 'o', Ø: 'O', œ: 'oe', Œ: 'OE', ß: 'ss', ẞ: 'SS', þ: 'th', Þ: 'TH',
}; // prettier-ignore
const LETTERS = new RegExp(`[${Object.keys(READ_AS).join('')}]`, 'g');

/** The text in NFKD without its accents, strokes and ligatures: `Wałęsa` is `Walesa`, `Øst` is `Ost`. Case stays. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(LETTERS, (letter) => READ_AS[letter] ?? letter);
}
