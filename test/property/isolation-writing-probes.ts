import type { Engine } from '../../src/main/memory/ports/engine';
import { hygieneKinds, type HygieneScan } from '../../src/shared/model/hygiene';
import type { UserId } from '../../src/shared/model/ids';
import type { Probe } from './isolation-probes';

/** Reads a look through memory to its end. */
function readOn(engine: Engine, userId: UserId) {
  return async (begun: HygieneScan): Promise<HygieneScan> => {
    let scan = begun;
    while (scan.findings === null) scan = await engine.scanHygiene({ userId, scanId: scan.scanId });
    return scan;
  };
}

async function mendAll(engine: Engine, userId: UserId): Promise<unknown> {
  const { scanId } = await readOn(engine, userId)(await engine.scanHygiene({ userId, scanId: null }));
  return Promise.all(hygieneKinds.map((kind) => engine.mendHygiene({ userId, scanId, kind })));
}

/** What one user may try with another's waiting files and presets, and by looking through memory. */
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
  scanHygiene: (engine, userId) => [
    engine.scanHygiene({ userId, scanId: null }).then(readOn(engine, userId)),
  ],
  mendHygiene: (engine, userId) => [mendAll(engine, userId)],
  undoHygiene: (engine, userId, theirs) => [
    engine.undoHygiene({ userId, scanId: theirs.presetId, kind: 'exact' }),
  ],
  mendFacts: (engine, userId) => [engine.mendFacts({ userId })],
  undoMendFacts: (engine, userId, { factId }) => [engine.undoMendFacts({ userId, factIds: [factId] })],
} as const satisfies Readonly<Record<string, Probe>>;
