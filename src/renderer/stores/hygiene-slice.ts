import { catalogue } from '../../shared/catalogue/catalogue';
import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { HygieneKind, HygieneScan } from '../../shared/model/hygiene';
import type { FactId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';

/** What a mend did, while it can be taken back. */
interface Mended {
  readonly changed: number;
  readonly skipped: number;
}

/** A look through memory and its mends. */
export interface HygieneSlice {
  /** Null until one was begun. */
  readonly hygiene: HygieneScan | null;
  readonly isScanning: boolean;
  readonly hygieneError: AppErrorShape | null;
  /** The kind that is being mended or taken back. */
  readonly mending: HygieneKind | 'facts' | null;
  readonly mended: Readonly<Partial<Record<HygieneKind, Mended>>>;
  /** Facts a mend ended. */
  readonly endedFacts: readonly FactId[];
  readonly scanHygiene: () => Promise<void>;
  readonly stopHygiene: () => void;
  readonly mendHygiene: (kind: HygieneKind) => Promise<void>;
  readonly undoHygiene: (kind: HygieneKind) => Promise<void>;
  readonly mendFacts: () => Promise<void>;
  readonly undoMendFacts: () => Promise<void>;
}

/** How the slice reads and writes its part of the memory pane's store. */
export interface HygieneAccess {
  readonly get: () => HygieneSlice;
  readonly set: (change: Partial<HygieneSlice>) => void;
}

type Attempt = (work: () => Promise<void>) => Promise<void>;

/** Calls that change some messages at a time, until none are left. */
async function untilDone(
  bridge: Bridge,
  name: 'hygiene.mend' | 'hygiene.undo',
  input: { readonly scanId: string; readonly kind: HygieneKind },
): Promise<Mended> {
  let changed = 0;
  let skipped = 0;
  for (;;) {
    const step = await bridge.call(name, input);
    changed += step.changed;
    skipped += step.skipped;
    if (step.left === 0) return { changed, skipped };
  }
}

function createMends(
  bridge: Bridge,
  { get, set }: HygieneAccess,
  attempt: Attempt,
): Pick<HygieneSlice, 'mendHygiene' | 'undoHygiene' | 'mendFacts' | 'undoMendFacts'> {
  const withMend = async (mending: HygieneSlice['mending'], work: () => Promise<void>): Promise<void> => {
    if (get().mending !== null) return;
    set({ mending });
    await attempt(work);
    set({ mending: null });
  };
  const ofKind = (kind: HygieneKind, work: (scanId: string) => Promise<Mended | undefined>): Promise<void> =>
    withMend(kind, async () => {
      const { hygiene } = get();
      if (hygiene === null) return;
      const done = await work(hygiene.scanId);
      const { [kind]: _before, ...others } = get().mended;
      set({ mended: done === undefined ? others : { ...others, [kind]: done } });
    });
  return {
    mendHygiene: (kind) => ofKind(kind, (scanId) => untilDone(bridge, 'hygiene.mend', { scanId, kind })),
    undoHygiene: (kind) =>
      ofKind(kind, async (scanId) => {
        await untilDone(bridge, 'hygiene.undo', { scanId, kind });
        return undefined;
      }),
    mendFacts: () =>
      withMend('facts', async () => set({ endedFacts: await bridge.call('hygiene.mendFacts', {}) })),
    undoMendFacts: () =>
      withMend('facts', async () => {
        const factIds = [...get().endedFacts];
        if (factIds.length > 0) await bridge.call('hygiene.undoFacts', { factIds });
        set({ endedFacts: [] });
      }),
  };
}

/** Builds the {@link HygieneSlice}. */
export function createHygieneSlice(bridge: Bridge, access: HygieneAccess): HygieneSlice {
  const { get, set } = access;
  /** Raised by a new look and by a stop: what an earlier one still brings is dropped. */
  let current = 0;
  const attempt: Attempt = async (work) => {
    set({ hygieneError: null });
    try {
      await work();
    } catch (error) {
      set({ hygieneError: toErrorShape(error) });
    }
  };
  return {
    hygiene: null,
    isScanning: false,
    hygieneError: null,
    mending: null,
    mended: {},
    endedFacts: [],
    scanHygiene: async () => {
      const mine = ++current;
      set({ isScanning: true, hygiene: null, mended: {}, endedFacts: [] });
      await attempt(async () => {
        let scanId: string | null = null;
        for (;;) {
          const scan: HygieneScan = await bridge.call('hygiene.scan', { scanId });
          if (mine !== current) return;
          set({ hygiene: scan });
          if (scan.findings !== null) return;
          scanId = scan.scanId;
        }
      });
      if (mine === current) set({ isScanning: false });
    },
    stopHygiene: () => {
      current += 1;
      set({ isScanning: false, hygiene: null });
    },
    ...createMends(bridge, { get, set }, attempt),
  };
}

/** What a card says of a mend. */
export function mendedText({ changed, skipped }: Mended, format: (count: number) => string): string {
  const words = catalogue.hygiene;
  const left = skipped === 0 ? '' : `; ${words.skipped(format(skipped))}`;
  return words.mended(format(changed)) + left;
}
