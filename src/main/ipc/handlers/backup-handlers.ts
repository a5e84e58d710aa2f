import { catalogue } from '../../../shared/catalogue/catalogue';
import type { BackupView } from '../../../shared/model/backup';
import type { Settings } from '../../../shared/settings';
import type { BackupStore } from '../../memory/ports/backup-store';
import type { Clock } from '../../memory/ports/clock';
import type { Dialogs } from '../dialogs';
import type { HandlerMap } from '../handler-map';

/** What the calls about backups need. */
export interface BackupHandlerPorts {
  readonly engine: BackupStore;
  readonly settings: () => Settings;
  readonly dialogs: Dialogs;
  readonly clock: Pick<Clock, 'now'>;
  /** Ends the program in order and starts it again. */
  readonly restart: () => void;
}

type BackupCalls = Pick<
  HandlerMap,
  | 'backups.list'
  | 'backups.make'
  | 'backups.progress'
  | 'backups.cancel'
  | 'backups.preview'
  | 'backups.delete'
  | 'backups.saveArchive'
  | 'backups.openArchive'
  | 'backups.restore'
>;

/** Answers the calls about backups. */
export function createBackupHandlers(ports: BackupHandlerPorts): BackupCalls {
  const { engine, settings, dialogs, clock, restart } = ports;
  const list = (): Promise<readonly BackupView[]> => engine.listBackups({});
  return {
    'backups.list': list,
    'backups.make': async () => {
      // One that was asked for is kept even where none are made by themselves.
      await engine.backUp({ keep: Math.max(1, settings().backupsKept), isDue: false });
      return list();
    },
    'backups.progress': () => engine.copyProgress({}),
    'backups.cancel': () => engine.cancelCopy({}),
    'backups.preview': (input) => engine.previewBackup(input),
    'backups.delete': async (input) => {
      await engine.deleteBackup(input);
      return list();
    },
    'backups.saveArchive': async () => {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const chosen = await dialogs.chooseExportPlace(catalogue.backups.archiveName(day), 'engram');
      if (chosen === null) return null;
      return { name: chosen.name, bytes: await engine.writeArchive({ path: chosen.path }) };
    },
    'backups.openArchive': async () => {
      const chosen = await dialogs.chooseArchive();
      return chosen === null ? null : engine.bringArchive({ path: dialogs.pathOf(chosen.file) });
    },
    'backups.restore': async (input) => {
      await engine.requestRestore(input);
      restart();
      return null;
    },
  };
}
