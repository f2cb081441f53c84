/** Why the program does not start, in words for the person who started it. */
export class StartError extends Error {
  /** One line each. */
  readonly lines: readonly string[];

  constructor(message: string, lines: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.lines = lines;
  }
}
