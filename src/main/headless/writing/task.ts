import { z } from 'zod';
import type { EventEnvelope } from '../../../shared/contract/events';
import type { FileImportWatch, ImportedConversation } from '../../ipc/import-file';
import type { HandlerMap } from '../../ipc/handler-map';
import { sessionIdSchema, type MessageId, type SessionId } from '../../../shared/model/ids';

/** What writes goes through the one process that holds the data folder: this one, or the Engram that is running. */
export const taskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('chat'),
    /** Null begins a new chat. */
    sessionId: sessionIdSchema.nullable(),
    text: z.string().min(1).max(1_000_000),
    /** Whether a new chat recalls from all chats; otherwise it does as the settings say. */
    recallsAll: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('import'), path: z.string().min(1).max(4_096), wait: z.boolean() }),
]);
/** See {@link taskSchema}. */
export type Task = z.infer<typeof taskSchema>;

/** What a task tells while it runs. */
export type TaskNews =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'progress';
      readonly phase: 'reading' | 'importing' | 'embedding';
      readonly done: number;
      readonly total: number;
    };

/** One earlier message that an answer was given. */
export interface AnswerSource {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly chat: string;
  readonly author: string | null;
  readonly role: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly excerpt: string;
}

/** An answer and what it was given. */
export interface ChatResult {
  readonly kind: 'chat';
  readonly sessionId: SessionId;
  readonly question: string;
  readonly answer: string;
  readonly model: string | null;
  readonly sources: readonly AnswerSource[];
  /** Of the context as it was sent, counted here; null where nothing was sent. */
  readonly tokens: number | null;
}

/** What came of a task. */
export type TaskResult =
  ChatResult | { readonly kind: 'import'; readonly conversations: readonly ImportedConversation[] };

/** The program that does it. */
export interface WritingProgram {
  readonly handlers: () => HandlerMap;
  /** Hears everything that is told to the page; returns how to stop. */
  readonly listen: (listener: (event: EventEnvelope) => void) => () => void;
  readonly importFile: (path: string, watch: FileImportWatch) => Promise<readonly ImportedConversation[]>;
}

/** How a task is watched and stopped. */
export interface TaskContext {
  readonly report: (news: TaskNews) => void;
  readonly signal: AbortSignal;
}

/** Runs tasks, wherever that is. */
export interface Writer {
  readonly run: (task: Task, context: TaskContext) => Promise<TaskResult>;
  readonly close: () => Promise<void>;
}
