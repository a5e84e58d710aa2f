import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { createFileLogger } from '../../electron/log-file';
import type { Dialogs } from '../../ipc/dialogs';
import { wire } from '../../wiring';
import type { Given } from '../command';
import { createEnvironmentKeys } from '../environment-keys';
import { createListeners } from './listeners';
import { runTask } from './run-task';
import type { Writer } from './task';
import { untilIdle } from './until-idle';

/** Milliseconds that background work may still take at the end. */
const finishMs = 5_000;

const refuse = (): Promise<never> => Promise.reject(new AppError('forbidden', catalogue.headless.noKeychain));

/** There is no desktop to show anything on. */
const noDialogs: Dialogs = {
  chooseImportFile: () => Promise.resolve(null),
  chooseArchive: () => Promise.resolve(null),
  chooseChannelFile: () => Promise.resolve(null),
  chooseExportPlace: () => Promise.resolve(null),
  pathOf: () => {
    throw new AppError('not-found', catalogue.main.errors.fileGone);
  },
  openFolder: refuse,
  openExternal: () => Promise.resolve(false),
};

/** Opens the whole program in this process. Errors: `conflict` while another holds the data folder; those of opening it. */
export async function openOwnProgram(given: Given): Promise<Writer> {
  const { dataFolder, version, workers, environment } = given;
  const heard = createListeners();
  const services = await wire({
    dataFolder,
    version,
    build: null,
    platform: 'other',
    ...workers,
    secrets: createEnvironmentKeys(environment),
    fetch,
    logger: createFileLogger(dataFolder),
    emit: heard.emit,
    dialogs: noDialogs,
    restart: () => undefined,
    openWindow: () => undefined,
  });
  const program = {
    handlers: () => services.handlers,
    listen: heard.listen,
    importFile: services.importFile,
  };
  return {
    run: (task, context) => runTask(program, task, context),
    close: async () => {
      // What was just said is to be found the next time: its embedding takes a moment.
      await untilIdle(program, { report: () => undefined, signal: AbortSignal.timeout(finishMs) });
      await services.close();
    },
  };
}
