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
      const { kind } = get().importing;
      if (progress.phase === 'reading' && (kind === 'choosing' || kind === 'reading')) {
        set({ importing: { kind: 'reading', progress } });
      }
      if (kind === 'running') change({ progress });
    },
    stopImport: async () => {
      await bridge.call('import.cancel', {}).catch(() => null);
    },
    closeImport: () => {
      const { kind } = get().importing;
      if (kind !== 'running' && kind !== 'reading') set({ importing: { kind: 'closed' } });
    },
  };
}
