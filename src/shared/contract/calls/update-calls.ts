import type { UpdateView } from '../../model/update';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** Newer versions, of which a file tells; no server is asked. */
export const updateCalls = {
  /** Reads the channel file anew. */
  'updates.look': defineCall<UpdateView>()(nothing),
  /** Asks for a channel file and looks into it from now on; null when the user cancels. */
  'updates.choose': defineCall<UpdateView | null>()(nothing),
  'updates.stop': defineCall<UpdateView>()(nothing),
  /** Compares the package with its checksum and shows its folder. Errors: `not-found`, `conflict`. */
  'updates.show': defineCall<null>()(nothing),
} as const;
