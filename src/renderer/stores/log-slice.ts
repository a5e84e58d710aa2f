import type { LogPreview } from '../../shared/contract/calls/log-calls';
import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';

/** The program's log, as the settings show it. */
export interface LogSlice {
  /** What is looked at; null while the dialog is closed or reads. */
  readonly log: LogPreview | null;
  readonly isLogOpen: boolean;
  readonly logError: AppErrorShape | null;
  /** The file that was saved last from the open dialog; null until one is. */
  readonly savedLog: string | null;
  readonly openLog: () => Promise<void>;
  readonly closeLog: () => void;
  readonly saveLog: () => Promise<void>;
}

/** Builds the {@link LogSlice}. */
export function createLogSlice(bridge: Bridge, set: (change: Partial<LogSlice>) => void): LogSlice {
  const attempt = async (work: () => Promise<Partial<LogSlice>>): Promise<void> => {
    set({ logError: null });
    try {
      set(await work());
    } catch (error) {
      set({ logError: toErrorShape(error) });
    }
  };
  return {
    log: null,
    isLogOpen: false,
    logError: null,
    savedLog: null,
    openLog: async () => {
      set({ isLogOpen: true, savedLog: null });
      await attempt(async () => ({ log: await bridge.call('logs.preview', {}) }));
    },
    closeLog: () => set({ isLogOpen: false, log: null, logError: null }),
    saveLog: () =>
      attempt(async () => {
        const saved = await bridge.call('logs.export', {});
        return saved === null ? {} : { savedLog: saved.name };
      }),
  };
}
