/** A paragraph long enough for Readability to weigh, in own words. */
export const PROSE =
  'The envoy of Ruritania said on Monday that his country would go on with the talks, which began in May, and that nobody had asked it to leave them.';

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A page as news sites print it: menus, an article of paragraphs, comments, scripts. */
export function newsPage(head: string, paragraphs: readonly string[] = [PROSE, PROSE, PROSE, PROSE]): string {
  return `<!doctype html><html lang="en-GB"><head><title>Talks go on | The Example</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<script>document.body.innerHTML = 'written by a script'; globalThis.wasRun = true;</script>
<main><article><h1>Talks go on</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<footer>Terms of use</footer></body></html>`;
}
