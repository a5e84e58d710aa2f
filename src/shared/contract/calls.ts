import { z } from 'zod';
import type { ImportPreview, ImportResult } from '../model/import';
import type { FileToken, TurnId } from '../model/ids';
import { fileTokenSchema, messageIdSchema, sessionIdSchema, turnIdSchema } from '../model/ids';
import type { Message, MessagePage } from '../model/message';
import type { SearchHit } from '../model/search';
import type { PromptState } from '../model/prompt';
import type { LocalServer, ProviderView } from '../model/provider';
import { baseUrlSchema, modelChoiceSchema, providerIdSchema, providerSchema } from '../model/provider';
import type { RecallReport } from '../model/recall';
import type { Session, SessionPage } from '../model/session';
import { recallScopeSchema, strategySchema } from '../model/session';
import type { BlockKind, TurnSnapshot } from '../model/snapshot';
import type { Summary } from '../model/summary';
import type { User } from '../model/user';
import { budgetsSchema, settingsChangesSchema, type Settings } from '../settings';
import type { Call } from './define-call';
import { defineCall } from './define-call';

/** What the page needs before its first paint. */
export interface StartInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly dataFolder: string;
  readonly user: User;
  readonly settings: Settings;
  readonly providers: readonly ProviderView[];
  /** Something that happened while opening the data, in words for the user; null when all is well. */
  readonly notice: string | null;
}

/** The context the next message would be sent with, for the gauge by the composer. */
export interface ContextPreview {
  readonly maxContextTokens: number;
  readonly replyReserveTokens: number;
  readonly parts: readonly { readonly kind: BlockKind; readonly tokens: number }[];
  /** Positions sent verbatim, first and last; null where there is none. */
  readonly buffer: readonly [number, number] | null;
  /** The last position the summary stands for; 0 without one. */
  readonly summarisedTo: number;
  /** Messages that wait for a summary. */
  readonly waitingMessages: number;
  /** Messages a strategy that does not summarise leaves out. */
  readonly leftOutMessages: number;
}

/** What embedding everything with another model would mean. */
export interface EmbeddingPlan {
  readonly messages: number;
  /** Tokens that would be sent to the server, estimated. */
  readonly tokens: number;
  readonly dimension: number;
}

/** A turn that was begun: the question and its reply, which streams. */
export interface StartedTurn {
  readonly turnId: TurnId;
  readonly message: Message;
  readonly reply: Message;
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
const ofSession = z.strictObject({ sessionId: sessionIdSchema });
const ofReply = z.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema });
const ofProvider = z.strictObject({ id: providerIdSchema });

/** Every call the page can make: name → input schema and output type. */
export const calls = {
  'app.start': defineCall<StartInfo>()(nothing),
  'settings.set': defineCall<Settings>()(settingsChangesSchema),

  'providers.list': defineCall<readonly ProviderView[]>()(nothing),
  /** Adds a provider (without id) or changes one. A key given for another host is dropped. */
  'providers.save': defineCall<ProviderView>()(
    z.strictObject({ ...providerSchema.shape, id: providerIdSchema.optional() }),
  ),
  /** Removes a provider and its key; models chosen from it fall back to their defaults. */
  'providers.remove': defineCall<null>()(ofProvider),
  /** Takes a key; it is never given back. */
  'providers.setKey': defineCall<ProviderView>()(
    z.strictObject({ id: providerIdSchema, key: z.string().trim().min(1).max(1_000) }),
  ),
  'providers.removeKey': defineCall<ProviderView>()(ofProvider),
  /** Asks the server for its models; how it went is in the answer's `test`. */
  'providers.test': defineCall<ProviderView>()(ofProvider),
  /** Looks for servers on this computer's loopback; called only after the user asked. */
  'providers.findLocal': defineCall<readonly LocalServer[]>()(nothing),
  /** Adds (or finds) a provider of that address and makes one of its models answer. */
  'providers.useLocal': defineCall<Settings>()(
    z.strictObject({
      name: z.string().trim().min(1).max(60),
      baseUrl: baseUrlSchema,
      model: z.string().trim().min(1).max(200),
    }),
  ),
  /** What it would take to embed everything with another model; asks the server for one vector. */
  'embedding.plan': defineCall<EmbeddingPlan>()(modelChoiceSchema),
  /** Embeds with another model from now on, and all that was said; null is the built-in one. */
  'embedding.choose': defineCall<Settings>()(z.strictObject({ choice: modelChoiceSchema.nullable() })),

  /** The system prompt of a chat, or of all chats (null). */
  'prompts.read': defineCall<PromptState>()(z.strictObject({ sessionId: sessionIdSchema.nullable() })),
  /** Writes a new version; an empty text gives way to what is inherited. */
  'prompts.write': defineCall<PromptState>()(
    z.strictObject({ sessionId: sessionIdSchema.nullable(), text: z.string().max(100_000) }),
  ),

  'sessions.list': defineCall<SessionPage>()(
    z.strictObject({ cursor: z.string().max(200).nullable(), limit: pageLimit }),
  ),
  'sessions.create': defineCall<Session>()(
    z.strictObject({ recallScope: recallScopeSchema.optional(), temporary: z.boolean().optional() }),
  ),
  'sessions.get': defineCall<Session>()(ofSession),
  /** Puts an empty chat of the other kind in the place of an empty chat. Errors: `conflict` once it has messages. */
  'sessions.setRemembered': defineCall<Session>()(
    z.strictObject({ sessionId: sessionIdSchema, remembered: z.boolean() }),
  ),
  /** Chats whose titles hold the words, the newest first. */
  'sessions.search': defineCall<readonly Session[]>()(z.strictObject({ query: text, limit: pageLimit })),
  /** Opens the sample chat, putting it in the list if it is not there; `questions` are worth asking it. */
  'sessions.openSample': defineCall<{ readonly session: Session; readonly questions: readonly string[] }>()(
    nothing,
  ),
  'sessions.update': defineCall<Session>()(
    z.strictObject({
      sessionId: sessionIdSchema,
      title: z.string().trim().min(1).max(200).optional(),
      pinned: z.boolean().optional(),
      recallScope: recallScopeSchema.optional(),
      strategy: strategySchema.optional(),
    }),
  ),
  'sessions.delete': defineCall<null>()(ofSession),
  'sessions.restore': defineCall<Session>()(ofSession),

  'drafts.read': defineCall<{ readonly text: string }>()(ofSession),
  /** Keeps what is being written in a chat; sending takes it away. */
  'drafts.write': defineCall<null>()(z.strictObject({ sessionId: sessionIdSchema, text })),

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
  'chat.send': defineCall<StartedTurn>()(z.strictObject({ sessionId: sessionIdSchema, text: text.min(1) })),
  /** Answers the last question again; the failed or stopped reply gives way to a new one beside it. */
  'chat.retry': defineCall<StartedTurn>()(ofReply),
  /** Goes on where the last reply broke off: a new one beside it begins with its words. */
  'chat.continue': defineCall<StartedTurn>()(ofReply),
  'chat.stop': defineCall<null>()(z.strictObject({ turnId: turnIdSchema })),
  /** Token count of a draft, estimated with the current encoding. */
  'chat.countTokens': defineCall<{ readonly tokens: number }>()(z.strictObject({ text })),
  'chat.preview': defineCall<ContextPreview>()(ofSession),
  /** The same under other budgets or another strategy, which stay unsaved. */
  'chat.previewWith': defineCall<ContextPreview>()(
    z.strictObject({ sessionId: sessionIdSchema, budgets: budgetsSchema, strategy: strategySchema }),
  ),

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
  'memory.summaries': defineCall<readonly Summary[]>()(ofSession),
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
