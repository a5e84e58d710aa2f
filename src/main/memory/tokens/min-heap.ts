/** A heap of numbers that gives the lowest first. */
export interface MinHeap {
  push(value: number): void;
  /** Takes the lowest number out; undefined when empty. */
  pop(): number | undefined;
}

/** An empty binary heap. */
export function createMinHeap(): MinHeap {
  const values: number[] = [];
  const at = (index: number): number => values[index] ?? Infinity;
  return {
    push(value) {
      let hole = values.length;
      values.push(value);
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        if (at(parent) <= value) break;
        values[hole] = at(parent);
        hole = parent;
      }
      values[hole] = value;
    },
    pop() {
      const lowest = values[0];
      const last = values.pop();
      if (last === undefined || values.length === 0) return lowest;
      let hole = 0;
      for (;;) {
        const left = 2 * hole + 1;
        const child = at(left + 1) < at(left) ? left + 1 : left;
        if (at(child) >= last) break;
        values[hole] = at(child);
        hole = child;
      }
      values[hole] = last;
      return lowest;
    },
  };
}
