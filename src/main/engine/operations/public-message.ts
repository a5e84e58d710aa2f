import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';

/** A message as the rest of the program sees it. */
export function publicMessage(stored: StoredMessage): Message {
  const {
    seq: _seq,
    depth: _depth,
    encoding: _encoding,
    onPath: _onPath,
    supersededAt: _supersededAt,
    ...message
  } = stored;
  return message;
}

/** One live message of the user's. Errors: `not-found`. */
export function requireMessage(parts: EngineParts, userId: UserId, id: MessageId): StoredMessage {
  const message = parts.tables.reader.find(userId, id);
  if (message === null) throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  return message;
}
