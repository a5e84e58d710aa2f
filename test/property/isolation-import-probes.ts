import type { ConversationImport } from '../../src/main/memory/ports/conversation-import';
import type { Probe } from './isolation-probes';
import { secret } from './isolation-settings';

/** The key of an import that only one of them has. */
export function keyOf(mark: string): string {
  return `the file of ${mark}`;
}

/** What one user may try with another's imports. */
export const importProbes = {
  countImported: (engine, userId) => [engine.countImported({ userId, keys: [keyOf(secret)] })],
  findImported: (engine, userId) => [engine.findImported({ userId, key: keyOf(secret) })],
  noteImport: (engine, userId) => [engine.noteImport({ userId, wanted: null })],
  unfinishedImport: (engine, userId) => [engine.unfinishedImport({ userId })],
  importSessions: (engine, userId) => [
    engine.importSessions({ userId, sessions: [{ key: 'shared-key', title: 'Mine', messages: [] }] }),
  ],
} as const satisfies { readonly [Method in keyof ConversationImport]: Probe };
