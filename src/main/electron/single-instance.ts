import { app } from 'electron';

/**
 * Takes the one place of this data folder. False when another instance has it: that one has been told, and
 * raises its window. `onSecondStart` runs in the instance that stays.
 */
export function claimSingleInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecondStart);
  return true;
}
