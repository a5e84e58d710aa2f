import type { ElectronApplication } from '@playwright/test';

/** Chooses something in the application menu, as a click on it does. */
export async function chooseInMenu(app: ElectronApplication, command: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (item === null || item === undefined) throw new Error(`The menu has no ${id}`);
    (item.click as () => void)();
  }, command);
}

/** How many windows are open. */
export function countWindows(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}
