import type { SessionId, UserId } from '../../shared/model/ids';
import type { Session } from '../../shared/model/session';
import type { Engine, EngineMethod } from '../memory/ports/engine';
import { engineMethods } from '../memory/ports/engine-methods';
import { temporaryRoutes, type KnownTurns } from './temporary-routes';
import { TemporarySession } from './temporary-session';

/** Opens an engine in memory for one session of this user. */
export type OpenTemporary = (userId: UserId) => Promise<Engine>;

type BegunTurn = Awaited<ReturnType<Engine['beginTurn']>>;

/** What tells whose call it is, in the inputs of calls that are made for a user. */
interface Caller {
  readonly userId?: UserId;
}

/** The living temporary sessions, the newest last. */
class LivingSessions implements KnownTurns {
  readonly #all = new Map<SessionId, TemporarySession>();

  add(session: TemporarySession): void {
    this.#all.set(session.id, session);
  }

  /** The session of that id, for its own user only (invariant 5). */
  find(userId: UserId | undefined, id: SessionId | null): TemporarySession | null {
    const session = id === null ? undefined : this.#all.get(id);
    return session?.userId === userId ? (session ?? null) : null;
  }

  all(): readonly TemporarySession[] {
    return [...this.#all.values()];
  }

  ofUser(userId: UserId): readonly TemporarySession[] {
    return [...this.#all.values()].filter((session) => session.userId === userId);
  }

  sessionOfReply(replyId: Parameters<KnownTurns['sessionOfReply']>[0]): SessionId | null {
    return this.#where((session) => session.replies.has(replyId));
  }

  sessionOfTurn(turnId: Parameters<KnownTurns['sessionOfTurn']>[0]): SessionId | null {
    return this.#where((session) => session.turns.has(turnId));
  }

  /** Takes a session out at once; it is closed when its running calls have ended. */
  async drop(session: TemporarySession): Promise<void> {
    this.#all.delete(session.id);
    await session.close();
  }

  async dropAll(): Promise<void> {
    await Promise.all([...this.#all.values()].map((session) => this.drop(session)));
  }

  #where(matches: (session: TemporarySession) => boolean): SessionId | null {
    return [...this.#all.values()].find(matches)?.id ?? null;
  }
}

/**
 * One engine made of the one on disk and, for each temporary session, one of its own in memory: every call goes to
 * the engine its session lives in. Temporary sessions stand in front of the first page of their user's list, which may
 * so be longer than its limit; searches over all chats do not see them, and deleting one is for good.
 */
export function createRoutingEngine(main: Engine, openTemporary: OpenTemporary): Engine {
  const living = new LivingSessions();
  const routed = engineMethods.map((method) => [
    method,
    (input: never): Promise<unknown> => {
      const session = sessionFor(living, method, input);
      return session === null ? main[method](input) : session.follow<unknown>(session.engine[method](input));
    },
  ]);
  // The table of routes is typed by method; what it sends on is the input it was given.
  const engine = Object.fromEntries(routed) as Engine;
  return { ...engine, ...temporaryCalls(main, engine, living, openTemporary) };
}

function sessionFor(living: LivingSessions, method: EngineMethod, input: never): TemporarySession | null {
  const { userId } = input as Caller;
  return living.find(userId, temporaryRoutes[method](input, living));
}

type SpecialCall =
  | 'createSession'
  | 'listSessions'
  | 'updateSession'
  | 'deleteSession'
  | 'writePrompt'
  | 'beginTurn'
  | 'retryTurn'
  | 'recordCost'
  | 'editTurn'
  | 'regenerateTurn'
  | 'addCopy'
  | 'deleteUser'
  | 'supersedeReply'
  | 'eraseForgotten'
  | 'listForgets'
  | 'beginToolCalls'
  | 'close';

/** The calls that do more in temporary sessions than go to their engine. */
function temporaryCalls(
  main: Engine,
  engine: Engine,
  living: LivingSessions,
  openTemporary: OpenTemporary,
): Pick<Engine, SpecialCall> {
  return {
    createSession: async (input) => {
      if (input.temporary !== true) return main.createSession(input);
      const { session, created } = await createTemporary(main, openTemporary, input);
      living.add(session);
      return created;
    },
    listSessions: async (input) => {
      const page = await main.listSessions(input);
      if (input.cursor !== null || input.archived === true) return page;
      return { ...page, sessions: [...(await listTemporary(living, input.userId)), ...page.sessions] };
    },
    updateSession: (input) => {
      const isTemporary = living.find(input.userId, input.sessionId) !== null;
      if (!isTemporary) return main.updateSession(input);
      // It sees nothing of other chats, and they nothing of it.
      return engine.updateSession({ ...input, changes: { ...input.changes, recallScope: undefined } });
    },
    deleteSession: async (input) => {
      const session = living.find(input.userId, input.sessionId);
      if (session === null) return main.deleteSession(input);
      await living.drop(session);
      return null;
    },
    writePrompt: async (input) => {
      const written = await engine.writePrompt(input);
      if (input.sessionId !== null) return written;
      // What holds for all chats holds for those in memory too.
      await Promise.all(living.ofUser(input.userId).map((one) => one.follow(one.engine.writePrompt(input))));
      return written;
    },
    // Its session is not in the database on disk, so that only the day's totals are kept there.
    recordCost: (input) => main.recordCost(input),
    ...beginningCalls(engine, living),
    ...forgettingCalls(main, living),
    addCopy: async (input) => {
      if (!input.copy.temporary) return main.addCopy(input);
      const opened = await openPrompted(main, openTemporary, input.userId);
      const copied = await opened.addCopy(input);
      living.add(new TemporarySession(opened, input.userId, copied.id));
      return copied;
    },
    deleteUser: async (input) => {
      const known = await main.deleteUser(input);
      // Nothing brings a temporary session back, so it need not wait for the undo to pass.
      await Promise.all(living.ofUser(input.userId).map((one) => living.drop(one)));
      return known;
    },
    close: async (input) => {
      await living.dropAll();
      return main.close(input);
    },
  };
}

/** The calls that begin an answer: the calls that follow name its reply or its turn, not its session. */
function beginningCalls(
  engine: Engine,
  living: LivingSessions,
): Pick<
  Engine,
  'beginTurn' | 'retryTurn' | 'supersedeReply' | 'editTurn' | 'regenerateTurn' | 'beginToolCalls'
> {
  const begun = <T extends Pick<BegunTurn, 'session' | 'reply'>>(turn: T): T => {
    const { id, userId } = turn.session;
    const session = living.find(userId, id);
    session?.replies.add(turn.reply.id);
    if (turn.reply.turnId !== null) session?.turns.add(turn.reply.turnId);
    return turn;
  };
  return {
    beginTurn: async (input) => begun(await engine.beginTurn(input)),
    retryTurn: async (input) => begun(await engine.retryTurn(input)),
    supersedeReply: async (input) => begun(await engine.supersedeReply(input)),
    editTurn: async (input) => begun(await engine.editTurn(input)),
    beginToolCalls: async (input) => begun(await engine.beginToolCalls(input)),
    regenerateTurn: async (input) => begun(await engine.regenerateTurn(input)),
  };
}

/** What is hidden in memory is erased like what is hidden on disk. */
function forgettingCalls(
  main: Engine,
  living: LivingSessions,
): Pick<Engine, 'eraseForgotten' | 'listForgets'> {
  return {
    eraseForgotten: async (input) => {
      const inMemory = living.all().map((one) => one.follow(one.engine.eraseForgotten(input)));
      const all = [await main.eraseForgotten(input), ...(await Promise.all(inMemory))];
      const times = all.flatMap(({ nextAt }) => nextAt ?? []);
      const nextAt = times.length === 0 ? null : Math.min(...times);
      return { erased: all.reduce((sum, { erased }) => sum + erased, 0), nextAt };
    },
    listForgets: async (input) => {
      const theirs = living.ofUser(input.userId);
      const inMemory = theirs.map((one) => one.follow(one.engine.listForgets(input)));
      return [...(await Promise.all(inMemory)).flat(), ...(await main.listForgets(input))];
    },
  };
}

/** Opens an engine in memory that knows the prompt of all the user's chats. */
async function openPrompted(main: Engine, openTemporary: OpenTemporary, userId: UserId): Promise<Engine> {
  const { text } = await main.readPrompt({ userId, sessionId: null });
  const engine = await openTemporary(userId);
  await engine.writePrompt({ userId, sessionId: null, text });
  return engine;
}

async function createTemporary(
  main: Engine,
  openTemporary: OpenTemporary,
  input: Parameters<Engine['createSession']>[0],
): Promise<{ readonly session: TemporarySession; readonly created: Session }> {
  const { userId } = input;
  const engine = await openPrompted(main, openTemporary, userId);
  const created = await engine.createSession({ ...input, recallScope: 'session' });
  return { session: new TemporarySession(engine, userId, created.id), created };
}

/** The user's temporary sessions as a list shows them: pinned first, then the newest. */
async function listTemporary(living: LivingSessions, userId: UserId): Promise<readonly Session[]> {
  const read = living
    .ofUser(userId)
    .map((one) => one.follow(one.engine.getSession({ userId, sessionId: one.id })));
  return (await Promise.all(read)).toSorted(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt,
  );
}
