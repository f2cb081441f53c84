import type { FoundActor, Mention, Report } from '../report.ts';

/** Finds the mentions of a report by token, and its actors' last mentions, in constant time. */
export class MentionIndex {
  readonly #byToken = new Map<number, (Mention | undefined)[]>();
  readonly #persons: Mention[] = [];
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
    for (const mention of report.mentions) this.#cover(mention);
    this.#persons = report.mentions.filter((mention) => this.#kind(mention) === 'person');
  }

  /** The longest mention that covers a token. */
  at(sentence: number, token: number): Mention | undefined {
    return this.#byToken.get(sentence)?.[token];
  }

  /** Adds a mention to the report and the index. */
  add(mention: Mention): void {
    this.#report.mentions.push(mention);
    this.#cover(mention);
    if (this.#kind(mention) === 'person') this.#persons.push(mention);
  }

  /** The person last mentioned before an offset of whom something holds; at most 200 mentions are looked at. */
  lastPerson(before: number, holds: (actor: FoundActor) => boolean): string | undefined {
    let looked = 0;
    for (let i = this.#persons.length - 1; i >= 0; i -= 1) {
      const mention = this.#persons[i];
      if (!mention || mention.start >= before) continue;
      if ((looked += 1) > 200) return undefined;
      const actor = this.#report.actors.get(mention.actor);
      if (actor && holds(actor)) return actor.id;
    }
    return undefined;
  }

  #kind(mention: Mention): string | undefined {
    return this.#report.actors.get(mention.actor)?.kind;
  }

  #cover(mention: Mention): void {
    let row = this.#byToken.get(mention.sentence);
    if (!row) this.#byToken.set(mention.sentence, (row = []));
    for (let i = mention.from; i < mention.to; i += 1) {
      const old = row[i];
      if (!old || old.to - old.from <= mention.to - mention.from) row[i] = mention;
    }
  }
}
