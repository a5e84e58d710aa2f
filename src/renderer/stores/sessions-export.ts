import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { ExportFormat, ExportResult } from '../../shared/model/export';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import type { SessionsAccess } from './sessions-state';

/** How far an export is. */
export type ExportState =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'chosen' | 'running' | 'done';
      /** Null is all chats. */
      readonly sessionIds: readonly SessionId[] | null;
      readonly format: ExportFormat;
      readonly progress: { readonly done: number; readonly total: number } | null;
      readonly result: ExportResult | null;
      readonly error: AppErrorShape | null;
    };

/** Export of some chats or all: choose a format and a place, watch it, see what came of it. */
export interface ExportSlice {
  readonly exporting: ExportState;
  readonly openExport: (sessionIds: readonly SessionId[] | null) => void;
  readonly chooseExportFormat: (format: ExportFormat) => void;
  readonly runExport: () => Promise<void>;
  readonly acceptExportProgress: (progress: { readonly done: number; readonly total: number }) => void;
  /** Closes the dialog, or ends the export that runs. */
  readonly leaveExport: () => void;
}

/** Makes the slice. */
export function createExportSlice(bridge: Bridge, { get, set }: SessionsAccess): ExportSlice {
  const change = (next: Partial<Exclude<ExportState, { kind: 'closed' }>>): void => {
    const { exporting } = get();
    if (exporting.kind !== 'closed') set({ exporting: { ...exporting, ...next } });
  };
  return {
    exporting: { kind: 'closed' },
    openExport: (sessionIds) => {
      if (get().exporting.kind === 'running') return;
      const fresh = { progress: null, result: null, error: null };
      set({ exporting: { kind: 'chosen', sessionIds, format: 'markdown', ...fresh } });
    },
    chooseExportFormat: (format) => {
      if (get().exporting.kind === 'chosen') change({ format, error: null });
    },
    runExport: async () => {
      const { exporting } = get();
      if (exporting.kind !== 'chosen') return;
      const { sessionIds, format } = exporting;
      change({ kind: 'running', progress: null, error: null });
      try {
        const ids = sessionIds === null ? null : [...sessionIds];
        const result = await bridge.call('export.run', { sessionIds: ids, format });
        change(result === null ? { kind: 'chosen' } : { kind: 'done', result });
      } catch (error) {
        change({ kind: 'chosen', error: toErrorShape(error) });
      }
    },
    acceptExportProgress: (progress) => {
      if (get().exporting.kind === 'running') change({ progress });
    },
    leaveExport: () => {
      if (get().exporting.kind === 'running') void bridge.call('export.cancel', {}).catch(() => undefined);
      else set({ exporting: { kind: 'closed' } });
    },
  };
}
