/** What is known of newer versions, which a file in a folder of the user's choice tells of. */
export interface UpdateView {
  /** Path of the channel file; null where none is looked at. */
  readonly file: string | null;
  readonly state: 'off' | 'newest' | 'newer' | 'unreadable';
  /** What the file offers; null where nothing could be read. */
  readonly offered: { readonly version: string; readonly releasedAt: number | null } | null;
}
