/** Runs a task once nobody has asked for it during a pause: however often it is asked for, it runs once. */
export class Pause {
  readonly #ms: number;
  readonly #task: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param ms how long nobody must have asked */
  constructor(ms: number, task: () => void) {
    this.#ms = ms;
    this.#task = task;
  }

  /** Asks for the task; a pause that runs begins anew. The process does not stay alive for it. */
  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), this.#ms).unref();
  }

  /** Nobody asks any more: the task does not run. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Runs the task now where it has been asked for. */
  end(): void {
    if (this.#timer === undefined) return;
    this.cancel();
    this.#task();
  }
}
