import { expect, test, vi } from 'vitest';
import type { EngineParts } from '../../src/main/engine/engine-parts';
import { createSessionWarmer } from '../../src/main/engine/warm-session';
import type { SessionId, UserId } from '../../src/shared/model/ids';

test('a disk that fails while a chat is read ahead is told to the log, in whichever step it fails', () => {
  const due: (() => void)[] = [];
  const warn = vi.fn();
  const around = vi
    .fn()
    .mockReturnValueOnce([])
    .mockImplementation(() => {
      throw new Error('disk I/O error');
    });
  const parts = {
    clock: { after: (_delayMs: number, step: () => void) => due.push(step) },
    database: { open: true },
    logger: { warn },
    memories: { termsOf: () => vi.fn() },
    tables: { recall: { around }, reader: { depthOf: () => 1_000 }, vectors: { newestOf: () => null } },
  } as unknown as EngineParts;
  createSessionWarmer(() => parts).begin('user' as UserId, 'session' as SessionId);
  for (let step = due.shift(); step !== undefined; step = due.shift()) step();
  expect(around).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledExactlyOnceWith('nothing was read ahead', { error: 'disk I/O error' });
});
