import { z } from 'zod';
import { appErrorShapeSchema } from '../error-shape-schema';

/** What an export can be written as. */
export const exportFormats = ['markdown', 'html', 'json'] as const;
/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number];

/** How a file of our own says what it is; readers refuse a later version. */
export const exportMark = { format: 'engram-export', version: 1 } as const;

const time = z.int().min(0);

/** One message with its place in the tree of versions. */
export const exportedMessageSchema = z.object({
  id: z.string(),
  /** The message it follows; null for the first ones. */
  parentId: z.string().nullable(),
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  author: z.string().nullable(),
  content: z.string(),
  state: z.enum(['done', 'stopped', 'failed']),
  provenance: z.enum(['typed', 'imported', 'model', 'offline', 'tool', 'memory-tool']),
  error: appErrorShapeSchema.nullable(),
  /** Of tools: the calls made, or whose result it is. */
  metadata: z.record(z.string(), z.unknown()).nullable(),
  model: z.string().nullable(),
  createdAt: time,
  pinned: z.boolean(),
  excluded: z.boolean(),
  /** A first answer that a second look took the place of. */
  superseded: z.boolean(),
  /** Whether the chat, as it stands, goes through it. */
  onPath: z.boolean(),
});
/** See {@link exportedMessageSchema}. */
export type ExportedMessage = Readonly<z.infer<typeof exportedMessageSchema>>;

/** A chat without its messages. */
export const exportedChatSchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: time,
  updatedAt: time,
  pinned: z.boolean(),
  folder: z.string().nullable(),
  archived: z.boolean(),
  recallScope: z.enum(['session', 'user']),
  strategy: z.enum(['buffer', 'sliding-window', 'summary', 'retrieval', 'hybrid']),
  /** The last message of the chat as it stands. */
  headId: z.string().nullable(),
});
/** See {@link exportedChatSchema}. */
export type ExportedChat = Readonly<z.infer<typeof exportedChatSchema>>;

/** What an export wrote; the page gets the file's name, never its path. */
export interface ExportResult {
  readonly name: string;
  readonly chats: number;
  readonly messages: number;
}
