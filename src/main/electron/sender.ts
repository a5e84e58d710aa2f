/** The parts of a frame that tell whose it is. */
interface Frame {
  readonly origin: string;
}

/** The window a call may come from. */
interface PageWindow {
  readonly webContents: { readonly mainFrame: Frame };
  isDestroyed(): boolean;
}

/**
 * The one check of who is calling: the main frame of our window, still showing our page. A frame that is
 * gone (null), a frame within the page, another window or another origin is refused.
 */
export function isOurPage(
  frame: Frame | null | undefined,
  window: PageWindow | null,
  origin: string,
): boolean {
  if (frame === null || frame === undefined || window === null || window.isDestroyed()) return false;
  return frame === window.webContents.mainFrame && frame.origin === origin;
}
