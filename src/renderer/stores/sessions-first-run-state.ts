import type { AppErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { KeyState, LocalServer } from '../../shared/model/provider';
import type { Session } from '../../shared/model/session';
import type { Settings } from '../../shared/settings';

/** How far the opening of the sample chat is. */
export type SampleSetup =
  { readonly kind: 'closed'; readonly error: AppErrorShape | null } | { readonly kind: 'opening' };

/** How far the key on the first screen is: asked for, checked, and then the choice of a model. */
export type KeySetup =
  | { readonly kind: 'asking'; readonly error: AppErrorShape | null }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'choosing' | 'using';
      /** As the server lists them; at least one. */
      readonly models: readonly string[];
      readonly error: AppErrorShape | null;
    };

/** How far the search for a server on this computer is; nothing is looked for until the user asks. */
export type LocalSetup =
  | { readonly kind: 'unasked'; readonly error: AppErrorShape | null }
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'found' | 'using';
      readonly servers: readonly LocalServer[];
      readonly error: AppErrorShape | null;
    };

/** The sample chat and what is worth asking it. */
export interface SampleSlice {
  readonly sampleSetup: SampleSetup;
  /** Questions worth asking, by chat. */
  readonly suggestions: Readonly<Partial<Record<SessionId, readonly string[]>>>;
  /** Puts the sample chat into the list; null where that failed, with the reason in `sampleSetup`. */
  readonly openSample: () => Promise<Session | null>;
  /** Asks for the questions of a sample chat that was opened by another way; once. */
  readonly loadSuggestions: (sessionId: SessionId) => Promise<void>;
}

/** The two ways to a model that the first screen offers. */
export interface FirstRunSlice {
  readonly keySetup: KeySetup;
  /** Where the key is since it was given here; null before that. */
  readonly keyState: KeyState | null;
  readonly localSetup: LocalSetup;
  /** Gives main a key and tests it; null tests the one main has already. */
  readonly checkKey: (key: string | null) => Promise<void>;
  /** Makes a model of the checked key answer; null where that failed, with the reason in `keySetup`. */
  readonly useKeyModel: (model: string) => Promise<Settings | null>;
  readonly findLocal: () => Promise<void>;
  /** Makes a model of a found server answer; null where that failed, with the reason in `localSetup`. */
  readonly useLocal: (server: LocalServer, model: string) => Promise<Settings | null>;
  /** Takes both back to their beginning. */
  readonly endFirstRun: () => void;
}
