/** Gives the next piece of a text as it comes in; null at its end. */
export type ReadText = () => Promise<string | null>;

/** Reads a text, and can be told that no more of it is wanted. */
export interface TextReader {
  readonly read: ReadText;
  /** Hangs up: what still comes is not read. */
  readonly cancel: () => void;
}

/** Reads a body as UTF-8; characters that were split between two pieces come out whole. */
export function createTextReader(
  body: ReadableStream<Uint8Array>,
  /** Waits for a piece within the time there is for it. */
  wait: <T>(next: () => Promise<T>) => Promise<T>,
): TextReader {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  return {
    read: async () => {
      const { done, value } = await wait(() => reader.read());
      if (!done) return decoder.decode(value, { stream: true });
      // Bytes that were left over; the second time there are none.
      return decoder.decode() || null;
    },
    cancel: () => {
      reader.cancel().catch(() => undefined);
    },
  };
}
