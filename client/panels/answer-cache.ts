/** The last answers by address, so that going back shows at once what was just there. */
export interface AnswerCache {
  get(address: string): unknown;
  set(address: string, answer: unknown): void;
  clear(): void;
}

/** An empty cache that keeps the `most` answers asked for last. */
export function createAnswerCache(most: number): AnswerCache {
  const answers = new Map<string, unknown>();
  return {
    get: (address) => answers.get(address),
    set: (address, answer) => {
      answers.delete(address);
      answers.set(address, answer);
      const oldest = answers.keys().next();
      if (answers.size > most && oldest.done !== true) answers.delete(oldest.value);
    },
    clear: () => answers.clear(),
  };
}
