import type { ModelChoice, Provider, ProviderId } from '../../shared/model/provider';
import type { Settings } from '../../shared/settings';
import type { ChatModel } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';
import { createCircuitBreaker, type CircuitBreaker } from '../provider/circuit-breaker';
import { createOfflineModel } from '../provider/offline-model';
import { createOpenAiChatModel } from '../provider/openai-chat-model';
import { createQuirks, type Quirks } from '../provider/quirks';
import type { Connections } from './connections';
import { refusingModel, type RefusalOf } from './refusals';

/** What the chat models are made from. */
export interface ChatModelsOptions {
  readonly settings: () => Settings;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly random: () => number;
  readonly refusalOf: RefusalOf;
}

/** The models that write, as the settings choose them now. */
export interface ChatModels {
  /** The one that answers; where it may not be asked it keeps its name and refuses. */
  readonly chatModel: () => ChatModel;
  /** The one that does background work; where it may not be asked, the offline one. */
  readonly summariser: () => ChatModel;
  /** The one that judges summaries; likewise. */
  readonly judge: () => ChatModel;
  /** Lets requests to a provider through again at once. */
  readonly resetBreaker: (id: ProviderId) => void;
}

/** Builds models on demand; what a provider's models share is kept. */
export function createChatModels(options: ChatModelsOptions): ChatModels {
  const { settings, connections, refusalOf } = options;
  const offline = createOfflineModel();
  const breakers = new Map<ProviderId, CircuitBreaker>();
  const quirks = new Map<string, Quirks>();

  const found = (choice: ModelChoice | null): Provider | null =>
    choice === null || settings().offlineMode ? null : connections.find(choice.providerId);

  const modelFor = (choice: ModelChoice | null): ChatModel => {
    const provider = found(choice);
    if (choice === null || provider === null) return offline;
    return createOpenAiChatModel({
      ...connections.to(provider),
      model: choice.model,
      random: options.random,
      breaker: keep(breakers, provider.id, () => createCircuitBreaker({ clock: options.clock })),
      quirks: keep(quirks, `${provider.baseUrl} ${choice.model}`, createQuirks),
    });
  };

  const inBackground = (choice: ModelChoice | null): ChatModel =>
    refusalOf(found(choice)) === null ? modelFor(choice) : offline;

  return {
    chatModel: () => {
      const choice = settings().chatModel;
      const refusal = refusalOf(found(choice));
      return refusal === null ? modelFor(choice) : refusingModel(modelFor(choice), refusal.forAnswer);
    },
    summariser: () => inBackground(settings().summariserModel ?? settings().chatModel),
    judge: () => inBackground(settings().judgeModel ?? settings().chatModel),
    resetBreaker: (id) => breakers.get(id)?.reset(),
  };
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
