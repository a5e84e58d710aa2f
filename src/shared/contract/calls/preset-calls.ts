import { z } from 'zod';
import { presetLimits, type Preset } from '../../model/preset';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** Texts kept for use again; each call answers all there are, by name. */
export const presetCalls = {
  'presets.list': defineCall<readonly Preset[]>()(nothing),
  /** Adds one (`id` null) or changes one. Errors: `not-found`, `conflict` where the name is taken. */
  'presets.save': defineCall<readonly Preset[]>()(
    z.strictObject({
      id: z.uuid().nullable(),
      name: z.string().trim().min(1).max(presetLimits.name),
      text: z.string().max(presetLimits.text).regex(/\S/u),
    }),
  ),
  'presets.delete': defineCall<readonly Preset[]>()(z.strictObject({ id: z.uuid() })),
} as const;
