import { catalogue } from '../../shared/catalogue/catalogue';
import { locale } from '../../shared/catalogue/language';
import type { ChatChunk, ChatModel, ChatRequest } from '../memory/ports/chat-model';
import type { RecalledMessage } from '../memory/ports/recall';

/** Characters of one quoted message at most. */
const maxQuoted = 1_200;
/** Characters of one streamed chunk: the reply takes the same path as a real model's. */
const chunkLength = 48;

/** The message, or where it is long the part from its focus on. */
function quotedPart({ content, focus }: RecalledMessage): string {
  if (Array.from(content).length <= maxQuoted) return content;
  const part = Array.from(content.slice(focus));
  const head = focus > 0 ? '… ' : '';
  const tail = part.length > maxQuoted ? '…' : '';
  return head + part.slice(0, maxQuoted).join('') + tail;
}

function quote(message: RecalledMessage): string {
  const { offline } = catalogue.main;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(message.createdAt);
  const lines = quotedPart(message)
    .split(/\r\n|\r|\n/u)
    .map((line) => `> ${line}`);
  return `**${offline.quoted(message.author, date)}**\n\n${lines.join('\n')}`;
}

/** The reply of no model: what memory found, quoted with author and date, the best first. Deterministic. */
export function offlineReply(recalled: readonly RecalledMessage[]): string {
  const { offline } = catalogue.main;
  if (recalled.length === 0) return offline.nothingFound;
  return [offline.found(recalled.length), ...recalled.map(quote)].join('\n\n');
}

/** The embedded default model: it quotes what memory found and says that no model is connected. */
export function createOfflineModel(): ChatModel {
  return {
    name: 'offline',
    kind: 'offline',
    async *stream({ recalled, signal }: ChatRequest): AsyncGenerator<ChatChunk> {
      const characters = Array.from(offlineReply(recalled));
      for (let from = 0; from < characters.length && !signal.aborted; from += chunkLength) {
        yield { kind: 'text', text: characters.slice(from, from + chunkLength).join('') };
        // One turn of the event loop a chunk, so that a stop gets through.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
