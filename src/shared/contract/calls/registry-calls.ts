import type { RegistryStatus } from '../../model/registry';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** The session memories that are held ready. */
export const registryCalls = {
  'memory.registry': defineCall<RegistryStatus>()(nothing),
} as const;
