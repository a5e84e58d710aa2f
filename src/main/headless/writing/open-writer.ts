import { AppError } from '../../../shared/errors';
import type { Given } from '../command';
import { askRunningProgram } from './ask-running-program';
import { openOwnProgram } from './own-program';
import type { Writer } from './task';

/** The process that may write: this one where the data folder is free, else the Engram that holds it. */
export async function openWriter(given: Given): Promise<Writer> {
  try {
    return await openOwnProgram(given);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'conflict' && error.retryable) {
      return askRunningProgram(given.dataFolder);
    }
    throw error;
  }
}
