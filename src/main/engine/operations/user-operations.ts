import { rm } from 'node:fs/promises';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { userIdSchema, type UserId } from '../../../shared/model/ids';
import type { User } from '../../../shared/model/user';
import type { KnownUsers, UserStore } from '../../memory/ports/user-store';
import { checkpointTruncate } from '../../storage/checkpoint-truncate';
import type { UserTable } from '../../storage/tables/user-table';
import type { EngineParts } from '../engine-parts';
import type { ForgetReport, ForgetReports } from '../forget/forget-reports';

/** Where all cache files of a user lie; null where nothing is on disk. */
type FolderOf = (userId: UserId) => string | null;

/** Errors: `not-found`. */
function requireUser(users: UserTable, userId: UserId): User {
  const user = users.find(userId);
  if (user === null) throw new AppError('not-found', catalogue.main.users.gone);
  return user;
}

/** Two users of one name could not be told apart in the switcher. Errors: `conflict`. */
function refuseTaken(users: UserTable, name: string, self: UserId | null): void {
  const folded = name.toLocaleLowerCase();
  const isTaken = users.all().some((user) => user.id !== self && user.name.toLocaleLowerCase() === folded);
  if (isTaken) throw new AppError('conflict', catalogue.main.users.nameTaken(name));
}

/** The active user; the oldest where the last one is gone, a new one where there is none. */
function activeUser(parts: EngineParts, users: UserTable): User {
  const known = users.defaultUser();
  if (known !== null) return known;
  const [oldest] = users.all();
  if (oldest !== undefined) {
    users.makeDefault(oldest.id);
    return oldest;
  }
  const user = newUser(parts, catalogue.main.defaultUserName);
  users.insert(user, true);
  return user;
}

function newUser(parts: EngineParts, name: string): User {
  return { id: userIdSchema.parse(parts.newId()), name, createdAt: parts.clock.now() };
}

/** The local users: who there is, who is at the screen, and how one goes for good. */
export function createUserOperations(
  parts: EngineParts,
  folderOf: FolderOf,
  reports: ForgetReports,
): UserStore {
  const { database, clock } = parts;
  const { users } = parts.tables;
  const atOnce = <T>(work: () => T): Promise<T> => Promise.resolve(database.transaction(work).immediate());
  const known = (): KnownUsers => {
    const active = activeUser(parts, users);
    return { users: users.all(), active };
  };
  return {
    defaultUser: () => atOnce(() => activeUser(parts, users)),
    listUsers: () => atOnce(known),
    createUser: ({ name }) =>
      atOnce(() => {
        refuseTaken(users, name, null);
        const user = newUser(parts, name);
        users.insert(user, false);
        return user;
      }),
    renameUser: ({ userId, name }) =>
      atOnce(() => {
        requireUser(users, userId);
        refuseTaken(users, name, userId);
        users.rename(userId, name);
        return requireUser(users, userId);
      }),
    activateUser: ({ userId }) =>
      atOnce(() => {
        const user = requireUser(users, userId);
        users.makeDefault(userId);
        return user;
      }),
    deleteUser: ({ userId }) =>
      atOnce(() => {
        requireUser(users, userId);
        users.hide(userId, clock.now());
        return known();
      }),
    restoreUser: ({ userId }) =>
      atOnce(() => {
        const hidden = users.hidden().find((user) => user.id === userId);
        if (hidden === undefined) throw new AppError('not-found', catalogue.main.users.gone);
        refuseTaken(users, hidden.name, userId);
        users.show(userId);
        return hidden;
      }),
    eraseDeletedUsers: () => eraseHidden(parts, users, folderOf, reports),
  };
}

/**
 * Erases hidden users: their files first, so that after a kill in between the rows still say who is to be erased, then
 * the rows in one transaction, then the write-ahead log that still holds them.
 */
async function eraseHidden(
  parts: EngineParts,
  users: UserTable,
  folderOf: FolderOf,
  reports: ForgetReports,
): Promise<number> {
  const { database, memories } = parts;
  const gone = users.hidden();
  if (gone.length === 0) return 0;
  // Out of memory before off the disk: an index that is saved later would bring its file back.
  await Promise.all(gone.map(({ id }) => memories.forgetUser(id)));
  const folders = gone.flatMap(({ id }) => folderOf(id) ?? []);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  const erased = database
    .transaction(() =>
      gone.map(({ id }) => {
        const report = reportOf(parts, id);
        users.erase(id);
        return report;
      }),
    )
    .immediate();
  for (const report of erased) reports.keep(report);
  if (!checkpointTruncate(database)) parts.logger.warn('the write-ahead log could not be emptied yet');
  return gone.length;
}

/** Messages and vectors that are searched for: where a copy of the user lies there lie these too. */
const tracedMessages = 5_000;
const tracedVectors = 500;

/** What is to be searched for once a user is erased. */
function reportOf({ tables, newId, clock }: EngineParts, userId: UserId): ForgetReport {
  const { userTraces } = tables;
  const texts = userTraces.textsOfUser(userId, tracedMessages);
  const thing = { id: newId(), kind: 'user', userId, sessionId: null, dueAt: clock.now() } as const;
  const traces = { texts, vectors: userTraces.vectorsOfUser(userId, tracedVectors), hashes: [] };
  return { thing, messageCount: userTraces.countOfUser(userId), traces, search: null };
}
