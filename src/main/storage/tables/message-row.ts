import type { AppErrorShape } from '../../../shared/errors';
import { appErrorShapeSchema } from '../../../shared/error-shape-schema';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import { messageMetadataSchema, type MessageMetadata } from '../../../shared/model/message-metadata';
import type { Message, MessageState, Provenance, Role } from '../../../shared/model/message';

/** One row of `messages` as the tables read it. */
export interface MessageRow {
  readonly seq: number;
  readonly id: MessageId;
  readonly user_id: UserId;
  readonly session_id: SessionId;
  readonly parent_id: MessageId | null;
  readonly depth: number;
  readonly turn_id: TurnId | null;
  readonly role: Role;
  readonly author: string | null;
  readonly content: string;
  readonly state: MessageState;
  readonly provenance: Provenance;
  readonly error: string | null;
  readonly metadata: string | null;
  readonly tokens: number | null;
  readonly encoding: string | null;
  readonly created_at: number;
  readonly on_path: 0 | 1;
  readonly pinned_at: number | null;
  readonly excluded_at: number | null;
  readonly superseded_at: number | null;
  /** Its place among the versions beside it, from 1, and how many there are; absent where nobody asked. */
  readonly version?: number;
  readonly versions?: number;
}

/** The columns of {@link MessageRow}, qualified by the alias `m`. */
export const messageColumns =
  'm.seq, m.id, m.user_id, m.session_id, m.parent_id, m.depth, m.turn_id, m.role, m.author, m.content, m.state, m.provenance, m.error, m.metadata, m.tokens, m.encoding, m.created_at, m.on_path, m.pinned_at, m.excluded_at, m.superseded_at';

const beside = `SELECT count(*) FROM messages v
  WHERE v.session_id = m.session_id AND v.parent_id IS m.parent_id AND v.deleted_at IS NULL AND v.superseded_at IS NULL`;

/** The same with a message's place among its versions: what follows the same message, or begins the same chat. */
export const versionedColumns = `${messageColumns}, (${beside} AND v.seq <= m.seq) AS version, (${beside}) AS versions`;

function toError(json: string | null): AppErrorShape | null {
  return json === null ? null : appErrorShapeSchema.parse(JSON.parse(json));
}

/** Metadata of a later version is as if absent: the words still count. */
function toMetadata(json: string): { readonly metadata?: MessageMetadata } {
  const parsed = messageMetadataSchema.safeParse(JSON.parse(json));
  return parsed.success ? { metadata: parsed.data } : {};
}

/** Makes a message of a row; `position` is its place on the active path, from 1. */
export function toMessage(row: MessageRow, position: number): Message {
  const message: Message = {
    id: row.id,
    userId: row.user_id,
    sessionId: row.session_id,
    parentId: row.parent_id,
    role: row.role,
    author: row.author,
    content: row.content,
    state: row.state,
    provenance: row.provenance,
    error: toError(row.error),
    tokens: row.tokens,
    createdAt: row.created_at,
    position,
    turnId: row.turn_id,
    pinned: row.pinned_at !== null,
    excluded: row.excluded_at !== null,
    version: row.version ?? 1,
    versions: row.versions ?? 1,
  };
  // Most have none: a copy for the few costs less than one for each.
  return row.metadata === null ? message : { ...message, ...toMetadata(row.metadata) };
}
