import type { IncomingFile } from '../stores/files-slice';

/** Byte marks at the beginning of a file, and the encoding they tell of. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text of bytes: UTF-8 unless they begin with the mark of another encoding. Throws where they are no text. */
export function decodeText(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const text = new TextDecoder(marked?.[1] ?? 'utf-8', { fatal: true }).decode(bytes);
  if (text.includes('\0')) throw new Error('The file is not text');
  return text;
}

/** A file that was chosen, dropped or pasted. */
export function incomingFile(file: File): IncomingFile {
  return {
    name: file.name,
    size: file.size,
    read: async () => decodeText(new Uint8Array(await file.arrayBuffer())),
  };
}
