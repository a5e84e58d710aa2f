import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/settings';

/** Window colours of the design's `bg` token, so that an empty window already looks like the page. */
const background = { light: '#fbfaf8', dark: '#191715' } as const;

/** Makes the page, menus and dialogs follow the setting. */
export function followTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** The background for a window opened now. */
export function windowBackground(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light;
}
