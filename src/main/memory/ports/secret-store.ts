import type { KeyState, ProviderId } from '../../../shared/model/provider';

/** A key and the only origin it may be sent to. */
export interface Secret {
  readonly key: string;
  /** Scheme, host and port, as `URL.origin` gives them. */
  readonly origin: string;
}

/** Where keys are kept; their only way out is {@link SecretStore.read}, inside main (invariant 9). */
export interface SecretStore {
  /** Whether keys outlive the program: false where the system has no keychain. */
  canSave(): Promise<boolean>;
  /** Null where there is none for that provider and origin. */
  read(id: ProviderId, origin: string): Promise<string | null>;
  /** In the keychain, or for this session only. Errors: `storage-full`, `storage-read-only`. */
  write(id: ProviderId, secret: Secret): Promise<void>;
  remove(id: ProviderId): Promise<void>;
  state(id: ProviderId, origin: string): Promise<KeyState>;
}
