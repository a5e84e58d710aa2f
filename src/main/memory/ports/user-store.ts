import type { UserId } from '../../../shared/model/ids';
import type { User } from '../../../shared/model/user';

/** The live users, the oldest first, and the one the program was last used by. */
export interface KnownUsers {
  readonly users: readonly User[];
  readonly active: User;
}

/** Local users. Names are what these calls give away; nothing else of a user is seen by another. */
export interface UserStore {
  /** The user the program was last used by; made on the first start. */
  defaultUser(input: Record<string, never>): Promise<User>;
  listUsers(input: Record<string, never>): Promise<KnownUsers>;
  /** Errors: `conflict` where another user has the name. */
  createUser(input: { readonly name: string }): Promise<User>;
  /** Errors: `not-found`, `conflict`. */
  renameUser(input: { readonly userId: UserId; readonly name: string }): Promise<User>;
  /** Makes a user the one the next start opens with. Errors: `not-found`. */
  activateUser(input: { readonly userId: UserId }): Promise<User>;
  /**
   * Hides a user until it is restored or erased; another becomes the active one, a new one where none is left.
   * Errors: `not-found`.
   */
  deleteUser(input: { readonly userId: UserId }): Promise<KnownUsers>;
  /** Brings a hidden user back. Errors: `not-found` once it is erased, `conflict` where its name was taken. */
  restoreUser(input: { readonly userId: UserId }): Promise<User>;
  /**
   * Erases every hidden user from the log, the indexes, the records and the files: nothing of it is left in the
   * data folder but in backups made before. Returns how many there were.
   */
  eraseDeletedUsers(input: Record<string, never>): Promise<number>;
}
