import { z } from 'zod';
import { userIdSchema } from '../../model/ids';
import { userNameSchema, type UserList } from '../../model/user';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

const ofUser = z.strictObject({ userId: userIdSchema });

/** The local users. Every other call is made for the one who is active when it arrives. */
export const userCalls = {
  'users.list': defineCall<UserList>()(nothing),
  /** Errors: `conflict` where the name is taken. */
  'users.add': defineCall<UserList>()(z.strictObject({ name: userNameSchema })),
  'users.rename': defineCall<UserList>()(z.strictObject({ userId: userIdSchema, name: userNameSchema })),
  /** From the answer on every call is made for this user; the page must start anew. */
  'users.switch': defineCall<UserList>()(ofUser),
  /** Hides a user at once and erases it when the undo has passed; the active one gives way to another. */
  'users.delete': defineCall<UserList>()(ofUser),
  /** Errors: `not-found` once the user is erased. */
  'users.restore': defineCall<UserList>()(ofUser),
} as const;
