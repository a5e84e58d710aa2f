import { LRUCache } from 'lru-cache';

/** One kind of thing that is remembered of a session, and how much memory one takes. */
export interface Slot<Value> {
  readonly bytesOf: (value: Value) => number;
}

/** What is remembered of one session while it is active. */
export interface SessionMemory {
  readonly bytes: number;
  /** Grows with every change of the session's rows. */
  readonly revision: number;
  /** What was kept under a name since the last change; null where there is nothing. */
  read<Value>(slot: Slot<Value>, name: string): Value | null;
  /** Remembers what was read at a revision; ignored where the session changed meanwhile. */
  keep<Value>(slot: Slot<Value>, name: string, value: Value, revision: number): void;
  /** Forgets everything: the session has changed. */
  changed(): void;
}

/** Things kept of one slot: of path states that of the running turn and that of the gauge. */
const maxKept = 2;

interface Kept {
  readonly value: unknown;
  readonly bytes: number;
}

/** Makes an empty memory, which is filled by reading. */
export function createSessionMemory(): SessionMemory {
  const slots = new Map<object, LRUCache<string, Kept>>();
  let revision = 0;
  return {
    get bytes() {
      const kept = [...slots.values()].flatMap((slot) => [...slot.values()]);
      return kept.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    get revision() {
      return revision;
    },
    read: <Value>(slot: Slot<Value>, name: string): Value | null => {
      const kept = slots.get(slot)?.get(name);
      // Whatever a slot holds was put there by `keep` of the same slot.
      return kept === undefined ? null : (kept.value as Value);
    },
    keep: (slot, name, value, readAt) => {
      if (readAt !== revision) return;
      const held = slots.get(slot) ?? new LRUCache<string, Kept>({ max: maxKept });
      held.set(name, { value, bytes: slot.bytesOf(value) });
      slots.set(slot, held);
    },
    changed: () => {
      revision += 1;
      slots.clear();
    },
  };
}
