import type { AppErrorShape } from '../../shared/errors';
import type { ExportFormat, ExportResult } from '../../shared/model/export';
import type { SessionId } from '../../shared/model/ids';

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
