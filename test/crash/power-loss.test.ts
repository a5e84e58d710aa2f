import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TurnId } from '../../src/shared/model/ids';
import { v7 as uuidv7 } from 'uuid';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { sentence } from './crash-words';
import { problemsAfterKill } from './invariants';
import type { Acknowledgement } from './kinds';
import { openCrashEngine } from './open-crash-engine';
import { createSeededRandom } from './seeded-random';

const files = ['engram.db', 'engram.db-wal'] as const;

/** Bytes of the write-ahead log; SQLite has synced all of them by the time a commit returns. */
function logBytes(root: string): number {
  const log = join(root, files[1]);
  return existsSync(log) ? statSync(log).size : 0;
}

/** Database and log as a power cut leaves them: `logLength` is how much of the log reached the disk. */
function cutPower(root: string, logLength: number): string {
  const copy = temporaryFolder();
  for (const file of files)
    if (existsSync(join(root, file))) copyFileSync(join(root, file), join(copy, file));
  const log = join(copy, files[1]);
  if (existsSync(log)) truncateSync(log, Math.min(logLength, statSync(log).size));
  return copy;
}

describe('a power cut', () => {
  it(
    'after any sync keeps what was acknowledged by then; between two, what was by the first',
    { timeout: 300_000 },
    async () => {
      const root = temporaryFolder();
      const random = createSeededRandom(Date.now());
      const { engine, opened } = await openCrashEngine(root);
      const { id: userId } = await engine.defaultUser({});
      const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
      const said: Acknowledgement[] = [];
      for (let round = 0; round < 10; round += 1) {
        const before = { said: [...said], bytes: logBytes(root) };
        const begun = await engine.beginTurn({
          userId,
          sessionId,
          turnId: uuidv7() as TurnId,
          text: sentence(round),
          replyProvenance: 'model',
          model: 'gpt-4o',
        });
        const end = { userId, replyId: begun.reply.id, content: sentence(round + 1), error: null } as const;
        const { reply } = await engine.finishReply({ ...end, state: 'done' });
        for (const { id, content } of [begun.message, reply]) said.push({ kind: 'message', id, content });
        const after = logBytes(root);
        expect(after).toBeGreaterThan(before.bytes);
        expect(await problemsAfterKill(cutPower(root, after), said)).toEqual([]);
        const torn = before.bytes + Math.floor(random() * (after - before.bytes));
        expect(await problemsAfterKill(cutPower(root, torn), before.said), String(torn)).toEqual([]);
      }
      opened.close();
    },
  );
});
