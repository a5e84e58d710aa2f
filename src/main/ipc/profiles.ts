import type { UserId } from '../../shared/model/ids';
import type { User, UserList } from '../../shared/model/user';
import type { Clock } from '../memory/ports/clock';
import type { UserStore } from '../memory/ports/user-store';
import type { Logger } from '../../shared/logger';

/** Who sits at the screen, and who else could. */
export interface Profiles {
  readonly active: () => User;
  readonly list: () => Promise<UserList>;
  readonly add: (name: string) => Promise<UserList>;
  readonly rename: (userId: UserId, name: string) => Promise<UserList>;
  readonly switchTo: (userId: UserId) => Promise<UserList>;
  readonly remove: (userId: UserId) => Promise<UserList>;
  readonly restore: (userId: UserId) => Promise<UserList>;
  /** Erases whoever a program that ended early left hidden, or whose undo has passed. */
  readonly eraseHidden: () => Promise<void>;
  /** Undoes nothing any more: whoever is hidden is erased now. */
  readonly close: () => Promise<void>;
}

/** What profiles are made with. */
export interface ProfilesPorts {
  readonly engine: UserStore;
  readonly first: User;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of the list whenever it changed. */
  readonly onChange: (list: UserList) => void;
  /** Ends the answers a user is being given, and waits until they are stored. */
  readonly stopAnswers: (userId: UserId) => Promise<void>;
  /** Told when a user is gone for good, so that nothing of it stays in memory. */
  readonly onErased: (userId: UserId) => void;
}

/** How long a deleted user can be brought back, in milliseconds. */
export const undoUserMs = 10_000;

/** A user who was deleted and may yet come back. */
interface Pending {
  readonly user: User;
  readonly wasActive: boolean;
  readonly cancel: () => void;
}

/** Keeps who is active; one change after the other, so that two clicks do not cross. */
class ProfileKeeper implements Profiles {
  readonly #ports: ProfilesPorts;
  #active: User;
  #pending: Pending | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: ProfilesPorts) {
    this.#ports = ports;
    this.#active = ports.first;
  }

  readonly active = (): User => this.#active;

  readonly list = (): Promise<UserList> => this.#inTurn(() => this.#read());

  readonly add = (name: string): Promise<UserList> =>
    this.#change(() => this.#ports.engine.createUser({ name }));

  readonly rename = (userId: UserId, name: string): Promise<UserList> =>
    this.#change(async () => {
      const user = await this.#ports.engine.renameUser({ userId, name });
      if (user.id === this.#active.id) this.#active = user;
    });

  readonly switchTo = (userId: UserId): Promise<UserList> =>
    this.#change(async () => {
      this.#active = await this.#ports.engine.activateUser({ userId });
    });

  readonly remove = (userId: UserId): Promise<UserList> =>
    this.#change(async () => {
      const { engine, clock, stopAnswers } = this.#ports;
      const user = (await engine.listUsers({})).users.find((one) => one.id === userId);
      // Of two deletions only the last can be undone.
      if (user !== undefined && this.#pending !== null) await this.#erase();
      await stopAnswers(userId);
      const known = await engine.deleteUser({ userId });
      const wasActive = this.#active.id === userId;
      if (wasActive) this.#active = known.active;
      const cancel = clock.after(undoUserMs, () => void this.#eraseLater());
      this.#pending = user === undefined ? null : { user, wasActive, cancel };
    });

  readonly restore = (userId: UserId): Promise<UserList> =>
    this.#change(async () => {
      await this.#ports.engine.restoreUser({ userId });
      const pending = this.#pending;
      if (pending?.user.id !== userId) return;
      this.#pending = null;
      pending.cancel();
      if (pending.wasActive) this.#active = await this.#ports.engine.activateUser({ userId });
    });

  // Whoever was deleted since the start has an undo that still runs.
  readonly eraseHidden = async (): Promise<void> => {
    if (this.#pending === null) await this.#eraseLater();
  };

  readonly close = (): Promise<void> =>
    this.#inTurn(async () => {
      if (this.#pending !== null) await this.#erase();
    });

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work, work);
    this.#last = run;
    return run;
  }

  #change(work: () => Promise<unknown>): Promise<UserList> {
    return this.#inTurn(async () => {
      await work();
      const list = await this.#read();
      this.#ports.onChange(list);
      return list;
    });
  }

  async #read(): Promise<UserList> {
    const { users } = await this.#ports.engine.listUsers({});
    return { users, activeId: this.#active.id, deleted: this.#pending?.user ?? null };
  }

  async #erase(): Promise<void> {
    const { engine, logger, onErased } = this.#ports;
    const gone = this.#pending;
    this.#pending = null;
    gone?.cancel();
    const count = await engine.eraseDeletedUsers({});
    if (gone !== null) onErased(gone.user.id);
    if (count > 0) logger.info('users erased', { count });
  }

  /** They stay hidden where this fails; the next deletion, or the next start, erases them. */
  async #eraseLater(): Promise<void> {
    try {
      await this.#change(() => this.#erase());
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      this.#ports.logger.warn('a user was not erased', { error: reason });
    }
  }
}

/** Begins with the user the program was last used by. */
export function createProfiles(ports: ProfilesPorts): Profiles {
  return new ProfileKeeper(ports);
}
