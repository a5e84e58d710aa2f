import { z } from 'zod';
import type { UserId } from './ids';

/** A local profile; memory never crosses from one user to another. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  readonly createdAt: number;
}

/** The longest name, in UTF-16 units. */
export const userNameLength = 60;

/** What a user may be called. */
export const userNameSchema = z.string().trim().min(1).max(userNameLength);

/** The users as the switcher shows them. */
export interface UserList {
  /** The oldest first. */
  readonly users: readonly User[];
  readonly activeId: UserId;
  /** The one just deleted, while it can still be brought back. */
  readonly deleted: User | null;
}
