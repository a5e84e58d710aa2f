import { catalogue } from '../../../shared/catalogue/catalogue';
import type { Emit } from '../../../shared/contract/emit';
import { AppError } from '../../../shared/errors';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { RecallScope, Session, Strategy } from '../../../shared/model/session';
import type { ImportedSession } from '../../memory/ports/conversation-import';
import type { Engine } from '../../memory/ports/engine';
import type { HandlerMap } from '../handler-map';

/** What the calls about chats need. */
export interface SessionHandlerPorts {
  readonly engine: Engine;
  readonly userId: () => UserId;
  readonly emit: Emit;
  /** What new chats start with. */
  readonly strategy: () => Strategy;
  readonly recallScope: () => RecallScope;
  /** The model that answers, whose encoding counts files. */
  readonly modelName: () => string;
  /** The sample chat, dated to end shortly before now. */
  readonly readSample: () => Promise<{
    readonly session: ImportedSession;
    readonly questions: readonly string[];
  }>;
  readonly onJobsEnqueued: () => void;
  /** Something was deleted and is to be erased when its undo has passed. */
  readonly onDeleted: () => void;
  /** Opens one more window on a chat. */
  readonly openWindow: (sessionId: SessionId) => void;
  /** Ends the answer a chat is being given, and waits until it is stored. */
  readonly stopAnswer: (sessionId: SessionId) => Promise<void>;
}

type SessionCalls = Pick<
  HandlerMap,
  | 'sessions.list'
  | 'sessions.create'
  | 'sessions.get'
  | 'sessions.setRemembered'
  | 'sessions.search'
  | 'sessions.openSample'
  | 'sessions.update'
  | 'sessions.openWindow'
  | 'sessions.delete'
  | 'sessions.restore'
  | 'drafts.read'
  | 'drafts.write'
  | 'drafts.attach'
  | 'drafts.detach'
  | 'prompts.read'
  | 'prompts.write'
>;

/** Answers the calls about chats, their drafts and their prompts. */
export function createSessionHandlers(ports: SessionHandlerPorts): SessionCalls {
  const { engine, userId } = ports;
  const tell = (session: Session): Session => {
    ports.emit('session-changed', { session });
    return session;
  };
  return {
    'sessions.list': (input) => engine.listSessions({ userId: userId(), ...input }),
    'sessions.create': async ({ recallScope = ports.recallScope(), temporary }) =>
      tell(
        await engine.createSession({ userId: userId(), recallScope, temporary, strategy: ports.strategy() }),
      ),
    'sessions.get': (input) => engine.getSession({ userId: userId(), ...input }),
    'sessions.setRemembered': async ({ sessionId, remembered }) =>
      tell(await setRemembered(ports, sessionId, remembered)),
    'sessions.search': (input) => engine.searchSessions({ userId: userId(), ...input }),
    'sessions.openSample': () => openSample(ports),
    'sessions.update': async ({ sessionId, ...changes }) =>
      tell(await engine.updateSession({ userId: userId(), sessionId, changes })),
    'sessions.openWindow': async ({ sessionId }) => {
      const { id } = await engine.getSession({ userId: userId(), sessionId });
      ports.openWindow(id);
      return null;
    },
    'sessions.delete': async ({ sessionId }) => {
      await ports.stopAnswer(sessionId);
      await engine.deleteSession({ userId: userId(), sessionId });
      ports.emit('session-removed', { sessionId });
      ports.onDeleted();
      return null;
    },
    'sessions.restore': async (input) => tell(await engine.restoreSession({ userId: userId(), ...input })),
    'drafts.read': async (input) => ({
      text: await engine.readDraft({ userId: userId(), ...input }),
      files: await engine.listDraftFiles({ userId: userId(), ...input }),
    }),
    'drafts.attach': (input) => engine.attachFile({ userId: userId(), model: ports.modelName(), ...input }),
    'drafts.detach': (input) => engine.detachFile({ userId: userId(), ...input }),
    'drafts.write': (input) => engine.writeDraft({ userId: userId(), ...input }),
    'prompts.read': (input) => engine.readPrompt({ userId: userId(), ...input }),
    'prompts.write': (input) => engine.writePrompt({ userId: userId(), ...input }),
  };
}

/** An empty chat of the other kind with the same choices; the old one is gone before anything was said in it. */
async function setRemembered(
  { engine, userId, emit, modelName }: SessionHandlerPorts,
  sessionId: SessionId,
  remembered: boolean,
): Promise<Session> {
  const session = await engine.getSession({ userId: userId(), sessionId });
  if (session.temporary !== remembered) return session;
  if (session.messageCount > 0) throw new AppError('conflict', catalogue.main.errors.chatHasMessages);
  const { recallScope, strategy } = session;
  const other = await engine.createSession({
    userId: userId(),
    recallScope,
    strategy,
    temporary: !remembered,
  });
  const text = await engine.readDraft({ userId: userId(), sessionId });
  await engine.writeDraft({ userId: userId(), sessionId: other.id, text });
  for (const { name, text: words } of await engine.readDraftFiles({ userId: userId(), sessionId })) {
    await engine.attachFile({
      userId: userId(),
      sessionId: other.id,
      name,
      text: words,
      model: modelName(),
    });
  }
  const prompt = await engine.readPrompt({ userId: userId(), sessionId });
  await engine.writePrompt({ userId: userId(), sessionId: other.id, text: prompt.text });
  await engine.deleteSession({ userId: userId(), sessionId });
  emit('session-removed', { sessionId });
  return other;
}

/** The sample chat as it is in the list, or put there now. */
async function openSample(
  ports: SessionHandlerPorts,
): Promise<{ readonly session: Session; readonly questions: readonly string[] }> {
  const { engine, userId, emit } = ports;
  const { session: sample, questions } = await ports.readSample();
  const known = await engine.findImported({ userId: userId(), key: sample.key });
  if (known !== null) return { session: known, questions };
  const { added } = await engine.importSessions({
    userId: userId(),
    sessions: [sample],
    summarise: true,
  });
  const [session] = added;
  if (session === undefined) throw new AppError('conflict', catalogue.main.errors.sampleNotAdded);
  emit('session-changed', { session });
  ports.onJobsEnqueued();
  return { session, questions };
}
