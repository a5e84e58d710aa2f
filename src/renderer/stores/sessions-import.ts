import { toErrorShape } from '../../shared/errors';
import type { ImportPreview, ImportResult, ImportStatus } from '../../shared/model/import';
import type { Bridge } from '../bridge';
import type { ImportedFile, ImportSlice, SessionsAccess } from './sessions-state';

function afterImport(preview: ImportPreview, key: string, result: ImportResult): ImportPreview {
  if (preview.key !== key) return preview;
  return { ...preview, alreadyImported: preview.alreadyImported + result.sessionsAdded };
}

/** The import that main runs, whether a dialog shows it or not. */
function createStatusSlice(
  bridge: Bridge,
  { get, set }: SessionsAccess,
  onProgress: (status: ImportStatus | null) => void,
): Pick<ImportSlice, 'importStatus' | 'loadImport' | 'acceptImport' | 'dismissImport'> {
  return {
    importStatus: null,
    loadImport: async () => {
      // What is under way is told again with its next step.
      const importStatus = await bridge.call('import.status', {}).catch(() => null);
      if (importStatus !== null) set({ importStatus });
    },
    acceptImport: (importStatus) => {
      set({ importStatus });
      onProgress(importStatus);
      if (importStatus?.kind === 'done' && get().importing.kind !== 'running') void get().load();
    },
    dismissImport: async () => {
      set({ importStatus: null });
      await bridge.call('import.dismiss', {}).catch(() => null);
    },
  };
}

/** Asks for a file and has it looked through. */
async function chooseImport(bridge: Bridge, { get, set }: SessionsAccess): Promise<void> {
  if (['choosing', 'reading', 'running'].includes(get().importing.kind)) return;
  set({ importing: { kind: 'choosing' } });
  try {
    const chosen = await bridge.call('import.choose', {});
    if (chosen === null) {
      set({ importing: { kind: 'closed' } });
      return;
    }
    const fresh = { key: null, progress: null, result: null, error: null };
    set({ importing: { kind: 'chosen', ...chosen, ...fresh } });
  } catch (error) {
    const shape = toErrorShape(error);
    set({
      importing: shape.kind === 'cancelled' ? { kind: 'closed' } : { kind: 'refused', error: shape },
    });
  }
}

/** Import of one conversation: choose a file, choose a conversation, watch it, see what came of it. */
export function createImportSlice(bridge: Bridge, access: SessionsAccess): ImportSlice {
  const { get, set } = access;
  const change = (next: Partial<ImportedFile> & { readonly kind?: 'chosen' | 'running' | 'done' }): void => {
    const { importing } = get();
    if (!('file' in importing)) return;
    set({ importing: { ...importing, ...next } });
  };

  /** Whether the dialog still shows what it was asked to import. */
  const shows = ({ file }: ImportedFile, key: string): boolean => {
    const { importing } = get();
    return importing.kind === 'running' && importing.file === file && importing.key === key;
  };
  const onStatus = (status: ImportStatus | null): void => {
    if (get().importing.kind === 'running' && status?.kind === 'running')
      change({ progress: status.progress });
  };

  return {
    ...createStatusSlice(bridge, access, onStatus),
    importing: { kind: 'closed' },
    chooseImport: () => chooseImport(bridge, access),
    runImport: async (key) => {
      const { importing } = get();
      if (!('file' in importing) || importing.kind === 'running') return;
      change({ kind: 'running', key, progress: null, result: null, error: null });
      try {
        const result = await bridge.call('import.run', { file: importing.file, key });
        if (!shows(importing, key)) return;
        await get().load();
        void get().dismissImport();
        const conversations = importing.conversations.map((each) => afterImport(each, key, result));
        change({ kind: 'done', result, conversations });
      } catch (error) {
        if (!shows(importing, key)) return;
        change({ kind: 'chosen', error: toErrorShape(error) });
        if (get().importStatus?.kind === 'failed') void get().dismissImport();
      }
    },
    acceptProgress: (progress) => {
      const { kind } = get().importing;
      if (kind === 'choosing' || kind === 'reading') set({ importing: { kind: 'reading', progress } });
    },
    stopImport: async () => {
      await bridge.call('import.cancel', {}).catch(() => null);
    },
    closeImport: () => {
      if (get().importing.kind !== 'reading') set({ importing: { kind: 'closed' } });
    },
  };
}
