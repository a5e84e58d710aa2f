import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { CallInput } from '../../shared/contract/calls';
import type { StartInfo } from '../../shared/contract/calls/app-calls';
import type { Events } from '../../shared/contract/events';
import type { AppErrorShape } from '../../shared/errors';
import { toErrorShape } from '../../shared/errors';
import type { ProviderView } from '../../shared/model/provider';
import type { MenuCommand } from '../../shared/menu-commands';
import { once } from '../../shared/once';
import type { Settings } from '../../shared/settings';
import type { Bridge } from '../bridge';
import { createBackupsSlice, type BackupsSlice } from './backups-slice';
import { createBudgetPreviewSlice, type BudgetPreviewSlice } from './budget-preview-slice';
import { createChoicePreviewsSlice, type ChoicePreviewsSlice } from './choice-previews-slice';
import { createForgetSlice, type ForgetSlice } from './forget-slice';
import { createLogSlice, type LogSlice } from './log-slice';
import { createModelsSlice, type ModelsSlice } from './models-slice';
import type { Timers } from './pacer';
import { createUpdatesSlice, type UpdatesSlice } from './updates-slice';
import { createUsersSlice, type UsersSlice } from './users-slice';
import { createPresetsSlice, type PresetsSlice } from './presets-slice';
import { createPromptsSlice, type PromptsSlice } from './prompts-slice';
import { createToolsSlice, type ToolsSlice } from './tools-slice';

/** The tabs of the settings, in their order. */
export const settingsTabs = ['general', 'models', 'memory', 'tools', 'prompts', 'shortcuts', 'data'] as const;
/** One of {@link settingsTabs}. */
export type SettingsTab = (typeof settingsTabs)[number];

/** What the window as a whole shows. */
export interface AppState
  extends
    LogSlice,
    ModelsSlice,
    BackupsSlice,
    BudgetPreviewSlice,
    ChoicePreviewsSlice,
    PromptsSlice,
    PresetsSlice,
    UsersSlice,
    ToolsSlice,
    UpdatesSlice,
    ForgetSlice {
  /** What main said at the start; null until then. */
  readonly start: StartInfo | null;
  readonly startError: AppErrorShape | null;
  /** Null until main has said them. */
  readonly settings: Settings | null;
  readonly settingsError: AppErrorShape | null;
  readonly providers: readonly ProviderView[];
  readonly notice: Events['notice'] | null;
  /** What was chosen in a menu outside the page and is not done yet. */
  readonly command: MenuCommand | null;
  readonly view: 'chats' | 'settings';
  readonly settingsTab: SettingsTab;
  /** On a wide window: the chat list is folded to the rail. */
  readonly isRail: boolean;
  /** On a narrow window: which pane lies over the thread. */
  readonly drawer: 'none' | 'chats' | 'memory';
  readonly begin: () => Promise<boolean>;
  /** Says, once for each page, that it is drawn and takes letters. */
  readonly tellInteractive: () => void;
  readonly setTheme: (theme: Settings['theme']) => Promise<void>;
  /** Ends the program in order and starts it again. */
  readonly restart: () => Promise<void>;
  /** Shows a change at once and has it stored; answers whether it was. */
  readonly changeSettings: (changes: CallInput<'settings.set'>) => Promise<boolean>;
  /** Lets other programs read the memory of the user at the screen, or not; answers whether it was stored. */
  readonly serveMemory: (isOn: boolean) => Promise<boolean>;
  readonly acceptProviders: (providers: readonly ProviderView[]) => void;
  readonly acceptSettings: (settings: Settings) => void;
  readonly acceptNotice: (notice: Events['notice']) => void;
  readonly acceptCommand: (command: MenuCommand | null) => void;
  readonly dismissNotice: () => void;
  readonly show: (view: AppState['view']) => void;
  /** Opens the settings at a tab. */
  readonly showSettings: (tab: SettingsTab) => void;
  readonly toggleRail: () => void;
  readonly openDrawer: (drawer: AppState['drawer']) => void;
  readonly openDataFolder: () => Promise<void>;
  readonly openExternal: (url: string) => Promise<void>;
}

type Notices = Pick<AppState, 'notice' | 'command' | 'acceptNotice' | 'acceptCommand' | 'dismissNotice'>;

/** What main tells or asks the window. */
function createNotices(set: (change: Partial<AppState>) => void): Notices {
  return {
    notice: null,
    command: null,
    acceptNotice: (notice) => set({ notice: notice.text === null ? null : notice }),
    acceptCommand: (command) => set({ command }),
    dismissNotice: () => set({ notice: null }),
  };
}

/** Waits for what the page asked of the desktop; what goes wrong is said in the settings. */
async function attempt(work: Promise<unknown>, set: StoreApi<AppState>['setState']): Promise<void> {
  try {
    await work;
  } catch (error) {
    set({ settingsError: toErrorShape(error) });
  }
}

/** The store of the window: start, settings, notices, and which panes are open. */
export function createAppStore(bridge: Bridge, timers: Timers): StoreApi<AppState> {
  return createStore<AppState>()((set, get) => ({
    ...createLogSlice(bridge, set),
    ...createModelsSlice(bridge, { get, set }),
    ...createBackupsSlice(bridge, { get, set }),
    ...createBudgetPreviewSlice(bridge, timers, set),
    ...createChoicePreviewsSlice(bridge, set),
    ...createForgetSlice(bridge, { get, set }),
    ...createPromptsSlice(bridge, timers, { get, set }),
    ...createPresetsSlice(bridge, timers, { get, set }),
    ...createUpdatesSlice(bridge, { get, set }),
    ...createUsersSlice(bridge, set),
    ...createToolsSlice(bridge, set),
    start: null,
    startError: null,
    settings: null,
    settingsError: null,
    providers: [],
    ...createNotices(set),
    settingsTab: 'general',
    view: 'chats',
    isRail: false,
    drawer: 'none',
    begin: async () => {
      set({ startError: null });
      try {
        const start = await bridge.call('app.start', {});
        const notice = start.notice === null ? null : ({ text: start.notice, severity: 'warning' } as const);
        const { settings, providers } = start;
        set({ start, settings, providers, notice: get().notice ?? notice });
        if (settings.updateFile !== null) void get().tellOfUpdate();
        return true;
      } catch (error) {
        set({ startError: toErrorShape(error) });
        return false;
      }
    },
    tellInteractive: once(() => void bridge.call('app.interactive', {}).catch(() => null)),
    setTheme: async (theme) => {
      await get().changeSettings({ theme });
    },
    changeSettings: createChangeSettings(bridge, { get, set }),
    serveMemory: createServeMemory(bridge, set),
    acceptProviders: (providers) => set({ providers }),
    acceptSettings: (settings) => set({ settings }),
    show: (view) => set({ view, drawer: 'none' }),
    showSettings: (settingsTab) => set({ view: 'settings', settingsTab, drawer: 'none' }),
    toggleRail: () => set({ isRail: !get().isRail }),
    openDrawer: (drawer) => set({ drawer }),
    restart: () => attempt(bridge.call('app.restart', {}), set),
    openDataFolder: () => attempt(bridge.call('app.openDataFolder', {}), set),
    openExternal: async (url) => {
      await bridge.call('app.openExternal', { url }).catch(() => null);
    },
  }));
}

type SettingsPart = Pick<AppState, 'settings' | 'settingsError'>;

/** Shows a change of the settings before main has stored it, and takes it back where it was not. */
function createChangeSettings(
  bridge: Bridge,
  { get, set }: { readonly get: () => SettingsPart; readonly set: (change: Partial<SettingsPart>) => void },
): AppState['changeSettings'] {
  return async (changes) => {
    const before = get().settings;
    if (before === null) return false;
    // Checked by main, which answers with what holds.
    set({ settings: { ...before, ...changes } as Settings, settingsError: null });
    try {
      set({ settings: await bridge.call('settings.set', changes) });
      return true;
    } catch (error) {
      set({ settings: before, settingsError: toErrorShape(error) });
      return false;
    }
  };
}

function createServeMemory(bridge: Bridge, set: StoreApi<AppState>['setState']): AppState['serveMemory'] {
  return async (isOn) => {
    try {
      set({ settings: await bridge.call('settings.serveMemory', { isOn }), settingsError: null });
      return true;
    } catch (error) {
      set({ settingsError: toErrorShape(error) });
      return false;
    }
  };
}
