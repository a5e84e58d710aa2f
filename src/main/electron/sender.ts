/** The parts of a frame that tell whose it is. */
interface Frame {
  readonly origin: string;
}

/** A window a call may come from. */
interface PageWindow {
  readonly webContents: { readonly mainFrame: Frame };
  isDestroyed(): boolean;
}

/**
 * The one check of who is calling: the main frame of one of our windows, still showing our page; answers that
 * window. A frame that is gone (null), a frame within the page, another window or another origin is nobody's.
 */
export function callerOf<Window extends PageWindow>(
  frame: Frame | null | undefined,
  windows: readonly Window[],
  origin: string,
): Window | null {
  if (frame === null || frame === undefined || frame.origin !== origin) return null;
  const isCaller = (window: Window): boolean =>
    !window.isDestroyed() && frame === window.webContents.mainFrame;
  return windows.find(isCaller) ?? null;
}
