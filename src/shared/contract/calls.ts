import { z } from 'zod';
import type { ImportPreview, ImportResult } from '../model/import';
import type { FileToken, TurnId } from '../model/ids';
import { fileTokenSchema, messageIdSchema, sessionIdSchema, turnIdSchema } from '../model/ids';
import type { Message, MessagePage } from '../model/message';
import type { SearchHit } from '../model/search';
import type { RecallReport } from '../model/recall';
import type { Session, SessionPage } from '../model/session';
import { recallScopeSchema, strategySchema } from '../model/session';
import type { BlockKind, TurnSnapshot } from '../model/snapshot';
import type { Summary } from '../model/summary';
import type { User } from '../model/user';
import { settingsChangesSchema, type Settings } from '../settings';
import type { Call } from './define-call';
import { defineCall } from './define-call';

/** What the page needs before its first paint. */
export interface StartInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly dataFolder: string;
  readonly user: User;
  readonly settings: Settings;
  /** The model that answers; `offline` quotes from memory. */
  readonly model: { readonly kind: 'offline' | 'server'; readonly label: string };
  /** Something that happened while opening the data, in words for the user; null when all is well. */
  readonly notice: string | null;
}

/** The context the next message would be sent with, for the gauge by the composer. */
export interface ContextPreview {
  readonly maxContextTokens: number;
  readonly replyReserveTokens: number;
  readonly parts: readonly { readonly kind: BlockKind; readonly tokens: number }[];
  readonly waitingMessages: number;
}

/** One unit of background work as the Health tab shows it. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'done' | 'dead';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly sessionTitle: string | null;
}

const nothing = z.strictObject({});
const text = z.string().max(2_000_000);
const pageLimit = z.int().min(1).max(500);

/** Every call the page can make: name → input schema and output type. */
export const calls = {
  'app.start': defineCall<StartInfo>()(nothing),
  'settings.set': defineCall<Settings>()(settingsChangesSchema),

  'sessions.list': defineCall<SessionPage>()(
    z.strictObject({ cursor: z.string().max(200).nullable(), limit: pageLimit }),
  ),
  'sessions.create': defineCall<Session>()(z.strictObject({ recallScope: recallScopeSchema.optional() })),
  'sessions.get': defineCall<Session>()(z.strictObject({ sessionId: sessionIdSchema })),
  'sessions.update': defineCall<Session>()(
    z.strictObject({
      sessionId: sessionIdSchema,
      title: z.string().trim().min(1).max(200).optional(),
      pinned: z.boolean().optional(),
      recallScope: recallScopeSchema.optional(),
      strategy: strategySchema.optional(),
    }),
  ),
  'sessions.delete': defineCall<null>()(z.strictObject({ sessionId: sessionIdSchema })),
  'sessions.restore': defineCall<Session>()(z.strictObject({ sessionId: sessionIdSchema })),

  /** A page of the active path: the newest, those before or after a position, or those around a message. */
  'messages.page': defineCall<MessagePage>()(
    z.strictObject({
      sessionId: sessionIdSchema,
      anchor: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('newest') }),
        z.strictObject({ kind: z.literal('before'), position: z.int().min(1) }),
        z.strictObject({ kind: z.literal('after'), position: z.int().min(0) }),
        z.strictObject({ kind: z.literal('around'), messageId: messageIdSchema }),
      ]),
      limit: pageLimit,
    }),
  ),
  'messages.search': defineCall<readonly SearchHit[]>()(
    z.strictObject({ query: text, sessionId: sessionIdSchema.nullable(), limit: pageLimit }),
  ),

  /** Commits the user's message, then answers in the background; progress comes as turn events. */
  'chat.send': defineCall<{ readonly turnId: TurnId; readonly message: Message; readonly reply: Message }>()(
    z.strictObject({ sessionId: sessionIdSchema, text: text.min(1) }),
  ),
  'chat.stop': defineCall<null>()(z.strictObject({ turnId: turnIdSchema })),
  /** Token count of a draft, estimated with the current encoding. */
  'chat.countTokens': defineCall<{ readonly tokens: number }>()(z.strictObject({ text })),
  'chat.preview': defineCall<ContextPreview>()(z.strictObject({ sessionId: sessionIdSchema })),

  /** The snapshot of one turn; with `turnId` null of the session's last turn; null when there is none yet. */
  'memory.snapshot': defineCall<TurnSnapshot | null>()(
    z.strictObject({ sessionId: sessionIdSchema, turnId: turnIdSchema.nullable() }),
  ),
  /** The recalls of the turns whose replies stand on one page of the thread, for the chips under them. */
  'memory.snapshots': defineCall<readonly TurnSnapshot[]>()(
    z.strictObject({ sessionId: sessionIdSchema, turnIds: z.array(turnIdSchema).max(500) }),
  ),
  'memory.tryRecall': defineCall<RecallReport>()(
    z.strictObject({ sessionId: sessionIdSchema, query: text.min(1) }),
  ),
  'memory.summaries': defineCall<readonly Summary[]>()(z.strictObject({ sessionId: sessionIdSchema })),
  'memory.jobs': defineCall<readonly JobView[]>()(nothing),
  'memory.retryJob': defineCall<null>()(z.strictObject({ jobId: z.uuid() })),

  /** Opens the file dialog; null when the user cancels. */
  'import.choose': defineCall<{
    readonly file: FileToken;
    readonly name: string;
    readonly conversations: readonly ImportPreview[];
  } | null>()(nothing),
  'import.run': defineCall<ImportResult>()(
    z.strictObject({ file: fileTokenSchema, key: z.string().max(500) }),
  ),

  /** Opens the data folder in the system's file manager. */
  'app.openDataFolder': defineCall<null>()(nothing),
  /** Asks (a dialog that names the host), then opens an https address in the system's browser. */
  'app.openExternal': defineCall<{ readonly opened: boolean }>()(z.strictObject({ url: z.url().max(4_000) })),
} as const;

/** The name of a call. */
export type CallName = keyof typeof calls;
/** What a call takes, as the page writes it. */
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What a call's handler receives after the check. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;
/** What a call answers. */
export type CallOutput<Name extends CallName> =
  (typeof calls)[Name] extends Call<infer _Input, infer Output> ? Output : never;
