import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { ToolView } from '../../shared/model/tool-rule';
import type { Bridge } from '../bridge';

/** The tools as the settings show them. */
export interface ToolsSlice {
  readonly tools: readonly ToolView[];
  readonly loadTools: () => Promise<void>;
}

/** Builds the {@link ToolsSlice}. */
export function createToolsSlice(
  bridge: Bridge,
  set: (change: { readonly tools?: readonly ToolView[]; readonly settingsError?: AppErrorShape }) => void,
): ToolsSlice {
  return {
    tools: [],
    loadTools: async () => {
      try {
        set({ tools: await bridge.call('tools.list', {}) });
      } catch (error) {
        set({ settingsError: toErrorShape(error) });
      }
    },
  };
}
