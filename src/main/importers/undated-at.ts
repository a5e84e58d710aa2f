/**
 * When a message without a date counts as said: a second apart, the last of the chat when the file was written. So none lies in
 * the future, and none stands after what was said since.
 */
export function undatedAt(writtenAt: number, index: number, count: number): number {
  return writtenAt - (count - 1 - index) * 1_000;
}
