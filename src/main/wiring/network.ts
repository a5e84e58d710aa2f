import type { Emit } from '../../shared/contract/emit';
import type { Logger } from '../../shared/logger';
import type { NetworkFetch } from '../../shared/model/network';
import type { Clock } from '../memory/ports/clock';
import { createLoggedFetch } from '../network/logged-fetch';
import { createNetworkLog, type NetworkLog } from '../network/network-log';
import { createNetworkLogFile, networkLogPath } from '../network/network-log-file';

/** The one way out of the program, and the account of who went it. */
export interface Network {
  readonly fetch: NetworkFetch;
  readonly log: NetworkLog;
  /** Resolves when the account is written. */
  readonly flush: () => Promise<void>;
}

/** Opens it with the account of the last run. */
export async function openNetwork(
  options: {
    readonly dataFolder: string;
    readonly fetch: typeof fetch;
    readonly logger: Logger;
    readonly emit: Emit;
  },
  { clock, isOffline }: { readonly clock: Clock; readonly isOffline: () => boolean },
): Promise<Network> {
  const file = createNetworkLogFile(networkLogPath(options.dataFolder), options.logger);
  const log = createNetworkLog({
    sink: file.write,
    earlier: await file.read(),
    onChange: () => options.emit('network-changed', {}),
  });
  return {
    fetch: createLoggedFetch({ fetch: options.fetch, log, clock, isOffline }),
    log,
    flush: file.flush,
  };
}
