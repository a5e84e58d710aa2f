import { catalogue } from '../../../shared/catalogue/catalogue';
import type { EngineControl } from '../../memory/ports/engine';
import { checkIfDue } from '../../storage/integrity';
import type { OpenedDatabase } from '../../storage/open-database';
import type { EngineParts } from '../engine-parts';
import { renewSearchText } from './renew-search-text';

const keepDoneJobsMs = 7 * 86_400_000;

/** Settings and the engine's own life. */
export function createControlOperations(parts: EngineParts, opened: OpenedDatabase): EngineControl {
  const { settings } = parts.tables;
  return {
    readSettings: () => Promise.resolve(settings.read()),
    writeSettings: (input) => {
      parts.database.transaction(() => {
        settings.write(input.settings);
      })();
      return Promise.resolve(settings.read());
    },
    warmUp: async ({ model }) => {
      const start = parts.clock.monotonic();
      await parts.counters.forModel(model);
      return parts.clock.monotonic() - start;
    },
    checkDatabase: async () => {
      const now = parts.clock.now();
      parts.tables.jobs.prune(now - keepDoneJobsMs);
      const result = await checkIfDue(parts.database, {
        now,
        wasClean: opened.wasClean,
        check: () => parts.doFileWork({ kind: 'check', path: parts.database.name }),
      });
      if (!result.ran) return null;
      parts.logger.info('database checked', { ok: result.ok, problems: result.problems.length });
      if (!result.ok) return catalogue.main.database.damaged;
      return result.fullTextRebuilt ? catalogue.main.database.indexRebuilt : null;
    },
    renewSearchText: () => Promise.resolve(renewSearchText(parts)),
    close: async () => {
      await parts.copies.close();
      await parts.memories.vectors.saveAll();
      opened.close();
      return null;
    },
  };
}
