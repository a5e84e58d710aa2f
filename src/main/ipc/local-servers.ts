import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { isLoopback } from '../../shared/loopback';
import type { LocalServer } from '../../shared/model/provider';
import type { Clock } from '../memory/ports/clock';
import { withDeadline } from '../memory/ports/deadline';
import type { ListModels } from './provider-tests';

const words = catalogue.keys;

/** Where the servers people run on their own computer answer unless they were set up otherwise. */
export const usualLocalServers: readonly Omit<LocalServer, 'models'>[] = [
  { name: words.servers.ollama, baseUrl: 'http://127.0.0.1:11434/v1' },
  { name: words.servers.lmStudio, baseUrl: 'http://127.0.0.1:1234/v1' },
  { name: words.servers.llamaCpp, baseUrl: 'http://127.0.0.1:8080/v1' },
];

/** What the search needs. */
export interface LocalServerSearch {
  readonly listModels: ListModels;
  readonly clock: Pick<Clock, 'after'>;
  readonly signal: AbortSignal;
  /** For each server; 1.5 s unless given. */
  readonly timeoutMs?: number;
  /** The usual ones unless given; addresses beyond this computer are left out. */
  readonly servers?: readonly Omit<LocalServer, 'models'>[];
}

/**
 * Asks the usual places on this computer for models, all at once and without a key; what answers is given back, in
 * the order of the places. Where nobody answers, or not as a model server does, there is no server. Throws
 * `cancelled` after an abort.
 */
export async function findLocalServers(search: LocalServerSearch): Promise<readonly LocalServer[]> {
  const { listModels, clock, signal, timeoutMs = 1_500, servers = usualLocalServers } = search;
  const asked = servers
    .filter(({ baseUrl }) => isLoopback(baseUrl))
    .map(async (server): Promise<LocalServer> => {
      const ask = (ownSignal: AbortSignal): Promise<readonly string[]> =>
        listModels({ baseUrl: server.baseUrl, apiKey: null }, ownSignal);
      return { ...server, models: await withDeadline(ask, { ms: timeoutMs, clock, signal }) };
    });
  const answers = await Promise.allSettled(asked);
  if (signal.aborted) throw new AppError('cancelled', words.stopped);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}
