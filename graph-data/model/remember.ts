/** Results kept; where one more comes, all are let go of. */
const MOST_REMEMBERED = 50_000;

/** The function, asked once for each text while few differ: for texts that come again and again, where asking takes long. */
export function remember<Result>(ask: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const result = ask(text);
    known.set(text, result);
    return result;
  };
}
