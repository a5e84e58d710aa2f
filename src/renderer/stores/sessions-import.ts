import { toErrorShape } from '../../shared/errors';
import type { ImportPreview, ImportResult } from '../../shared/model/import';
import type { Bridge } from '../bridge';
import type { ImportedFile, ImportSlice, SessionsAccess } from './sessions-state';

function afterImport(preview: ImportPreview, key: string, result: ImportResult): ImportPreview {
  if (preview.key !== key) return preview;
  return { ...preview, alreadyImported: preview.alreadyImported + result.sessionsAdded };
}

/** Import of one conversation: choose a file, choose a conversation, watch it, see what came of it. */
export function createImportSlice(bridge: Bridge, { get, set }: SessionsAccess): ImportSlice {
  const change = (next: Partial<ImportedFile> & { readonly kind?: 'chosen' | 'running' | 'done' }): void => {
    const { importing } = get();
    if (!('file' in importing)) return;
    set({ importing: { ...importing, ...next } });
  };

  return {
    importing: { kind: 'closed' },
    chooseImport: async () => {
      if (get().importing.kind === 'choosing' || get().importing.kind === 'running') return;
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
        set({ importing: { kind: 'refused', error: toErrorShape(error) } });
      }
    },
    runImport: async (key) => {
      const { importing } = get();
      if (!('file' in importing) || importing.kind === 'running') return;
      change({ kind: 'running', key, progress: null, result: null, error: null });
      try {
        const result = await bridge.call('import.run', { file: importing.file, key });
        await get().load();
        const conversations = importing.conversations.map((each) => afterImport(each, key, result));
        change({ kind: 'done', result, conversations });
      } catch (error) {
        change({ kind: 'chosen', error: toErrorShape(error) });
      }
    },
    acceptProgress: (progress) => {
      if (get().importing.kind === 'running') change({ progress });
    },
    closeImport: () => {
      if (get().importing.kind !== 'running') set({ importing: { kind: 'closed' } });
    },
  };
}
