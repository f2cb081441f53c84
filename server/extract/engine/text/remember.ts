/** So many answers are kept; then it begins anew. */
const MOST = 50_000;

/** The function with its answers kept, at most 50,000 of them: for what is asked of the same words in report after report. */
export function remember<Answer>(answerOf: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = answerOf(word);
    if (answers.size >= MOST) answers.clear();
    answers.set(word, answer);
    return answer;
  };
}
