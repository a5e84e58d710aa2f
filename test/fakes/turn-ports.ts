import type { RuledTool } from '../../src/main/chat/ruled-tool';
import type { TurnPorts } from '../../src/main/chat/turn-ports';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { ContextSettings } from '../../src/main/memory/ports/recall';
import type { EventEnvelope, TurnEvent } from '../../src/shared/contract/events';
import type { EngineOnDisk } from './engine-on-disk';
import { createFakeEmbedder } from './fake-embedder';
import { testSettings } from './test-settings';

/** Ports over a real engine, with every event that was sent. */
export interface RecordedPorts extends TurnPorts {
  readonly events: readonly EventEnvelope[];
  turnEvents(): readonly TurnEvent[];
  /** What models proved to take at most, by name. */
  readonly windows: ReadonlyMap<string, number>;
  /** How often background work was announced. */
  readonly announced: { count: number };
}

/** Makes them; `engine` wraps or replaces operations of the disk's engine. */
export function createTurnPorts(
  disk: EngineOnDisk,
  model: ChatModel,
  options: {
    readonly engine?: Partial<Engine>;
    readonly embedder?: Embedder;
    readonly settings?: ContextSettings;
    /** On where absent, as in the program. */
    readonly secondLook?: boolean;
    readonly tools?: readonly RuledTool[];
    readonly askUser?: TurnPorts['askUser'];
  } = {},
): RecordedPorts {
  const { embedder = createFakeEmbedder(), settings = testSettings() } = options;
  const events: EventEnvelope[] = [];
  const announced = { count: 0 };
  const windows = new Map<string, number>();
  return {
    engine: { ...disk.engine, ...options.engine },
    embedderOf: () => embedder,
    chatModel: () => model,
    settingsFor: () => settings,
    emit: (name, payload) => {
      events.push({ name, payload } as EventEnvelope);
    },
    temperature: () => 0.7,
    secondLook: () => options.secondLook ?? true,
    tools: () => options.tools ?? [],
    askUser: options.askUser ?? (() => Promise.resolve('deny')),
    onWindowLearned: (model, tokens) => {
      windows.set(model, tokens);
    },
    windows,
    clock: disk.clock,
    logger: disk.logger,
    onJobsEnqueued: () => {
      announced.count += 1;
    },
    events,
    announced,
    turnEvents: () => events.flatMap((event) => (event.name === 'turn' ? [event.payload] : [])),
  };
}
