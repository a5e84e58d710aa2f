import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError, toErrorShape } from '../../shared/errors';
import type { Provider, ProviderId, ProviderTest } from '../../shared/model/provider';
import { withoutKey } from '../../shared/without-key';
import type { Clock } from '../memory/ports/clock';
import type { SecretStore } from '../memory/ports/secret-store';

const words = catalogue.keys;

/** Asks a server for its models. Errors: those of its provider, `cancelled` after an abort. */
export type ListModels = (
  server: { readonly baseUrl: string; readonly apiKey: string | null },
  signal: AbortSignal,
) => Promise<readonly string[]>;

/** How providers' last tests went, for as long as the program runs. */
export interface ProviderTests {
  readonly last: (id: ProviderId) => ProviderTest | null;
  /**
   * Tests a provider; a test of it that still runs ends. Throws `cancelled` where this one is ended itself: by a newer
   * one, by {@link forget}, or by the signal.
   */
  readonly run: (provider: Provider, signal: AbortSignal) => Promise<ProviderTest>;
  /** Drops the test of a provider, and ends one that runs: what it was tested with is no more. */
  readonly forget: (id: ProviderId) => void;
}

/** Makes an empty one. */
export function createProviderTests(ports: {
  readonly secrets: Pick<SecretStore, 'read'>;
  readonly listModels: ListModels;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
}): ProviderTests {
  const results = new Map<ProviderId, ProviderTest>();
  const running = new Map<ProviderId, AbortController>();
  const stop = (id: ProviderId): void => {
    running.get(id)?.abort();
    running.delete(id);
  };
  return {
    last: (id) => results.get(id) ?? null,
    forget: (id) => {
      stop(id);
      results.delete(id);
    },
    run: async (provider, signal) => {
      stop(provider.id);
      const own = new AbortController();
      running.set(provider.id, own);
      const either = AbortSignal.any([signal, own.signal]);
      try {
        const result = await testOnce(ports, provider, either);
        if (either.aborted) throw new AppError('cancelled', words.stopped);
        results.set(provider.id, result);
        return result;
      } finally {
        if (running.get(provider.id) === own) running.delete(provider.id);
      }
    },
  };
}

async function testOnce(
  { secrets, listModels, clock }: Parameters<typeof createProviderTests>[0],
  { id, baseUrl }: Provider,
  signal: AbortSignal,
): Promise<ProviderTest> {
  const apiKey = await secrets.read(id, new URL(baseUrl).origin);
  const start = clock.monotonic();
  const taken = (): { at: number; ms: number } => ({
    at: clock.now(),
    ms: Math.round(clock.monotonic() - start),
  });
  try {
    const models = await listModels({ baseUrl, apiKey }, signal);
    return { kind: 'ok', ...taken(), models: namesToShow(models, apiKey) };
  } catch (error) {
    if (!(error instanceof AppError)) throw blotted(error, apiKey);
    const shape = toErrorShape(error);
    return {
      kind: 'failed',
      ...taken(),
      error: { ...shape, message: withoutKey(shape.message, apiKey) },
    };
  }
}

/** Sorted, each once; a server that puts the key into a name gets it no further. */
function namesToShow(models: readonly string[], apiKey: string | null): readonly string[] {
  return [...new Set(models.filter((model) => withoutKey(model, apiKey) === model))].sort();
}

/** A bug, to be logged; libraries quote a header they refuse, so its words may hold the key. */
function blotted(error: unknown, apiKey: string | null): Error {
  const text = error instanceof Error ? (error.stack ?? error.message) : typeof error;
  const bug = new Error('listing models failed unexpectedly');
  bug.stack = withoutKey(text, apiKey);
  return bug;
}
