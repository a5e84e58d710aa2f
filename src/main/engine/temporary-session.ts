import type { MessageId, SessionId, TurnId, UserId } from '../../shared/model/ids';
import type { Engine } from '../memory/ports/engine';

/** One living temporary session: its engine, whose it is, and the turns begun in it. */
export class TemporarySession {
  readonly replies = new Set<MessageId>();
  readonly turns = new Set<TurnId>();
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    readonly engine: Engine,
    readonly userId: UserId,
    readonly id: SessionId,
  ) {}

  /** Follows a call, so that the database is not closed under it. */
  async follow<T>(call: Promise<T>): Promise<T> {
    this.#running.add(call);
    try {
      return await call;
    } finally {
      this.#running.delete(call);
    }
  }

  /** Lets what is running end, then closes the database: nothing of it is left. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.engine.close({});
  }
}
