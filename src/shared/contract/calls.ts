import type { z } from 'zod';
import { appCalls } from './calls/app-calls';
import { backupCalls } from './calls/backup-calls';
import { branchCalls } from './calls/branch-calls';
import { chatCalls } from './calls/chat-calls';
import { draftCalls } from './calls/draft-calls';
import { exportCalls } from './calls/export-calls';
import { floorCalls } from './calls/floor-calls';
import { forgetCalls } from './calls/forget-calls';
import { healthCalls } from './calls/health-calls';
import { hygieneCalls } from './calls/hygiene-calls';
import { importCalls } from './calls/import-calls';
import { logCalls } from './calls/log-calls';
import { memoryCalls } from './calls/memory-calls';
import { messageCalls } from './calls/message-calls';
import { presetCalls } from './calls/preset-calls';
import { profileCalls } from './calls/profile-calls';
import { promptCalls } from './calls/prompt-calls';
import { providerCalls } from './calls/provider-calls';
import { replayCalls } from './calls/replay-calls';
import { searchCalls } from './calls/search-calls';
import { registryCalls } from './calls/registry-calls';
import { sessionCalls } from './calls/session-calls';
import { updateCalls } from './calls/update-calls';
import { userCalls } from './calls/user-calls';
import { summaryCalls } from './calls/summary-calls';
import { toolCalls } from './calls/tool-calls';
import type { Call } from './define-call';

/** Every call the page can make: name → input schema and output type. */
export const calls = {
  ...appCalls,
  ...providerCalls,
  ...promptCalls,
  ...presetCalls,
  ...sessionCalls,
  ...draftCalls,
  ...messageCalls,
  ...searchCalls,
  ...chatCalls,
  ...branchCalls,
  ...forgetCalls,
  ...toolCalls,
  ...healthCalls,
  ...hygieneCalls,
  ...replayCalls,
  ...memoryCalls,
  ...floorCalls,
  ...summaryCalls,
  ...profileCalls,
  ...importCalls,
  ...exportCalls,
  ...backupCalls,
  ...logCalls,
  ...updateCalls,
  ...userCalls,
  ...registryCalls,
} as const;

/** The name of a call. */
export type CallName = keyof typeof calls;
/** What a call takes, as the page writes it. */
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What a call's handler receives after the check. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;
/** What a call answers. */
export type CallOutput<Name extends CallName> =
  (typeof calls)[Name] extends Call<infer _Input, infer Output> ? Output : never;
