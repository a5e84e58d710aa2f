import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { StartInfo } from '../../shared/contract/calls';
import type { Events } from '../../shared/contract/events';
import type { AppErrorShape } from '../../shared/errors';
import { toErrorShape } from '../../shared/errors';
import type { Settings } from '../../shared/settings';
import type { Bridge } from '../bridge';

/** What the window as a whole shows. */
export interface AppState {
  /** What main said at the start; null until then. */
  readonly start: StartInfo | null;
  readonly startError: AppErrorShape | null;
  /** Null until main has said them. */
  readonly settings: Settings | null;
  readonly settingsError: AppErrorShape | null;
  readonly notice: Events['notice'] | null;
  readonly view: 'chats' | 'settings';
  /** On a wide window: the chat list is folded to the rail. */
  readonly isRail: boolean;
  /** On a narrow window: which pane lies over the thread. */
  readonly drawer: 'none' | 'chats' | 'memory';
  readonly begin: () => Promise<boolean>;
  readonly setTheme: (theme: Settings['theme']) => Promise<void>;
  readonly acceptSettings: (settings: Settings) => void;
  readonly acceptNotice: (notice: Events['notice']) => void;
  readonly dismissNotice: () => void;
  readonly show: (view: AppState['view']) => void;
  readonly toggleRail: () => void;
  readonly openDrawer: (drawer: AppState['drawer']) => void;
  readonly openDataFolder: () => Promise<void>;
  readonly openExternal: (url: string) => Promise<void>;
}

/** The store of the window: start, settings, notices, and which panes are open. */
export function createAppStore(bridge: Bridge): StoreApi<AppState> {
  return createStore<AppState>()((set, get) => ({
    start: null,
    startError: null,
    settings: null,
    settingsError: null,
    notice: null,
    view: 'chats',
    isRail: false,
    drawer: 'none',
    begin: async () => {
      set({ startError: null });
      try {
        const start = await bridge.call('app.start', {});
        const notice = start.notice === null ? null : ({ text: start.notice, severity: 'warning' } as const);
        set({ start, settings: start.settings, notice: get().notice ?? notice });
        return true;
      } catch (error) {
        set({ startError: toErrorShape(error) });
        return false;
      }
    },
    setTheme: async (theme) => {
      const before = get().settings;
      if (before === null) return;
      set({ settings: { ...before, theme }, settingsError: null });
      try {
        set({ settings: await bridge.call('settings.set', { theme }) });
      } catch (error) {
        set({ settings: before, settingsError: toErrorShape(error) });
      }
    },
    acceptSettings: (settings) => set({ settings }),
    acceptNotice: (notice) => set({ notice: notice.text === null ? null : notice }),
    dismissNotice: () => set({ notice: null }),
    show: (view) => set({ view, drawer: 'none' }),
    toggleRail: () => set({ isRail: !get().isRail }),
    openDrawer: (drawer) => set({ drawer }),
    openDataFolder: async () => {
      try {
        await bridge.call('app.openDataFolder', {});
      } catch (error) {
        set({ settingsError: toErrorShape(error) });
      }
    },
    openExternal: async (url) => {
      await bridge.call('app.openExternal', { url }).catch(() => null);
    },
  }));
}
