import type { UserId } from './ids';

/** A local profile; memory never crosses from one user to another. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  readonly createdAt: number;
}
