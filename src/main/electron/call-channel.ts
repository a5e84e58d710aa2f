import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import { callChannel, type Reply } from '../../shared/contract/channels';

/** Answers one call of a page. */
export type AnswerCall = (
  event: IpcMainInvokeEvent,
  name: unknown,
  payload: unknown,
) => Promise<Reply<unknown>>;

/**
 * Opens the one channel on which the pages ask. To be called before a window opens: a page may ask before there is an answer,
 * and waits for it then.
 */
export function openCallChannel(answer: Promise<AnswerCall>): void {
  ipcMain.handle(callChannel, async (event, name: unknown, payload: unknown) =>
    (await answer)(event, name, payload),
  );
}
