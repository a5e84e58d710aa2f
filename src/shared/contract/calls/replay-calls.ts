import { z } from 'zod';
import { messageIdSchema, sessionIdSchema, turnIdSchema } from '../../model/ids';
import {
  recallWays,
  type CaseResult,
  type PastTurn,
  type RecallCase,
  type WhatIfTurn,
} from '../../model/replay';
import { strategySchema } from '../../model/session';
import { budgetsSchema } from '../../settings';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

const ofCase = z.strictObject({ id: z.uuid() });

/** Past questions, asked of memory again without a model. */
export const replayCalls = {
  /** The last turns of a chat, or of all, the newest first. */
  'whatIf.turns': defineCall<readonly PastTurn[]>()(
    z.strictObject({ sessionId: sessionIdSchema.nullable(), limit: z.int().min(1).max(200) }),
  ),
  /** What one turn would have been sent under other settings. */
  'whatIf.replay': defineCall<WhatIfTurn>()(
    z.strictObject({
      turnId: turnIdSchema,
      /** Null as they are now. */
      budgets: budgetsSchema.nullable(),
      /** Null as each chat has it. */
      strategy: strategySchema.nullable(),
      /** By what recall goes beside words: the embedder in use, the bundled one, or nothing. */
      recallBy: z.enum(recallWays),
    }),
  ),
  'cases.list': defineCall<readonly RecallCase[]>()(nothing),
  /** Keeps that an answer should have used a message, or words. Errors: `bad-input`, `not-found`. */
  'cases.add': defineCall<readonly RecallCase[]>()(
    z.strictObject({
      replyId: messageIdSchema,
      expectedId: messageIdSchema.nullable(),
      words: z.string().max(2_000).nullable(),
    }),
  ),
  'cases.delete': defineCall<readonly RecallCase[]>()(ofCase),
  /** Asks a case's question again with the settings of now. */
  'cases.run': defineCall<CaseResult>()(ofCase),
} as const;
