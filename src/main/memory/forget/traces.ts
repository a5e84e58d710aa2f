import { createWindowIndex, windowBytes, type WindowHit } from './byte-runs';

/** Characters from which a run of forgotten words counts as held. */
const leastRun = 24;
/** Letters and digits such a run must have: rows of dashes and blanks say nothing. */
const leastWordCharacters = 8;
/** Bytes from which a part of a vector counts: no two texts share so many of their numbers by chance. */
const leastVectorBytes = 64;
/** Characters that are searched for at most; far more than anybody says in a chat. */
const maxCharacters = 8_000_000;

/** What was forgotten, as it is searched for: its words and its vectors. Never written anywhere. */
export interface Traces {
  readonly texts: readonly string[];
  readonly vectors: readonly Uint8Array[];
  /** Hashes of the embedded texts: an equal text has an equal vector. */
  readonly hashes: readonly string[];
}

/** Nothing to search for. */
export const noTraces: Traces = { texts: [], vectors: [], hashes: [] };

/** The traces of both. */
export function joinTraces(a: Traces, b: Traces): Traces {
  return {
    texts: [...a.texts, ...b.texts],
    vectors: [...a.vectors, ...b.vectors],
    hashes: [...a.hashes, ...b.hashes],
  };
}

/** Finds traces in bytes. */
export interface TraceFinder {
  /** Whether bytes hold a run of 24 forgotten characters, in UTF-8 or UTF-16, or a part of a vector. */
  isIn(bytes: Uint8Array): boolean;
}

type NeedleKind = 'utf-8' | 'utf-16' | 'vector';

interface Needle {
  readonly kind: NeedleKind;
  readonly start: number;
  readonly end: number;
}

/** Steps at which windows begin: small enough that every run that counts holds a whole window. */
const steps = { 'utf-8': 8, 'utf-16': 32, vector: 48 } as const;

/** Prepares a search. A text is also looked for as it stands in JSON. */
export function createTraceFinder(traces: Traces): TraceFinder {
  const vectors = traces.vectors.map((bytes) => ({ kind: 'vector', bytes }) as const);
  const parts = [...textNeedles(traces.texts), ...vectors];
  const needles: Needle[] = [];
  let length = 0;
  for (const { kind, bytes } of parts) {
    needles.push({ kind, start: length, end: length + bytes.length });
    length += bytes.length;
  }
  const source = Buffer.concat(parts.map(({ bytes }) => bytes));
  const windows = createWindowIndex(source);
  for (const { kind, start, end } of needles) {
    for (let at = start; at + windowBytes <= end; at += steps[kind]) windows.add(at);
  }
  return {
    isIn: (bytes) =>
      windows.search(bytes, (hit) => {
        const needle = needleAt(needles, hit.needleAt);
        return needle !== null && counts(needle.kind, extend(bytes, source, needle, hit));
      }),
  };
}

/** The needle that a place of the joined bytes lies in. */
function needleAt(needles: readonly Needle[], at: number): Needle | null {
  let low = 0;
  let high = needles.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((needles[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return needles[low] ?? null;
}

function textNeedles(
  texts: readonly string[],
): readonly { readonly kind: NeedleKind; readonly bytes: Uint8Array }[] {
  let left = maxCharacters;
  return texts.flatMap((whole) => {
    const text = whole.slice(0, Math.max(0, left));
    left -= text.length;
    if (text.length < leastRun) return [];
    const escaped = JSON.stringify(text).slice(1, -1);
    const forms = escaped === text ? [text] : [text, escaped];
    return forms.flatMap((form) => [
      { kind: 'utf-8' as const, bytes: Buffer.from(form, 'utf8') },
      { kind: 'utf-16' as const, bytes: Buffer.from(form, 'utf16le') },
    ]);
  });
}

/** The whole run around a window in which bytes and needle agree. */
function extend(bytes: Uint8Array, source: Uint8Array, needle: Needle, hit: WindowHit): Buffer {
  let { at, needleAt: from } = hit;
  while (from > needle.start && at > 0 && bytes[at - 1] === source[from - 1]) {
    at -= 1;
    from -= 1;
  }
  let length = hit.at + windowBytes - at;
  while (
    from + length < needle.end &&
    at + length < bytes.length &&
    bytes[at + length] === source[from + length]
  ) {
    length += 1;
  }
  // A unit of UTF-16 that is held in part is left out.
  const odd = needle.kind === 'utf-16' ? (from - needle.start) % 2 : 0;
  return Buffer.from(bytes.subarray(at + odd, at + length));
}

function counts(kind: NeedleKind, run: Buffer): boolean {
  if (kind === 'vector') return run.length >= leastVectorBytes;
  const text = run.toString(kind === 'utf-8' ? 'utf8' : 'utf16le');
  // What decodes to this mark was cut in the middle.
  const characters = Array.from(text).filter((character) => character !== '\uFFFD');
  const wordCharacters = characters.filter((character) => /[\p{L}\p{N}]/u.test(character));
  return characters.length >= leastRun && wordCharacters.length >= leastWordCharacters;
}
