import type { SessionId, UserId } from '../../../shared/model/ids';
import type { RecallWay } from '../../../shared/model/replay';
import type { Engine } from '../../memory/ports/engine';
import type { HandlerMap } from '../handler-map';
import type { MemoryHandlerPorts } from './memory-handlers';

/** What the calls about past questions need. */
export interface ReplayHandlerPorts extends Pick<MemoryHandlerPorts, 'settingsFor' | 'embed'> {
  readonly engine: Engine;
  readonly userId: () => UserId;
  /** The same by the bundled embedder, whichever is in use. */
  readonly embedBundled: MemoryHandlerPorts['embed'];
  /** Whether memory takes a second look by itself now: it is on, and no model answers. */
  readonly looksAgain: () => boolean;
}

type ReplayCalls = Pick<
  HandlerMap,
  'whatIf.turns' | 'whatIf.replay' | 'cases.list' | 'cases.add' | 'cases.delete' | 'cases.run'
>;

/** Answers the calls that ask past questions of memory again. */
export function createReplayHandlers({
  engine,
  userId,
  settingsFor,
  embed,
  embedBundled,
  looksAgain,
}: ReplayHandlerPorts): ReplayCalls {
  const settingsOf = async (owner: UserId, sessionId: SessionId) =>
    settingsFor(await engine.getSession({ userId: owner, sessionId }));
  const vectorBy: Readonly<Record<RecallWay, MemoryHandlerPorts['embed']>> = {
    now: embed,
    bundled: embedBundled,
    words: () => Promise.resolve({ kind: 'none', reason: null }),
  };
  return {
    'whatIf.turns': (input) => engine.listPastTurns({ userId: userId(), ...input }),
    'whatIf.replay': async ({ turnId, budgets, strategy, recallBy }, { signal }) => {
      const owner = userId();
      const { sessionId, text } = await engine.readQuestion({ userId: owner, turnId });
      const now = await settingsOf(owner, sessionId);
      const settings = { ...now, budgets: budgets ?? now.budgets, strategy: strategy ?? now.strategy };
      const about = { userId: owner, sessionId };
      const queryVector = await vectorBy[recallBy](about, text, signal);
      return engine.replayTurn({ userId: owner, turnId, settings, queryVector, looksAgain: looksAgain() });
    },
    'cases.list': () => engine.listCases({ userId: userId() }),
    'cases.add': (input) => engine.addCase({ userId: userId(), ...input }),
    'cases.delete': (input) => engine.deleteCase({ userId: userId(), ...input }),
    'cases.run': async ({ id }, { signal }) => {
      const owner = userId();
      const { sessionId, text } = await engine.readCase({ userId: owner, id });
      const settings = await settingsOf(owner, sessionId);
      const queryVector = await embed({ userId: owner, sessionId }, text, signal);
      return engine.runCase({ userId: owner, id, settings, queryVector, looksAgain: looksAgain() });
    },
  };
}
