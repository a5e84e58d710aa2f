import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import type { ExportSlice, ExportState } from './export-slice';
import type { SessionsAccess } from './sessions-state';

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
