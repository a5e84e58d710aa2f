import type { AppErrorShape } from '../../shared/errors';
import type { FactId } from '../../shared/model/ids';
import type { Profile } from '../../shared/model/profile';

/** What the Profile tab shows and does. */
export interface ProfileSlice {
  /** Null until it is read. */
  readonly profile: Profile | null;
  /** Whether the user looked for facts and there was nothing new to read. */
  readonly foundNothingNew: boolean;
  readonly profileError: AppErrorShape | null;
  readonly loadProfile: () => Promise<void>;
  readonly distil: () => Promise<void>;
  /** Whether the words were taken. */
  readonly editFact: (factId: FactId, text: string) => Promise<boolean>;
  readonly pinFact: (factId: FactId, pinned: boolean) => Promise<void>;
  readonly deleteFact: (factId: FactId) => Promise<void>;
}
