import { createEnvironmentKeys } from '../../src/main/headless/environment-keys';
import { systemClock } from '../../src/main/memory/system-clock';
import { createCircuitBreaker } from '../../src/main/provider/circuit-breaker';
import { createOpenAiChatModel } from '../../src/main/provider/openai-chat-model';
import { createQuirks } from '../../src/main/provider/quirks';
import type { ProviderId } from '../../src/shared/model/provider';
import type { AnswerOptions } from './answers';

/** The models of a server that answer and judge. */
export interface AnsweringModels {
  readonly options: AnswerOptions;
  /** Whether the server turned out to take system texts at the beginning alone, so that both places are one. */
  readonly mergesSystemTexts: () => boolean;
}

/** Reaches models as the program does; the key is that of the environment, and goes to OpenAI alone. */
export function answeringModels(named: {
  readonly model: string;
  readonly judge: string;
  readonly server: string;
  readonly maxTokens: number;
}): AnsweringModels {
  const keys = createEnvironmentKeys(process.env);
  const breaker = createCircuitBreaker({ clock: systemClock });
  const quirks = createQuirks();
  const reach = (model: string, own = quirks) =>
    createOpenAiChatModel({
      baseUrl: named.server,
      apiKey: () => keys.read('evaluation' as ProviderId, new URL(named.server).origin),
      model,
      clock: systemClock,
      random: Math.random,
      breaker,
      quirks: own,
    });
  const model = reach(named.model);
  const judge = named.judge === named.model ? model : reach(named.judge, createQuirks());
  return {
    options: { model, judge, maxTokens: named.maxTokens },
    mergesSystemTexts: () => (quirks.known().systemMessages ?? 'anywhere') !== 'anywhere',
  };
}
