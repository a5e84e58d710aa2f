import { z } from 'zod';
import { factIdSchema, messageIdSchema } from '../../model/ids';
import type { Profile } from '../../model/profile';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

const ofFact = z.strictObject({ factId: factIdSchema });

/** What is known of the user. */
export const profileCalls = {
  'profile.read': defineCall<Profile>()(nothing),
  /** Reads what is new for facts, in the background; answers how many chats that are. */
  'profile.distil': defineCall<{ readonly chats: number }>()(nothing),
  /** Errors: `not-found`, `bad-input`. */
  'profile.edit': defineCall<Profile>()(ofFact.extend({ text: z.string().max(2_000) })),
  'profile.pin': defineCall<Profile>()(ofFact.extend({ pinned: z.boolean() })),
  /** Adds a fact that rests on one of the user's own messages. Errors: `not-found`, `bad-input`. */
  'profile.add': defineCall<Profile>()(
    z.strictObject({ messageId: messageIdSchema, text: z.string().max(2_000) }),
  ),
  /** Brings back what was deleted. Errors: `not-found`. */
  'profile.restore': defineCall<Profile>()(ofFact),
  'profile.delete': defineCall<Profile>()(ofFact),
} as const;
