import { session } from 'electron';
import { applyNetworkRules } from './network-fetch-rules';

/** In memory: nothing of it remains, and nothing of it is shared with the page. */
const partition = 'network';

/**
 * The way to the servers the user chose, through the system's proxies, under {@link applyNetworkRules}.
 *
 * Its browser session is made at the first request, so that a program without a model opens no socket.
 */
export function createNetworkFetch(): typeof fetch {
  return applyNetworkRules((input, init) => {
    const network = session.fromPartition(partition, { cache: false });
    return network.fetch(input instanceof URL ? input.href : input, init);
  });
}
