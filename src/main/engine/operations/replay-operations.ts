import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, TurnId, UserId } from '../../../shared/model/ids';
import type { RecallCase, ReplayMessage, WhatIfTurn } from '../../../shared/model/replay';
import type { SecondLook } from '../../../shared/model/second-look';
import type { BlockKind, TurnSnapshot } from '../../../shared/model/snapshot';
import { sendsWords } from '../../memory/context/built-context';
import type { ReplayStore } from '../../memory/ports/replay-store';
import { entityQueries } from '../../memory/second-look/entity-queries';
import { findsNothing } from '../../memory/second-look/finds-nothing';
import { excerptOf } from '../../memory/text/excerpt-of';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { StoredCase } from '../../storage/tables/recall-case-table';
import type { EngineParts } from '../engine-parts';
import { caseResult } from './case-result';
import { findSession } from './find-session';
import { requireMessage } from './public-message';
import { replayQuestion, type ReplayInput } from './replay-question';

const excerptLength = 160;
/** Characters of the words a case expects. */
const longestWords = 300;

/** Errors: `not-found`. */
function requireSnapshot({ tables }: EngineParts, userId: UserId, turnId: TurnId): TurnSnapshot {
  const snapshot = tables.snapshots.findByTurn(userId, turnId);
  if (snapshot === null) throw new AppError('not-found', catalogue.main.errors.turnGone);
  return snapshot;
}

function describe(parts: EngineParts, { id, ...message }: StoredMessage): ReplayMessage {
  const { userId, sessionId, position, content } = message;
  const { title } = findSession(parts.tables, userId, sessionId);
  const excerpt = excerptOf(content.replaceAll(/\s+/gu, ' '), excerptLength);
  return { messageId: id, sessionId, sessionTitle: title, position, excerpt };
}

/** Messages before its question that a turn was sent in blocks of some kinds. */
function sentIn({ blocks, userMessageId }: TurnSnapshot, kinds: readonly BlockKind[]): readonly MessageId[] {
  const sent = blocks.flatMap(({ kind, sources }) => (kinds.includes(kind) ? sources : []));
  return sent.filter((id) => id !== userMessageId);
}

/**
 * What memory searches for once more: what it did in the turn because the answer lacked something, or, by itself, the names,
 * dates and numbers of a question for which it finds nothing.
 */
function secondLookOf(
  question: string,
  then: SecondLook | null,
  looksAgain: boolean,
): ReplayInput['searchesAgain'] {
  // The answer stands that was given before a look which brought no other.
  if (then?.reason === 'reply-says-missing') return () => (then.firstReplyId === null ? [] : then.queries);
  if (then === null && !looksAgain) return () => [];
  return (first) => (findsNothing(first) ? entityQueries(question) : []);
}

/** The list of tools is the model's, not memory's: a replay has none. */
function tokensWithoutTools({ tokensEstimated, blocks }: TurnSnapshot): number {
  const offers = blocks.filter(({ kind, sources }) => kind === 'tools' && sources.length === 0);
  return tokensEstimated - offers.reduce((sum, { tokens }) => sum + tokens, 0);
}

async function whatIf(
  parts: EngineParts,
  { userId, turnId, settings, queryVector, looksAgain }: Parameters<ReplayStore['replayTurn']>[0],
): Promise<WhatIfTurn> {
  const snapshot = requireSnapshot(parts, userId, turnId);
  const question = requireMessage(parts, userId, snapshot.userMessageId);
  const searchesAgain = secondLookOf(question.content, snapshot.recall?.secondLook ?? null, looksAgain);
  const { context } = await replayQuestion(parts, question, { settings, queryVector, searchesAgain });
  const sent = new Set(context.blocks.flatMap(({ kind, sources }) => (sendsWords(kind) ? sources : [])));
  const before = sentIn(snapshot, ['recalled', 'pinned']);
  const isThere = (id: MessageId): boolean => parts.tables.reader.find(userId, id) !== null;
  const lost = before
    .filter((id) => !sent.has(id))
    .flatMap((id) => parts.tables.reader.find(userId, id) ?? [])
    .map((message) => describe(parts, message));
  return {
    turnId,
    tokensBefore: tokensWithoutTools(snapshot),
    tokensAfter: context.tokens,
    sources: before.length,
    lost,
    unsent: sentIn(snapshot, ['buffer']).filter((id) => !sent.has(id) && isThere(id)).length,
  };
}

/** A case whose messages are still there; a hidden one is not told of until it is back. */
function publicCase(parts: EngineParts, userId: UserId, stored: StoredCase): readonly RecallCase[] {
  const { reader } = parts.tables;
  const question = reader.find(userId, stored.questionId);
  const expected = stored.expectedId === null ? null : reader.find(userId, stored.expectedId);
  if (question === null || (stored.expectedId !== null && expected === null)) return [];
  return [
    {
      id: stored.id,
      question: describe(parts, question),
      expected: expected === null ? null : describe(parts, expected),
      words: stored.words,
      createdAt: stored.createdAt,
    },
  ];
}

/** Errors: `not-found`. */
function requireCase(parts: EngineParts, userId: UserId, id: string): StoredCase {
  const stored = parts.tables.recallCases.find(userId, id);
  if (stored === null) throw new AppError('not-found', catalogue.main.errors.caseGone);
  return stored;
}

/** The question that a reply answers: the nearest before it that is no part of a file. Errors: `not-found`. */
function questionBefore(parts: EngineParts, userId: UserId, replyId: MessageId): MessageId {
  let { parentId } = requireMessage(parts, userId, replyId);
  while (parentId !== null) {
    const { id, role, metadata, parentId: next } = requireMessage(parts, userId, parentId);
    if (role === 'user' && metadata?.attachment === undefined) return id;
    parentId = next;
  }
  throw new AppError('not-found', catalogue.main.errors.noQuestion);
}

function addCase(
  parts: EngineParts,
  { userId, replyId, expectedId, words }: Parameters<ReplayStore['addCase']>[0],
): void {
  const questionId = questionBefore(parts, userId, replyId);
  if (expectedId !== null) requireMessage(parts, userId, expectedId);
  const line = words?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  if (expectedId === null && (line === '' || line.length > longestWords)) {
    throw new AppError('bad-input', catalogue.main.errors.caseWords(longestWords));
  }
  const expects = expectedId === null ? { expectedId, words: line } : { expectedId, words: null };
  const createdAt = parts.clock.now();
  parts.tables.recallCases.insert(userId, { id: parts.newId(), questionId, ...expects, createdAt });
}

/** Past questions, asked of memory again. */
export function createReplayOperations(parts: EngineParts): ReplayStore {
  const { tables } = parts;
  const cases = (userId: UserId): Promise<readonly RecallCase[]> =>
    Promise.resolve(tables.recallCases.list(userId).flatMap((each) => publicCase(parts, userId, each)));
  const questionOf = (userId: UserId, id: MessageId) => {
    const { sessionId, content: text } = requireMessage(parts, userId, id);
    return Promise.resolve({ sessionId, text });
  };
  return {
    listPastTurns: ({ userId, sessionId, limit }) => {
      if (sessionId !== null) findSession(tables, userId, sessionId);
      const turns = tables.snapshots.newest(userId, sessionId, limit);
      return Promise.resolve(
        turns.flatMap(({ turnId, userMessageId, turnNumber, model }) => {
          const question = tables.reader.find(userId, userMessageId);
          if (question === null) return [];
          const { sessionId: where, sessionTitle, excerpt } = describe(parts, question);
          return [{ turnId, sessionId: where, sessionTitle, turnNumber, question: excerpt, model }];
        }),
      );
    },
    replayTurn: (input) => whatIf(parts, input),
    readQuestion: ({ userId, turnId }) =>
      questionOf(userId, requireSnapshot(parts, userId, turnId).userMessageId),
    listCases: ({ userId }) => cases(userId),
    addCase: (input) => {
      addCase(parts, input);
      return cases(input.userId);
    },
    deleteCase: ({ userId, id }) => {
      if (!tables.recallCases.remove(userId, id)) {
        throw new AppError('not-found', catalogue.main.errors.caseGone);
      }
      return cases(userId);
    },
    readCase: ({ userId, id }) => questionOf(userId, requireCase(parts, userId, id).questionId),
    runCase: async ({ userId, id, settings, queryVector, looksAgain }) => {
      const stored = requireCase(parts, userId, id);
      const question = requireMessage(parts, userId, stored.questionId);
      const searchesAgain = secondLookOf(question.content, null, looksAgain);
      const replay = await replayQuestion(parts, question, { settings, queryVector, searchesAgain });
      return caseResult(stored, replay, (expectedId) =>
        tables.reader.pathDepth(userId, question.sessionId, expectedId),
      );
    },
  };
}
