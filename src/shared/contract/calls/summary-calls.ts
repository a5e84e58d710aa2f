import { z } from 'zod';
import { sessionIdSchema, summaryIdSchema } from '../../model/ids';
import type { FoldPreview, Summary, SummaryDiff, SummaryState } from '../../model/summary';
import { defineCall } from '../define-call';
import { ofSession } from './common-inputs';

const ofVersion = z.strictObject({ sessionId: sessionIdSchema, summaryId: summaryIdSchema });
const position = z.int().min(1);
const range = z.strictObject({ sessionId: sessionIdSchema, from: position, to: position });

/** The summaries of a chat, and what the user does with them. */
export const summaryCalls = {
  'summaries.read': defineCall<SummaryState>()(ofSession),
  /** Errors: `not-found`. */
  'summaries.diff': defineCall<SummaryDiff>()(ofVersion),
  /** The user's own words in place of the version in force. Errors: `bad-input`, `conflict`. */
  'summaries.edit': defineCall<Summary>()(ofVersion.extend({ text: z.string().max(1_000_000) })),
  /** Puts a version in force again; none at all with null. Errors: `conflict`. */
  'summaries.rollBack': defineCall<null>()(ofVersion.extend({ summaryId: summaryIdSchema.nullable() })),
  /** Folds the older half of what is unsummarised, due or not. Errors: `bad-input`, `conflict`, the summariser's. */
  'summaries.compact': defineCall<Summary>()(ofSession),
  /** Writes anew what the version in force folded. Errors: as `summaries.compact`. */
  'summaries.again': defineCall<Summary>()(ofSession),
  /** Writes the messages of a range anew. Errors: as `summaries.compact`. */
  'summaries.range': defineCall<Summary>()(range),
  /** What `summaries.range` would do. Errors: `bad-input`. */
  'summaries.previewRange': defineCall<FoldPreview | null>()(range),
} as const;
