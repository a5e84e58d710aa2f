import type { CallInput, CallName } from '../../src/shared/contract/calls';
import { recallWays } from '../../src/shared/model/replay';
import type { FactId, JobId, MessageId, SessionId, SummaryId, TurnId } from '../../src/shared/model/ids';
import { defaultSettings } from '../../src/shared/settings';

/** One chat of a user and what belongs to it. */
export interface TheirThings {
  readonly sessionId: SessionId;
  readonly questionId: MessageId;
  readonly replyId: MessageId;
  readonly turnId: TurnId;
  readonly jobId: JobId;
  readonly summaryId: SummaryId;
  readonly factId: FactId;
  readonly draftFileId: string;
  readonly presetId: string;
  readonly caseId: string;
}

/** Inputs of one call that name another user's things, or ask for all there is. */
type Inputs<Name extends CallName> = (theirs: TheirThings, mine: TheirThings) => readonly CallInput<Name>[];

/** A call that concerns the computer: models, keys, looks, users' names. What it answers is searched all the same. */
const shared = (): readonly [] => [];
/** Words of the other user, to be looked for. */
export const secret = 'zqsecretkx';

/** What one user may try with another's ids, for every call there is; a call without a probe fails the test. */
export const callProbes: { readonly [Name in CallName]: Inputs<Name> } = {
  'app.start': () => [{}],
  'app.openDataFolder': shared,
  'app.interactive': shared,
  'app.restart': shared,
  'updates.look': shared,
  'updates.choose': shared,
  'updates.stop': shared,
  'updates.show': shared,
  'app.openExternal': shared,
  'settings.set': () => [{ theme: 'dark' }],
  'settings.serveMemory': () => [{ isOn: true }, { isOn: false }],
  'providers.list': () => [{}],
  'providers.save': shared,
  'providers.remove': shared,
  'providers.setKey': shared,
  'providers.removeKey': shared,
  'providers.test': shared,
  'providers.findLocal': shared,
  'providers.useLocal': shared,
  'embedding.plan': shared,
  'embedding.choose': () => [{ choice: null }],
  'health.report': ({ sessionId }) => [
    { sessionId, turns: 100 },
    { sessionId: null, turns: 1_000 },
  ],
  'health.storage': () => [{}],
  'health.spending': () => [{}],
  'health.network': () => [{}],
  'users.list': () => [{}],
  'users.add': shared,
  'users.rename': shared,
  'users.switch': shared,
  'users.delete': shared,
  'users.restore': shared,
  'tools.list': () => [{}],
  'tools.answer': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId, answer: 'always' })),
  'prompts.read': ({ sessionId }) => [{ sessionId }, { sessionId: null }],
  'prompts.write': ({ sessionId }) => [
    { sessionId, text: 'Mine' },
    { sessionId: null, text: 'Mine' },
  ],
  'hygiene.scan': ({ presetId }) => [{ scanId: null }, { scanId: presetId }],
  'hygiene.mend': ({ presetId }) => [{ scanId: presetId, kind: 'exact' }],
  'hygiene.undo': ({ presetId }) => [{ scanId: presetId, kind: 'exact' }],
  'hygiene.mendFacts': () => [{}],
  'hygiene.undoFacts': ({ factId }) => [{ factIds: [factId] }],
  'whatIf.turns': ({ sessionId }) => [
    { sessionId, limit: 10 },
    { sessionId: null, limit: 10 },
  ],
  'whatIf.replay': ({ turnId }) =>
    recallWays.map((recallBy) => ({
      turnId,
      budgets: defaultSettings.budgets,
      strategy: 'hybrid',
      recallBy,
    })),
  'cases.list': () => [{}],
  'cases.add': (theirs, mine) => [
    { replyId: theirs.replyId, expectedId: null, words: 'lighthouse' },
    { replyId: mine.replyId, expectedId: theirs.questionId, words: null },
  ],
  'cases.delete': ({ caseId }) => [{ id: caseId }],
  'cases.run': ({ caseId }) => [{ id: caseId }],
  'presets.list': () => [{}],
  'presets.save': ({ presetId }) => [{ id: presetId, name: 'Mine', text: 'Mine' }],
  'presets.delete': ({ presetId }) => [{ id: presetId }],
  'sessions.list': () => [{ cursor: null, limit: 500 }],
  'sessions.create': () => [{ recallScope: 'user' }, { temporary: true }],
  'sessions.get': ({ sessionId }) => [{ sessionId }],
  'sessions.setRemembered': ({ sessionId }) => [
    { sessionId, remembered: true },
    { sessionId, remembered: false },
  ],
  'sessions.search': () => [
    { query: secret, limit: 50 },
    { query: 'lighthouse', limit: 50 },
  ],
  'sessions.openSample': () => [{}],
  'sessions.update': ({ sessionId }) => [{ sessionId, title: 'Mine now' }],
  'sessions.openWindow': ({ sessionId }) => [{ sessionId }],
  'sessions.delete': ({ sessionId }) => [{ sessionId }],
  'sessions.restore': ({ sessionId }) => [{ sessionId }],
  'drafts.read': ({ sessionId }) => [{ sessionId }],
  'drafts.write': ({ sessionId }) => [{ sessionId, text: 'Mine' }],
  'drafts.attach': ({ sessionId }) => [{ sessionId, name: 'mine.txt', text: 'Mine' }],
  'drafts.detach': ({ sessionId, draftFileId }) => [{ sessionId, fileId: draftFileId }],
  'messages.page': (theirs, mine) => [
    { sessionId: theirs.sessionId, anchor: { kind: 'newest' }, limit: 50 },
    { sessionId: mine.sessionId, anchor: { kind: 'around', messageId: theirs.questionId }, limit: 50 },
  ],
  'messages.search': ({ sessionId }) =>
    [sessionId, null].flatMap((scope) =>
      [secret, 'lighthouse', 'li'].map((query) => ({ query, sessionId: scope, limit: 100 })),
    ),
  'search.find': ({ sessionId }) =>
    [sessionId, null].flatMap((within) =>
      [secret, 'lighthouse', 'li'].map((query) => ({
        query,
        filters: { sessionId: within, role: null, since: 0 },
        limit: 100,
      })),
    ),
  'search.detail': ({ questionId, replyId }) => [{ messageId: questionId }, { messageId: replyId }],
  'chat.send': ({ sessionId }) => [{ sessionId, text: 'When was the lighthouse painted?' }],
  'chat.edit': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.questionId, text: 'Mine' })),
  'chat.regenerate': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId })),
  'chat.stepVersion': (theirs, mine) =>
    [theirs, mine].flatMap(({ sessionId }) =>
      ([1, -1] as const).map((step) => ({ sessionId, messageId: theirs.replyId, step })),
    ),
  'messages.pin': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId, pinned: true })),
  'messages.exclude': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId, excluded: true })),
  'sessions.fork': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId })),
  'forget.messages': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({
      sessionId,
      firstId: theirs.questionId,
      lastId: theirs.replyId,
    })),
  'forget.undo': ({ sessionId, turnId }) => [{ sessionId, forgetId: turnId }],
  'forget.list': () => [{}],
  'forget.places': ({ sessionId, turnId, questionId }) => [
    { sessionId, forgetId: turnId, placeIds: [`message:messages:${questionId}`] },
  ],
  'forget.dismiss': ({ sessionId, turnId }) => [{ sessionId, forgetId: turnId }],
  'chat.retry': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId })),
  'chat.continue': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, messageId: theirs.replyId })),
  'chat.firstAnswer': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, turnId: theirs.turnId })),
  'chat.stop': ({ turnId }) => [{ turnId }],
  'chat.countTokens': () => [{ text: 'lighthouse' }],
  'chat.preview': ({ sessionId }) => [{ sessionId }],
  'chat.previewWith': ({ sessionId }) => [
    { sessionId, budgets: defaultSettings.budgets, strategy: 'hybrid' },
  ],
  'memory.snapshot': (theirs, mine) => [
    { sessionId: theirs.sessionId, turnId: null },
    { sessionId: mine.sessionId, turnId: theirs.turnId },
  ],
  'memory.snapshots': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, turnIds: [theirs.turnId] })),
  'memory.tryRecall': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, query: `The lighthouse of Porto ${secret}` })),
  'memory.summaries': ({ sessionId }) => [{ sessionId }],
  'summaries.read': ({ sessionId }) => [{ sessionId }],
  'summaries.diff': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, summaryId: theirs.summaryId })),
  'summaries.edit': (theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => ({ sessionId, summaryId: theirs.summaryId, text: 'Mine' })),
  'summaries.rollBack': (theirs, mine) => [
    ...[theirs, mine].map(({ sessionId }) => ({ sessionId, summaryId: theirs.summaryId })),
    { sessionId: theirs.sessionId, summaryId: null },
  ],
  'summaries.compact': ({ sessionId }) => [{ sessionId }],
  'summaries.again': ({ sessionId }) => [{ sessionId }],
  'summaries.range': ({ sessionId }) => [{ sessionId, from: 1, to: 2 }],
  'summaries.previewRange': ({ sessionId }) => [{ sessionId, from: 1, to: 2 }],
  'memory.registry': () => [{}],
  'profile.read': () => [{}],
  'profile.distil': () => [{}],
  'profile.edit': ({ factId }) => [{ factId, text: 'Mine' }],
  'profile.pin': ({ factId }) => [true, false].map((pinned) => ({ factId, pinned })),
  'profile.add': ({ questionId }) => [{ messageId: questionId, text: 'Mine' }],
  'profile.restore': ({ factId }) => [{ factId }],
  'profile.delete': ({ factId }) => [{ factId }],
  'floors.read': () => [{}],
  'floors.measure': () => [{}],
  'memory.jobs': () => [{}],
  'memory.pauseJobs': shared,
  'memory.jobsState': () => [{}],
  'memory.retryJob': ({ jobId }) => [{ jobId }],
  'import.choose': () => [{}],
  'export.run': ({ sessionId }) => [
    { sessionIds: [sessionId], format: 'json' },
    { sessionIds: null, format: 'json' },
  ],
  'export.cancel': () => [{}],
  'backups.progress': shared,
  'backups.cancel': shared,
  'backups.list': () => [{}],
  'backups.make': () => [{}],
  'backups.preview': () => [{ name: 'none' }],
  'backups.delete': () => [{ name: 'none' }],
  'backups.restore': () => [{ name: 'none' }],
  'logs.preview': () => [{}],
  'logs.export': shared,
  'backups.saveArchive': shared,
  'backups.openArchive': shared,
  'import.cancel': shared,
  'import.run': shared,
  'import.status': shared,
  'import.dismiss': shared,
};
