import type { SessionId, UserId } from '../../shared/model/ids';
import type { ConversationExport } from '../memory/ports/conversation-export';
import type { ProfileStore } from '../memory/ports/profile-store';
import type { SummaryStore } from '../memory/ports/summary-store';
import type { ExportAbout, Exporter } from './exporter';

/** What an export reads. */
export type ExportSource = ConversationExport &
  Pick<SummaryStore, 'listSummaries'> &
  Pick<ProfileStore, 'readProfile'>;

/** What is exported, and how. */
export interface ExportTextInput {
  readonly source: ExportSource;
  readonly exporter: Exporter;
  readonly about: ExportAbout;
  readonly userId: UserId;
  /** Some chats; null for all, with what is known of the user. */
  readonly sessionIds: readonly SessionId[] | null;
  readonly signal: AbortSignal;
  readonly onChat: (done: number, total: number, messages: number) => void;
}

/** Messages asked for at once: few enough that writing them down never holds a thread up. */
const partSize = 100;

/** The text of an export, part by part. Ends with the reason of an abort, or as what it reads does. */
export async function* exportText(input: ExportTextInput): AsyncGenerator<string> {
  const { source, exporter, userId, signal } = input;
  const sessionIds = input.sessionIds ?? (await source.listExported({ userId }));
  yield exporter.begin(input.about);
  let messages = 0;
  for (const [index, sessionId] of sessionIds.entries()) {
    signal.throwIfAborted();
    const place = { userId, sessionId };
    yield exporter.beginChat(await source.exportChat(place), index === 0);
    let isFirst = true;
    for (let after: number | null = 0; after !== null;) {
      signal.throwIfAborted();
      const part: Awaited<ReturnType<ConversationExport['exportMessages']>> = await source.exportMessages({
        ...place,
        after,
        limit: partSize,
      });
      for (const message of part.messages) {
        yield exporter.message(message, isFirst);
        isFirst = false;
      }
      messages += part.messages.length;
      after = part.next;
    }
    yield exporter.endChat(await source.listSummaries(place));
    input.onChat(index + 1, sessionIds.length, messages);
  }
  const isAll = input.sessionIds === null;
  yield exporter.end(isAll ? (await source.readProfile({ userId })).facts : []);
}
