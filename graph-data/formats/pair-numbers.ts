/**
 * Numbers the claims of each ordered pair of actors from 1. For claims in the order of the table: once another subject's turn
 * has come, no claim is left that says something of the one before, for a claim that is written the other way stands with the
 * actor who comes first. So only the pairs of those still to come are kept.
 */
export class PairNumbers {
  readonly #counts = new Map<number, Map<number, number>>();
  #turn = -1;

  /**
   * The number of the next claim.
   * @param turn the subject by the table, which is the object of a claim that is written the other way
   */
  next(turn: number, subject: number, object: number): number {
    if (turn !== this.#turn) this.#counts.delete(this.#turn);
    this.#turn = turn;
    const counts = this.#counts.get(subject) ?? new Map<number, number>();
    this.#counts.set(subject, counts);
    const number = (counts.get(object) ?? 0) + 1;
    counts.set(object, number);
    return number;
  }
}
