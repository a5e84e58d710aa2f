import { createEngine } from '../../src/main/engine/create-engine';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { RegistryLimits } from '../../src/main/memory/registry/user-memory-registry';
import { ensureDataFolder } from '../../src/main/storage/data-folder';
import { openDatabase, type OpenedDatabase } from '../../src/main/storage/open-database';
import { createFakeClock } from '../fakes/fake-clock';
import { createRecordingLogger } from '../fakes/recording-logger';
import { sharedCounters } from '../fakes/shared-counters';
import { temporaryFolder } from '../storage/support/temporary-folder';

/** An engine on disk whose ids and times are a counter's, so that two of them can be compared word for word. */
export interface Twin {
  readonly engine: () => Engine;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens one in a folder of its own. */
export async function openTwin(limits: RegistryLimits): Promise<Twin> {
  const folder = ensureDataFolder(temporaryFolder());
  const clock = createFakeClock();
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    clock.advance(1);
    return `00000000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`;
  };
  const start = async (): Promise<{ opened: OpenedDatabase; engine: Engine }> => {
    const logger = createRecordingLogger();
    const opened = await openDatabase({ path: folder.database, clock, logger });
    // What is compared is memory, not durability: a thousand sessions need not wait for the disk each time.
    opened.database.pragma('synchronous = OFF');
    const engine = createEngine({
      opened,
      clock,
      logger,
      counters: sharedCounters,
      limits,
      newId,
      vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
    });
    return { opened, engine };
  };
  let current = await start();
  return {
    engine: () => current.engine,
    restart: async () => {
      await current.engine.close({});
      current = await start();
    },
    close: () => current.engine.close({}).then(() => undefined),
  };
}
