import type { FloorsReport } from '../../shared/model/floor';
import type { Bridge } from '../bridge';

/** The floors of recall as the Health tab shows them. */
export interface FloorsSlice {
  /** Null until they are read. */
  readonly floors: FloorsReport | null;
  readonly floorsFailed: boolean;
  readonly loadFloors: () => Promise<void>;
  readonly measureFloors: () => Promise<void>;
}

/** Reads and measures the floors of recall. */
export function createFloorsSlice(bridge: Bridge, set: (change: Partial<FloorsSlice>) => void): FloorsSlice {
  const show = async (name: 'floors.read' | 'floors.measure'): Promise<void> => {
    try {
      set({ floors: await bridge.call(name, {}), floorsFailed: false });
    } catch {
      set({ floorsFailed: true });
    }
  };
  return {
    floors: null,
    floorsFailed: false,
    loadFloors: () => show('floors.read'),
    measureFloors: () => show('floors.measure'),
  };
}
