import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Engine } from '../../memory/ports/engine';
import type { QueryVector } from '../../memory/ports/recall';
import type { HandlerMap } from '../handler-map';
import type { MemoryHandlerPorts } from './memory-handlers';

/** What the calls about past questions need. */
export interface ReplayHandlerPorts extends Pick<MemoryHandlerPorts, 'settingsFor' | 'embed'> {
  readonly engine: Engine;
  readonly userId: () => UserId;
}

type ReplayCalls = Pick<
  HandlerMap,
  'whatIf.turns' | 'whatIf.replay' | 'cases.list' | 'cases.add' | 'cases.delete' | 'cases.run'
>;

const byKeyword: QueryVector = { kind: 'none', reason: null };

/** Answers the calls that ask past questions of memory again. */
export function createReplayHandlers({
  engine,
  userId,
  settingsFor,
  embed,
}: ReplayHandlerPorts): ReplayCalls {
  const settingsOf = async (owner: UserId, sessionId: SessionId) =>
    settingsFor(await engine.getSession({ userId: owner, sessionId }));
  return {
    'whatIf.turns': (input) => engine.listPastTurns({ userId: userId(), ...input }),
    'whatIf.replay': async ({ turnId, budgets, strategy, usesVectors }, { signal }) => {
      const owner = userId();
      const { sessionId, text } = await engine.readQuestion({ userId: owner, turnId });
      const now = await settingsOf(owner, sessionId);
      const settings = { ...now, budgets: budgets ?? now.budgets, strategy: strategy ?? now.strategy };
      const queryVector = usesVectors ? await embed({ userId: owner, sessionId }, text, signal) : byKeyword;
      return engine.replayTurn({ userId: owner, turnId, settings, queryVector });
    },
    'cases.list': () => engine.listCases({ userId: userId() }),
    'cases.add': (input) => engine.addCase({ userId: userId(), ...input }),
    'cases.delete': (input) => engine.deleteCase({ userId: userId(), ...input }),
    'cases.run': async ({ id }, { signal }) => {
      const owner = userId();
      const { sessionId, text } = await engine.readCase({ userId: owner, id });
      const settings = await settingsOf(owner, sessionId);
      const queryVector = await embed({ userId: owner, sessionId }, text, signal);
      return engine.runCase({ userId: owner, id, settings, queryVector });
    },
  };
}
