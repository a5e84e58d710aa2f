import { z } from 'zod';
import type { HealthReport, StorageReport } from '../../model/health';
import { sessionIdSchema } from '../../model/ids';
import type { NetworkEntry } from '../../model/network';
import type { SpendingView } from '../../model/spending';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** Figures of the Health tab. */
export const healthCalls = {
  /** Of one chat, or of all (null); at most the latest `turns`. */
  'health.report': defineCall<HealthReport>()(
    z.strictObject({ sessionId: sessionIdSchema.nullable(), turns: z.int().min(1).max(1_000) }),
  ),
  'health.storage': defineCall<StorageReport>()(nothing),
  /** This month's costs against the cap. */
  'health.spending': defineCall<SpendingView>()(nothing),
  /** The latest requests, newest first. */
  'health.network': defineCall<readonly NetworkEntry[]>()(nothing),
} as const;
