import type { AppErrorShape } from '../errors';
import type { MessageId, SessionId, TurnId, UserId } from './ids';
import type { MessageMetadata } from './message-metadata';

/** Who speaks, in the terms of the chat protocol. */
export type Role = 'system' | 'user' | 'assistant' | 'tool';

/** A reply grows while `streaming`; every other state is final. */
export type MessageState = 'streaming' | 'done' | 'stopped' | 'failed';

/**
 * Where the words come from. `typed`, `imported`, `model` and `tool` are sources and may be recalled;
 * `offline` replies quote and `memory-tool` results repeat, so they are never remembered (invariant 7).
 */
export type Provenance = 'typed' | 'imported' | 'model' | 'offline' | 'tool' | 'memory-tool';

/** One entry of the log. */
export interface Message {
  readonly id: MessageId;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly parentId: MessageId | null;
  readonly role: Role;
  /** The speaker's name where the role alone does not tell it. */
  readonly author: string | null;
  readonly content: string;
  readonly state: MessageState;
  readonly provenance: Provenance;
  readonly error: AppErrorShape | null;
  /** What it is besides its words; absent for ordinary messages. */
  readonly metadata?: MessageMetadata | undefined;
  /** Tokens of the content (and of the tool calls it makes), without per-message overhead; null until counted. */
  readonly tokens: number | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Position on the active path, from 1. */
  readonly position: number;
  /** The turn this message belongs to; null for imported messages. */
  readonly turnId: TurnId | null;
  /** Whether it stays in the context however old it is. */
  readonly pinned: boolean;
  /** Whether it is kept out of memory: shown, but neither sent, summarised, recalled nor found. */
  readonly excluded: boolean;
  /** Its place among the versions of this place in the chat, from 1, the oldest first; and how many there are. */
  readonly version: number;
  readonly versions: number;
}

/** One page of the active path, oldest first. */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** Messages shown on the whole active path. */
  readonly total: number;
}
