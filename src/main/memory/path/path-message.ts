import type { MessageId } from '../../../shared/model/ids';
import type { MessageMetadata } from '../../../shared/model/message-metadata';
import type { Role } from '../../../shared/model/message';

/** A message of the active path as the core plans with it. */
export interface PathMessage {
  readonly id: MessageId;
  /** Place on the active path, from 1. */
  readonly position: number;
  readonly role: Role;
  readonly author: string | null;
  readonly content: string;
  /** The calls it makes, or the call it answers. */
  readonly metadata?: MessageMetadata | undefined;
  /** Tokens of the content and its calls in the model's count, without overhead. */
  readonly tokens: number;
  readonly createdAt: number;
}
