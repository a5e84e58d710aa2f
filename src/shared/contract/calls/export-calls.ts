import { z } from 'zod';
import { exportFormats, type ExportResult } from '../../model/export';
import { sessionIdSchema } from '../../model/ids';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** Chats to be read elsewhere. */
export const exportCalls = {
  /**
   * Asks where to, and writes some chats or, with null, all of them and the profile; null when the user cancels the
   * dialog. One at a time. Errors: `conflict`, `not-found`, `storage-full`, `storage-read-only`, `cancelled`, `unexpected`.
   */
  'export.run': defineCall<ExportResult | null>()(
    z.strictObject({
      sessionIds: z.array(sessionIdSchema).min(1).max(10_000).nullable(),
      format: z.enum(exportFormats),
    }),
  ),
  /** Ends the one that runs; no file is left behind. */
  'export.cancel': defineCall<null>()(nothing),
} as const;
