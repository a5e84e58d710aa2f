import { z } from 'zod';
import { hygieneKindSchema, type HygieneMend, type HygieneScan } from '../../model/hygiene';
import { factIdSchema, type FactId } from '../../model/ids';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

const ofKind = z.strictObject({ scanId: z.uuid(), kind: hygieneKindSchema });

/** Looking through memory for duplicates, echoes and what is never needed. */
export const hygieneCalls = {
  /** Begins a look (`scanId` null) or goes on with it; call it until it has findings. */
  'hygiene.scan': defineCall<HygieneScan>()(z.strictObject({ scanId: z.uuid().nullable() })),
  /** Keeps some of what was found out of memory; call it until nothing is left. */
  'hygiene.mend': defineCall<HygieneMend>()(ofKind),
  /** Lets some of that in again. */
  'hygiene.undo': defineCall<HygieneMend>()(ofKind),
  /** Ends the older ones of facts that contradict each other; their ids. */
  'hygiene.mendFacts': defineCall<readonly FactId[]>()(nothing),
  'hygiene.undoFacts': defineCall<null>()(
    z.strictObject({ factIds: z.array(factIdSchema).min(1).max(1_000) }),
  ),
} as const;
