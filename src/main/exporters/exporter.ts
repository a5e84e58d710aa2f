import type { ExportedChat, ExportedMessage, ExportFormat } from '../../shared/model/export';
import type { Fact } from '../../shared/model/profile';
import type { Summary } from '../../shared/model/summary';

/** What a file says of itself. */
export interface ExportAbout {
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
  /** Of the program. */
  readonly version: string;
}

/** One kind of file, written part by part so that its size does not matter. */
export interface Exporter {
  readonly format: ExportFormat;
  /** Without the dot. */
  readonly extension: string;
  readonly begin: (about: ExportAbout) => string;
  readonly beginChat: (chat: ExportedChat, isFirst: boolean) => string;
  /** Empty for what the format does not keep. */
  readonly message: (message: ExportedMessage, isFirst: boolean) => string;
  /** Versions of the summary, the newest first. */
  readonly endChat: (summaries: readonly Summary[]) => string;
  /** What is known of the user. */
  readonly end: (facts: readonly Fact[]) => string;
}
