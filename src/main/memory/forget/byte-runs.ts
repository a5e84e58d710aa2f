/** Bytes of a window: every run that counts holds a whole one that begins at a step. */
export const windowBytes = 16;
const bloomBits = 1 << 22;
const factor = 0x01000193;
/** Windows of one hash that are compared: what is repeated over and over needs to be found once. */
const mostAlike = 64;

/** A place where searched bytes and needles agree in a whole window. */
export interface WindowHit {
  /** Where the window begins in the searched bytes. */
  readonly at: number;
  /** Where it begins in the needles. */
  readonly needleAt: number;
}

/** Windows of the needles, found again in any bytes by a rolling hash: one pass, however many needles there are. */
export interface WindowIndex {
  add(at: number): void;
  /** Calls `visit` for every window that is found, until it answers true; answers whether it did. */
  search(bytes: Uint8Array, visit: (hit: WindowHit) => boolean): boolean;
}

/** Builds an empty index over the bytes of all needles. */
export function createWindowIndex(needles: Uint8Array): WindowIndex {
  const bloom = new Uint8Array(bloomBits >>> 3);
  const places = new Map<number, number[]>();
  const holds = (bit: number): boolean => ((bloom[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  return {
    add: (at) => {
      let hash = 0;
      for (let index = at; index < at + windowBytes; index += 1) hash = push(hash, needles[index] ?? 0);
      const alike = places.get(hash) ?? [];
      if (alike.length < mostAlike) alike.push(at);
      places.set(hash, alike);
      const bit = hash & (bloomBits - 1);
      bloom[bit >>> 3] = (bloom[bit >>> 3] ?? 0) | (1 << (bit & 7));
    },
    search: (bytes, visit) => {
      let hash = 0;
      for (let end = 0; end < bytes.length; end += 1) {
        if (end >= windowBytes) hash = (hash - Math.imul(bytes[end - windowBytes] ?? 0, oldest)) | 0;
        hash = push(hash, bytes[end] ?? 0);
        if (end < windowBytes - 1 || !holds(hash & (bloomBits - 1))) continue;
        const at = end - windowBytes + 1;
        const alike = places.get(hash) ?? [];
        const isFound = alike.some(
          (needleAt) => agrees(bytes, at, needles, needleAt) && visit({ at, needleAt }),
        );
        if (isFound) return true;
      }
      return false;
    },
  };
}

/** The factor to the power of the window's length less one, which takes its oldest byte out of a hash. */
const oldest = powerOf(windowBytes - 1);

function powerOf(exponent: number): number {
  let power = 1;
  for (let index = 0; index < exponent; index += 1) power = Math.imul(power, factor);
  return power;
}

function push(hash: number, byte: number): number {
  return (Math.imul(hash, factor) + byte) | 0;
}

function agrees(bytes: Uint8Array, at: number, needles: Uint8Array, needleAt: number): boolean {
  for (let index = 0; index < windowBytes; index += 1) {
    if (bytes[at + index] !== needles[needleAt + index]) return false;
  }
  return true;
}
