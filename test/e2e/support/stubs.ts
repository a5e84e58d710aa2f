import type { ElectronApplication } from '@playwright/test';

/** Answers the next file dialogs with one file; null cancels. */
export async function answerFileDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const answer = { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
    dialog.showOpenDialog = () => Promise.resolve(answer);
  }, path);
}

/** Answers the next save dialogs with one place; null cancels. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

/** What the native parts were asked for while they were stubbed. */
export interface NativeRecord {
  readonly questions: readonly { readonly message: string; readonly detail: string }[];
  readonly opened: readonly string[];
}

/** Replaces message boxes and the system's browser; every question is answered with one button. */
export async function stubBrowser(app: ElectronApplication, button: 'open' | 'cancel'): Promise<void> {
  await app.evaluate(
    ({ dialog, shell }, response) => {
      const record = { questions: [] as { message: string; detail: string }[], opened: [] as string[] };
      Object.assign(globalThis, { nativeRecord: record });
      const showMessageBox = (
        ...args: unknown[]
      ): Promise<{ response: number; checkboxChecked: boolean }> => {
        const { message, detail = '' } = args.at(-1) as { message: string; detail?: string };
        record.questions.push({ message, detail });
        return Promise.resolve({ response, checkboxChecked: false });
      };
      Object.assign(dialog, { showMessageBox });
      Object.assign(shell, {
        openExternal: (url: string) => {
          record.opened.push(url);
          return Promise.resolve();
        },
      });
    },
    button === 'open' ? 0 : 1,
  );
}

/** Reads what {@link stubBrowser} recorded. */
export async function readNativeRecord(app: ElectronApplication): Promise<NativeRecord> {
  return await app.evaluate(() => (globalThis as unknown as { nativeRecord: NativeRecord }).nativeRecord);
}
