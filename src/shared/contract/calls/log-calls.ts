import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** The program's log: what it did and what failed, never what was said. */
export interface LogPreview {
  /** All that an export would write, the oldest line first. */
  readonly text: string;
  readonly lines: number;
  /** Whether older lines were left out. */
  readonly isCut: boolean;
}

/** The log, for whoever is asked for help. */
export const logCalls = {
  'logs.preview': defineCall<LogPreview>()(nothing),
  /** Asks where to and writes exactly what the preview shows now; null when the user cancels. Errors: `storage-full`, `storage-read-only`. */
  'logs.export': defineCall<{ readonly name: string } | null>()(nothing),
} as const;
