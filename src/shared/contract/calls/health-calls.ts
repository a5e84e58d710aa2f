import { z } from 'zod';
import type { HealthReport, StorageReport } from '../../model/health';
import { sessionIdSchema } from '../../model/ids';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** Figures of the Health tab. */
export const healthCalls = {
  /** Of one chat, or of all (null); at most the latest `turns`. */
  'health.report': defineCall<HealthReport>()(
    z.strictObject({ sessionId: sessionIdSchema.nullable(), turns: z.int().min(1).max(1_000) }),
  ),
  'health.storage': defineCall<StorageReport>()(nothing),
} as const;
