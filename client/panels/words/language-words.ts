/** "Korean" for `ko`; a tag that names no language stays as it is. */
export function toLanguageWords(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // no tag at all
  }
}

/** Whether claims are found in texts of this language. */
export function isReadLanguage(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag);
}
