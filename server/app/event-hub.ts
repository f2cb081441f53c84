import type { Events, ServerEvent } from '../api/changes.ts';

/** Hands events on to whoever listens at the moment, in the order they come. */
export class EventHub implements Events {
  readonly #listeners = new Set<(event: ServerEvent) => void>();

  subscribe(listener: (event: ServerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: ServerEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
