/** Takes tokens from the room that is left; every part goes through it, so that the budget is a wall. */
export class Room {
  #left: number;
  constructor(tokens: number) {
    this.#left = Math.max(0, tokens);
  }
  get left(): number {
    return this.#left;
  }
  take(tokens: number): void {
    if (tokens > this.#left) throw new Error('The context builder spent more than the budget');
    this.#left -= tokens;
  }
}
