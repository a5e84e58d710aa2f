import type { BackupView } from '../../../shared/model/backup';
import type { Settings } from '../../../shared/settings';
import type { BackupStore } from '../../memory/ports/backup-store';
import type { HandlerMap } from '../handler-map';

/** What the calls about backups need. */
export interface BackupHandlerPorts {
  readonly engine: BackupStore;
  readonly settings: () => Settings;
  /** Ends the program in order and starts it again. */
  readonly restart: () => void;
}

type BackupCalls = Pick<
  HandlerMap,
  'backups.list' | 'backups.make' | 'backups.preview' | 'backups.delete' | 'backups.restore'
>;

/** Answers the calls about backups. */
export function createBackupHandlers({ engine, settings, restart }: BackupHandlerPorts): BackupCalls {
  const list = (): Promise<readonly BackupView[]> => engine.listBackups({});
  return {
    'backups.list': list,
    'backups.make': async () => {
      // One that was asked for is kept even where none are made by themselves.
      await engine.backUp({ keep: Math.max(1, settings().backupsKept), isDue: false });
      return list();
    },
    'backups.preview': (input) => engine.previewBackup(input),
    'backups.delete': async (input) => {
      await engine.deleteBackup(input);
      return list();
    },
    'backups.restore': async (input) => {
      await engine.requestRestore(input);
      restart();
      return null;
    },
  };
}
