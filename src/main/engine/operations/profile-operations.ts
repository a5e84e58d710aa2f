import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { factIdSchema, type FactId, type UserId } from '../../../shared/model/ids';
import type { Fact, Profile } from '../../../shared/model/profile';
import type { EvidencedFact, ProfileStore } from '../../memory/ports/profile-store';
import { extractFacts } from '../../memory/profile/extract-facts';
import { disputed, holds, mergeFact, type FactChange } from '../../memory/profile/merge-facts';
import { enqueueJob, type EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/** Messages read in one step; what comes after them is read in the next. */
const stepSize = 40;
const dayMs = 86_400_000;
/** A conversation that was not gone on with for this long has come to rest. */
const restMs = 10 * 60_000;
/** Characters of a fact in the user's own words. */
const longestFact = 300;

/** The user's facts with what they rest on; of two that cannot both hold each is disputed. */
export function readFacts({ tables }: EngineParts, userId: UserId): readonly Fact[] {
  const stored = tables.facts.list(userId);
  const rows = tables.facts.evidence(userId);
  const both = disputed(stored);
  return stored.map((fact) => ({
    ...fact,
    state: both.has(fact.id) ? 'disputed' : holds(fact) ? 'holds' : 'past',
    evidence: rows
      .filter((row) => row.fact_id === fact.id)
      .map((row) => ({
        messageId: row.message_id,
        sessionId: row.session_id,
        sessionTitle: row.title,
        position: tables.reader.positionOf(userId, row.session_id, row.depth),
        createdAt: row.created_at,
      })),
  }));
}

function readProfile(parts: EngineParts, userId: UserId): Profile {
  return {
    facts: readFacts(parts, userId),
    distilledAt: parts.tables.profileMarks.ranAt(userId),
    isDistilling: parts.tables.jobs
      .list(userId)
      .some(({ kind, state }) => kind === 'distil' && (state === 'waiting' || state === 'running')),
  };
}

function learnFacts(parts: EngineParts, input: Parameters<ProfileStore['learnFacts']>[0]): null {
  const { userId, sessionId, throughSeq, facts, origin } = input;
  const { tables, database } = parts;
  const learn = database.transaction(() => {
    findSession(tables, userId, sessionId);
    for (const learned of facts) learnOne(parts, userId, learned, origin);
    tables.profileMarks.mark(userId, sessionId, throughSeq);
  });
  learn.immediate();
  return null;
}

function learnOne(
  parts: EngineParts,
  userId: UserId,
  { fact, evidence }: EvidencedFact,
  origin: 'extracted' | 'model',
): void {
  const { tables } = parts;
  // Read anew as the user's own: what was forgotten meanwhile, or is nobody's word but the model's, is no evidence.
  const messages = evidence.flatMap((id) => {
    const message = tables.reader.find(userId, id);
    return message?.role === 'user' ? [message] : [];
  });
  if (messages.length === 0) return;
  const ids = messages.map(({ id }) => id);
  const saidAt = Math.max(...messages.map(({ createdAt }) => createdAt));
  for (const change of mergeFact(tables.facts.list(userId), fact, { evidence: ids, saidAt })) {
    const id = applyChange(parts, userId, change, origin);
    for (const messageId of ids) tables.facts.addEvidence(userId, id, messageId);
  }
}

function applyChange(
  parts: EngineParts,
  userId: UserId,
  change: FactChange,
  origin: 'extracted' | 'model',
): FactId {
  const { facts } = parts.tables;
  if (change.kind === 'confirm') {
    facts.confirm(userId, change.id, change.confidence);
    return change.id;
  }
  if (change.kind === 'end') {
    facts.end(userId, change.id, change.validTo, null);
    return change.id;
  }
  const id = factIdSchema.parse(parts.newId());
  const { validFrom, validTo, supersededBy, fact } = change;
  const { attribute, value, text, confidence } = fact;
  const createdAt = parts.clock.now();
  facts.insert(userId, {
    id,
    attribute,
    value,
    text,
    confidence,
    validFrom,
    validTo,
    supersededBy,
    origin,
    createdAt,
  });
  for (const old of change.supersedes) facts.end(userId, old, validFrom ?? createdAt, id);
  return id;
}

function enqueueDistil(parts: EngineParts, userId: UserId | null): number {
  const { tables, clock, database } = parts;
  const enqueue = database.transaction(() => {
    const now = clock.now();
    // Whose day is not over is not looked through: it takes a tenth of a second for 100,000 messages.
    const isDue = (owner: UserId): boolean => now - (tables.profileMarks.ranAt(owner) ?? 0) >= dayMs;
    const owners =
      userId === null ? tables.users.all().flatMap(({ id }) => (isDue(id) ? [id] : [])) : [userId];
    // Nor what is being talked of now: it is read with what follows, another time.
    const saidBy = userId === null ? now - restMs : Number.MAX_SAFE_INTEGER;
    const sessions = owners.flatMap((owner) => tables.profileMarks.unreadSessions(owner, saidBy));
    for (const { userId: owner, sessionId, lastSeq } of sessions) {
      enqueueJob(parts, { kind: 'distil', userId: owner, sessionId, after: String(lastSeq) });
    }
    // Who has said nothing new is looked at again within the day.
    const read = userId === null ? new Set(sessions.map((session) => session.userId)) : owners;
    for (const owner of read) tables.profileMarks.setRun(owner, now);
    return sessions.length;
  });
  return enqueue.immediate();
}

function editFact(
  parts: EngineParts,
  input: Parameters<ProfileStore['editFact']>[0],
): { readonly id: FactId } {
  const { userId, factId } = input;
  const { facts } = parts.tables;
  const { errors } = catalogue.profile;
  const text = ownWords(input.text);
  const edit = parts.database.transaction(() => {
    const old = facts.find(userId, factId);
    if (old === null) throw new AppError('not-found', errors.gone);
    const id = factIdSchema.parse(parts.newId());
    const now = parts.clock.now();
    const { attribute, validFrom } = old;
    const own = { value: text, text, confidence: 1, origin: 'user' } as const;
    facts.insert(userId, {
      id,
      attribute,
      validFrom,
      validTo: null,
      supersededBy: null,
      createdAt: now,
      ...own,
    });
    // It says what those messages say, corrected: when they are forgotten it goes with them.
    facts.copyEvidence(factId, id);
    facts.end(userId, factId, now, id);
    if (old.pinned) facts.pin(userId, id, now);
    return { id };
  });
  return edit.immediate();
}

/** The user's words, checked. Errors: `bad-input`. */
function ownWords(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line === '' || line.length > longestFact) {
    throw new AppError('bad-input', catalogue.profile.errors.badText(longestFact));
  }
  return line;
}

function addFact(
  parts: EngineParts,
  { userId, messageId, text }: Parameters<ProfileStore['addFact']>[0],
): { readonly id: FactId } {
  const words = ownWords(text);
  const { facts, reader } = parts.tables;
  const add = parts.database.transaction(() => {
    const message = reader.find(userId, messageId);
    // What others said, and what stands in a file, is no word of the user's.
    if (message?.role !== 'user' || message.author !== null) {
      throw new AppError('not-found', catalogue.profile.errors.notYours);
    }
    const id = factIdSchema.parse(parts.newId());
    const own = { attribute: 'other', value: words, text: words, confidence: 1, origin: 'user' } as const;
    const validFrom = message.createdAt;
    const createdAt = parts.clock.now();
    facts.insert(userId, { id, ...own, validFrom, validTo: null, supersededBy: null, createdAt });
    facts.addEvidence(userId, id, messageId);
    return { id };
  });
  return add.immediate();
}

/** What is known of the user. */
export function createProfileOperations(parts: EngineParts): ProfileStore {
  const { tables, clock } = parts;
  const found = (isFound: boolean): Promise<null> => {
    if (!isFound) throw new AppError('not-found', catalogue.profile.errors.gone);
    return Promise.resolve(null);
  };
  return {
    readProfile: ({ userId }) => Promise.resolve(readProfile(parts, userId)),
    planDistil: ({ userId, sessionId }) => {
      findSession(tables, userId, sessionId);
      const messages = tables.profileMarks.unread(userId, sessionId, stepSize);
      const last = messages.at(-1);
      return Promise.resolve(last === undefined ? null : { messages, throughSeq: last.seq });
    },
    extractFacts: ({ messages }) =>
      Promise.resolve(
        messages.flatMap(({ id, content, createdAt }) =>
          extractFacts(content, createdAt).map((fact) => ({ fact, evidence: [id] })),
        ),
      ),
    learnFacts: (input) => Promise.resolve(learnFacts(parts, input)),
    enqueueDistil: ({ userId }) => Promise.resolve(enqueueDistil(parts, userId)),
    editFact: (input) => Promise.resolve(editFact(parts, input)),
    pinFact: ({ userId, factId, pinned }) =>
      found(tables.facts.pin(userId, factId, pinned ? clock.now() : null)),
    addFact: (input) => Promise.resolve(addFact(parts, input)),
    restoreFact: ({ userId, factId }) => found(tables.facts.show(userId, factId)),
    deleteFact: ({ userId, factId }) => found(tables.facts.hide(userId, factId, clock.now())),
  };
}
