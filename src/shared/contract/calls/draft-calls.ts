import { z } from 'zod';
import { attachmentLimits, type DraftFile } from '../../model/attachment';
import { sessionIdSchema } from '../../model/ids';
import { defineCall } from '../define-call';
import { ofSession, text } from './common-inputs';

/** What is being written in a chat, and the files that go with it. Sending takes both away. */
export const draftCalls = {
  'drafts.read': defineCall<{ readonly text: string; readonly files: readonly DraftFile[] }>()(ofSession),
  'drafts.write': defineCall<null>()(z.strictObject({ sessionId: sessionIdSchema, text })),
  /** Keeps the text of a file for the next message. Errors: `bad-input` where it is no text, too long, or one too many. */
  'drafts.attach': defineCall<DraftFile>()(
    z.strictObject({
      sessionId: sessionIdSchema,
      name: z.string().trim().min(1).max(attachmentLimits.nameCharacters),
      text,
    }),
  ),
  'drafts.detach': defineCall<null>()(z.strictObject({ sessionId: sessionIdSchema, fileId: z.uuid() })),
} as const;
