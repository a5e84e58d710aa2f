import { isLoopback } from '../../shared/loopback';
import type { Provider, ProviderView } from '../../shared/model/provider';
import type { SecretStore } from '../memory/ports/secret-store';
import type { ProviderTests } from './provider-tests';

/** What is known of providers beside the settings. */
export interface ProviderKnowledge {
  readonly secrets: Pick<SecretStore, 'state' | 'canSave'>;
  readonly tests: Pick<ProviderTests, 'last'>;
}

/** Providers as the settings show them, in their order. */
export async function viewProviders(
  providers: readonly Provider[],
  { secrets, tests }: ProviderKnowledge,
): Promise<readonly ProviderView[]> {
  const canSaveKey = await secrets.canSave();
  return Promise.all(
    providers.map(async (provider) => ({
      ...provider,
      key: await secrets.state(provider.id, new URL(provider.baseUrl).origin),
      canSaveKey,
      isLocal: isLoopback(provider.baseUrl),
      test: tests.last(provider.id),
    })),
  );
}
