import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import type { Session } from '../../../shared/model/session';
import type { BranchStore } from '../../memory/ports/branch-store';
import type { EngineParts } from '../engine-parts';
import { editTurn, regenerateTurn, requirePlace, stepVersion } from './branch-turn';
import { addCopy, copyChat } from './copy-chat';
import { findSession, publicSession } from './find-session';
import { publicMessage, requireMessage } from './public-message';
import { settlePath } from './settle-path';

/** A pin changes no path, so it may be set while the session answers. */
function setPinned(parts: EngineParts, input: Parameters<BranchStore['setPinned']>[0]): void {
  const { userId, sessionId, messageId, pinned } = input;
  findSession(parts.tables, userId, sessionId);
  const message = requireMessage(parts, userId, messageId);
  if (message.sessionId !== sessionId) {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  if (pinned && message.excluded) throw new AppError('conflict', catalogue.main.errors.pinExcluded);
  parts.tables.writer.setPinned(userId, messageId, pinned ? parts.clock.now() : null);
}

function setExcluded(parts: EngineParts, input: Parameters<BranchStore['setExcluded']>[0]): void {
  const { session, message } = requirePlace(parts, input);
  const { writer } = parts.tables;
  const { userId } = session;
  writer.setExcluded(userId, message.id, input.excluded ? parts.clock.now() : null);
  if (input.excluded) writer.setPinned(userId, message.id, null);
  settlePath(parts, session);
}

/** Versions of a chat, pins, exclusions and copies. */
export function createBranchOperations(parts: EngineParts): BranchStore {
  const { database, tables } = parts;
  const atOnce = <T>(work: () => T): T => database.transaction(work).immediate();
  const session = (userId: UserId, id: SessionId): Session => publicSession(findSession(tables, userId, id));
  const message = (userId: UserId, id: MessageId): Message =>
    publicMessage(requireMessage(parts, userId, id));
  const begun = (
    { userId, sessionId }: { readonly userId: UserId; readonly sessionId: SessionId },
    ids: ReturnType<typeof editTurn>,
  ) => ({
    session: session(userId, sessionId),
    message: message(userId, ids.messageId),
    reply: message(userId, ids.replyId),
  });
  return {
    editTurn: (input) =>
      Promise.resolve(
        begun(
          input,
          atOnce(() => editTurn(parts, input)),
        ),
      ),
    regenerateTurn: (input) =>
      Promise.resolve(
        begun(
          input,
          atOnce(() => regenerateTurn(parts, input)),
        ),
      ),
    stepVersion: (input) => {
      const { userId, sessionId } = input;
      const reached = atOnce(() => stepVersion(parts, input));
      return Promise.resolve({ session: session(userId, sessionId), message: message(userId, reached) });
    },
    setPinned: (input) => {
      atOnce(() => setPinned(parts, input));
      return Promise.resolve(message(input.userId, input.messageId));
    },
    setExcluded: (input) => {
      atOnce(() => setExcluded(parts, input));
      return Promise.resolve(message(input.userId, input.messageId));
    },
    copyChat: (input) => Promise.resolve(copyChat(parts, input)),
    addCopy: (input) =>
      Promise.resolve(
        session(
          input.userId,
          atOnce(() => addCopy(parts, input)),
        ),
      ),
  };
}
