import { app, Menu, nativeImage, Tray } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';

const words = catalogue.menu;

/** What the tray offers. */
export interface TrayRequest {
  readonly icon: string;
  readonly open: () => void;
  readonly newChat: () => void;
}

/** Points of the icon beside the clock. */
const iconSize = process.platform === 'darwin' ? 18 : 22;

/** The program's icon in the tray, while it is wanted. */
export function createTray({ icon, open, newChat }: TrayRequest): {
  readonly set: (isWanted: boolean) => void;
} {
  let tray: Tray | null = null;
  const show = (): Tray => {
    const image = nativeImage.createFromPath(icon).resize({ width: iconSize, height: iconSize });
    const shown = new Tray(image);
    shown.setToolTip(catalogue.app.name);
    shown.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: open },
        { label: catalogue.app.shortcuts.newChat, click: newChat },
        { type: 'separator' },
        { label: words.quit, click: () => app.quit() },
      ]),
    );
    shown.on('click', open);
    return shown;
  };
  return {
    set: (isWanted) => {
      if (isWanted) tray ??= show();
      else {
        tray?.destroy();
        tray = null;
      }
    },
  };
}
