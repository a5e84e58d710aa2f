const isAscii = /^[\0-\x7f]*$/;

/** The UTF-8 bytes of `text` as a string of one unit a byte; a lone surrogate becomes the replacement character. */
export function toByteString(text: string): string {
  return isAscii.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}
