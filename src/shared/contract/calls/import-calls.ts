import { z } from 'zod';
import type { ImportPreview, ImportResult, ImportStatus } from '../../model/import';
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
  /** Answers at the end. The import goes on where nobody waits for it, and after a restart where it was ended by one. */
  'import.run': defineCall<ImportResult>()(
    z.strictObject({ file: fileTokenSchema, key: z.string().max(500) }),
  ),
  /** The import that is under way, or the last one until it is dismissed. */
  'import.status': defineCall<ImportStatus | null>()(nothing),
  /** Says that the end of the last import was seen. */
  'import.dismiss': defineCall<null>()(nothing),
} as const;
