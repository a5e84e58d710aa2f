import type { UserId } from '../../../shared/model/ids';
import type { RegistryStatus } from '../../../shared/model/registry';
import type { ContextSettings } from './recall';

/** What the registry of active session memories tells of itself. */
export interface RegistryReader {
  /** The buffer of each session is counted for these budgets and this model, by its own strategy. */
  registryStatus(input: {
    readonly userId: UserId;
    readonly settings: Omit<ContextSettings, 'strategy'>;
  }): Promise<RegistryStatus>;
}
