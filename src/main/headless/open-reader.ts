import { headless as words } from '../../shared/catalogue/en/headless';
import { AppError } from '../../shared/errors';
import type { User } from '../../shared/model/user';
import type { Settings } from '../../shared/settings';
import { embedQuery } from '../chat/embed-query';
import { createWorkerEmbedder } from '../embeddings/worker-embedder';
import { connectEngine } from '../engine/connect-engine';
import type { Engine } from '../memory/ports/engine';
import type { readingMethods } from '../memory/ports/reading-methods';
import type { QueryVector } from '../memory/ports/recall';
import { systemClock } from '../memory/system-clock';
import type { Given } from './command';

/** The memory of one user, read beside whoever writes it. */
export interface Reader {
  readonly engine: Pick<Engine, (typeof readingMethods)[number]>;
  readonly user: User;
  readonly settings: () => Promise<Settings>;
  /** Embeds a query where that asks no server. */
  readonly embed: (query: string, signal: AbortSignal) => Promise<QueryVector>;
  readonly close: () => Promise<void>;
}

/** A command may wait for the embedder to load. */
const embedDeadlineMs = 20_000;

/** Opens the data folder for reading, for the user that is chosen. Errors: `not-found`; those of opening it. */
export async function openReader(
  { dataFolder, version, workers, output }: Pick<Given, 'dataFolder' | 'version' | 'workers' | 'output'>,
  chooseUser: (users: readonly User[], active: User, settings: Settings) => User | null,
): Promise<Reader> {
  const quiet = (): void => undefined;
  const client = await connectEngine({
    createWorker: () => workers.createEngineWorker({ workerData: { dataFolder, version, readOnly: true } }),
    logger: { debug: quiet, info: quiet, warn: output.tell, error: output.tell },
    onLost: () => undefined,
  });
  const { engine } = client;
  const embedder = createWorkerEmbedder(() => workers.createEmbedderWorker({}));
  const close = async (): Promise<void> => {
    await engine.close({});
    await Promise.all([embedder.close(), client.terminate()]);
  };
  try {
    const { users, active } = await engine.listUsers({});
    const settings = await engine.readSettings({});
    const user = chooseUser(users, active, settings);
    if (user === null) throw new AppError('not-found', words.noSuchUser(users.map(({ name }) => name)));
    return {
      engine,
      user,
      settings: () => engine.readSettings({}),
      embed: async (text, signal) => {
        const { embeddingModel } = await engine.readSettings({});
        if (embeddingModel !== null) return { kind: 'none', reason: words.byWordsOnly(embeddingModel.model) };
        // Names are known by chat only; they are embedded with the rest, which costs a little precision.
        const readNames = (): Promise<readonly string[]> => Promise.resolve([]);
        return embedQuery(embedder, { text, readNames }, systemClock, signal, embedDeadlineMs);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The user of that name; the active one where no name is given. */
export function userNamed(name: string | undefined) {
  return (users: readonly User[], active: User): User | null =>
    name === undefined ? active : (users.find((user) => user.name === name) ?? null);
}
