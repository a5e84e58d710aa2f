import { z } from 'zod';

/** What may be attached to one message. A book of 400 pages has about 800,000 characters. */
export const attachmentLimits = { files: 10, characters: 1_000_000, nameCharacters: 120 } as const;

/** A text pasted into the field that is longer than this becomes a file beside it. UTF-16 units. */
export const longPasteCharacters = 4_000;

/** What makes a message one part of an attached file; its words are the part's. */
export const attachmentSchema = z.object({
  /** The same for all parts of a file. */
  fileId: z.string(),
  name: z.string(),
  /** Its place in the file, from 1, and how many there are. */
  part: z.int().min(1),
  parts: z.int().min(1),
  /** Of the whole file, in UTF-16 units. */
  characters: z.int().min(1),
});
/** See {@link attachmentSchema}. */
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

/** A file that waits beside what is being written. */
export interface DraftFile {
  readonly id: string;
  readonly name: string;
  /** UTF-16 units. */
  readonly characters: number;
  /** Tokens with the frames of its parts, as the encoding counts them. */
  readonly tokens: number;
}
