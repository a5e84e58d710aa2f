import { globalShortcut } from 'electron';

/** Keys that work while another program is in front; `null` takes them back. */
export interface SummonKeys {
  readonly set: (accelerator: string | null) => void;
}

/** Makes them; nothing is taken from other programs yet. `onRefused` hears of keys that the system does not give. */
export function createSummonKeys(
  onPressed: () => void,
  onRefused: (accelerator: string) => void,
): SummonKeys {
  let wanted: string | null = null;
  const register = (accelerator: string): boolean => {
    try {
      return globalShortcut.register(accelerator, onPressed);
    } catch {
      return false;
    }
  };
  return {
    set: (accelerator) => {
      if (accelerator === wanted) return;
      if (wanted !== null) globalShortcut.unregister(wanted);
      wanted = accelerator;
      if (accelerator !== null && !register(accelerator)) onRefused(accelerator);
    },
  };
}
