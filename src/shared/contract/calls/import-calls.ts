import { z } from 'zod';
import type { ImportPreview, ImportResult } from '../../model/import';
import { type FileToken, fileTokenSchema } from '../../model/ids';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** Conversations from elsewhere. */
export const importCalls = {
  /** Opens the file dialog; null when the user cancels. */
  'import.choose': defineCall<{
    readonly file: FileToken;
    readonly name: string;
    readonly conversations: readonly ImportPreview[];
  } | null>()(nothing),
  /** Stops the reading or the import that is under way; what was imported so far stays. */
  'import.cancel': defineCall<null>()(nothing),
  'import.run': defineCall<ImportResult>()(
    z.strictObject({ file: fileTokenSchema, key: z.string().max(500) }),
  ),
} as const;
