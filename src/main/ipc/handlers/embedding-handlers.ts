import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import type { ModelChoice } from '../../../shared/model/provider';
import type { Settings } from '../../../shared/settings';
import type { VectorStore } from '../../memory/ports/vector-store';
import type { ChangeSettings } from '../change-settings';
import type { HandlerMap } from '../handler-map';
import { findProvider } from '../provider-list';

const words = catalogue.keys;

/** A model that embeds, as the settings keep it; null is the built-in one. */
export type EmbeddingChoice = Settings['embeddingModel'];

/** What the calls about the model that embeds need. */
export interface EmbeddingHandlerPorts {
  readonly engine: Pick<VectorStore, 'countMissingVectors' | 'enqueueMissingVectors'>;
  readonly userId: () => UserId;
  readonly settings: () => Settings;
  readonly changeSettings: ChangeSettings;
  /** Asks the server for one vector and tells how many numbers it has. */
  readonly detectDimension: (choice: ModelChoice, signal: AbortSignal) => Promise<number>;
  /** The name vectors of a model are stored under. */
  readonly embedderModelName: (choice: EmbeddingChoice) => string;
  readonly onJobsEnqueued: () => void;
}

/** The most numbers a vector may have, as the schema of the settings says. */
const mostDimensions = 20_000;

/** Answers the calls about the model that embeds. */
export function createEmbeddingHandlers(
  ports: EmbeddingHandlerPorts,
): Pick<HandlerMap, 'embedding.plan' | 'embedding.choose'> {
  const { engine } = ports;
  const measure = async (
    { providerId, model }: ModelChoice,
    signal: AbortSignal,
  ): Promise<NonNullable<EmbeddingChoice>> => {
    findProvider(ports.settings().providers, providerId);
    const dimension = await ports.detectDimension({ providerId, model }, signal);
    if (!Number.isInteger(dimension) || dimension < 1 || dimension > mostDimensions) {
      throw new AppError('bad-response', words.noDimension);
    }
    return { providerId, model, dimension };
  };
  return {
    'embedding.plan': async (choice, { signal }) => {
      const measured = await measure(choice, signal);
      const model = ports.embedderModelName(measured);
      const missing = await engine.countMissingVectors({ userId: ports.userId(), model });
      return { ...missing, dimension: measured.dimension };
    },
    'embedding.choose': async ({ choice }, { signal }) => {
      const embeddingModel = choice === null ? null : await measure(choice, signal);
      const stored = await ports.changeSettings((current) => {
        // It may have been removed while its server was asked.
        if (embeddingModel !== null) findProvider(current.providers, embeddingModel.providerId);
        return { ...current, embeddingModel };
      });
      await engine.enqueueMissingVectors({ model: ports.embedderModelName(embeddingModel) });
      ports.onJobsEnqueued();
      return stored;
    },
  };
}
