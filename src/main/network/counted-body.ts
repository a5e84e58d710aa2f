/**
 * A body as it comes in, whose bytes are counted; `onEnd` is called once, whether it ends, breaks or is left. One that
 * its reader gave up, by the signal or by cancelling, has not failed.
 */
export function countedBody(
  body: ReadableStream<Uint8Array>,
  onEnd: (outcome: 'done' | 'failed', bytes: number) => void,
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  let isOver = false;
  const end = (outcome: 'done' | 'failed'): void => {
    if (!isOver) onEnd(outcome, bytes);
    isOver = true;
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          end('done');
          controller.close();
          return;
        }
        bytes += value.byteLength;
        controller.enqueue(value);
      } catch (error) {
        end(signal?.aborted === true ? 'done' : 'failed');
        controller.error(error);
      }
    },
    async cancel(reason) {
      // Whoever reads has what it wanted: an answer's end is often not waited for.
      end('done');
      await reader.cancel(reason);
    },
  });
}
