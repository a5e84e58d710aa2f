import type { Emit } from '../../../shared/contract/emit';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { FoldMode, Summary } from '../../../shared/model/summary';
import type { Engine } from '../../memory/ports/engine';
import type { ContextSettings } from '../../memory/ports/recall';
import type { HandlerMap } from '../handler-map';

/** What the calls about summaries need. */
export interface SummaryHandlerPorts {
  readonly engine: Engine;
  readonly userId: () => UserId;
  readonly settingsFor: (session: Session) => ContextSettings;
  readonly emit: Emit;
  readonly onJobsEnqueued: () => void;
  /** Writes a version at once. */
  readonly foldNow: (
    input: { readonly userId: UserId; readonly sessionId: SessionId; readonly mode: FoldMode },
    signal: AbortSignal,
  ) => Promise<Summary>;
}

type SummaryCalls = Pick<
  HandlerMap,
  | 'summaries.read'
  | 'summaries.diff'
  | 'summaries.edit'
  | 'summaries.rollBack'
  | 'summaries.compact'
  | 'summaries.again'
  | 'summaries.range'
  | 'summaries.previewRange'
>;

/** Answers the calls about a chat's summaries. */
export function createSummaryHandlers(ports: SummaryHandlerPorts): SummaryCalls {
  const { engine, userId, emit, onJobsEnqueued, settingsFor } = ports;
  const about = async (sessionId: SessionId) => {
    const owner = userId();
    const settings = settingsFor(await engine.getSession({ userId: owner, sessionId }));
    return { userId: owner, sessionId, settings };
  };
  const fold = async (sessionId: SessionId, mode: FoldMode, signal: AbortSignal): Promise<Summary> => {
    const summary = await ports.foldNow({ userId: userId(), sessionId, mode }, signal);
    onJobsEnqueued();
    return summary;
  };
  return {
    'summaries.read': async ({ sessionId }) => engine.readSummaries(await about(sessionId)),
    'summaries.diff': (input) => engine.diffSummary({ userId: userId(), ...input }),
    'summaries.edit': async ({ sessionId, ...edit }) => {
      const summary = await engine.editSummary({ ...(await about(sessionId)), ...edit });
      emit('summaries-changed', { sessionId });
      onJobsEnqueued();
      return summary;
    },
    'summaries.rollBack': async (input) => {
      await engine.rollBackSummary({ userId: userId(), ...input });
      emit('summaries-changed', { sessionId: input.sessionId });
      return null;
    },
    'summaries.compact': ({ sessionId }, { signal }) => fold(sessionId, { kind: 'now' }, signal),
    'summaries.again': ({ sessionId }, { signal }) => fold(sessionId, { kind: 'again' }, signal),
    'summaries.range': ({ sessionId, ...range }, { signal }) =>
      fold(sessionId, { kind: 'range', ...range }, signal),
    'summaries.previewRange': async ({ sessionId, ...range }) =>
      engine.previewFold({ ...(await about(sessionId)), mode: { kind: 'range', ...range } }),
  };
}
