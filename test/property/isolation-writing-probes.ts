import type { Probe } from './isolation-probes';

/** What one user may try with another's waiting files and presets. */
export const writingProbes = {
  listDraftFiles: (engine, userId, { sessionId }) => [engine.listDraftFiles({ userId, sessionId })],
  readDraftFiles: (engine, userId, { sessionId }) => [engine.readDraftFiles({ userId, sessionId })],
  attachFile: (engine, userId, { sessionId }) => [
    engine.attachFile({ userId, sessionId, name: 'mine.txt', text: 'Mine', model: 'gpt-4o' }),
  ],
  detachFile: (engine, userId, { sessionId, draftFileId }) => [
    engine.detachFile({ userId, sessionId, fileId: draftFileId }),
  ],
  listPresets: (engine, userId) => [engine.listPresets({ userId })],
  savePreset: (engine, userId, { presetId }) => [
    engine.savePreset({ userId, id: presetId, name: 'Mine', text: 'Mine' }),
  ],
  deletePreset: (engine, userId, { presetId }) => [engine.deletePreset({ userId, id: presetId })],
} as const satisfies Readonly<Record<string, Probe>>;
