import { countedText } from '../../memory/path/tool-groups';
import type { PathMessage } from '../../memory/path/path-message';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';

/** A message of the path with its tokens in the model's count. */
export interface CountedMessage extends StoredMessage, PathMessage {
  readonly tokens: number;
}

/**
 * Gives each message its tokens in a model's count. Tokens of the encoding are stored with the message and
 * counted anew only where they are missing or of another encoding; a model that only borrows the encoding
 * multiplies them by its factor.
 */
export async function countMessages(
  parts: EngineParts,
  messages: readonly StoredMessage[],
  model: string,
): Promise<readonly CountedMessage[]> {
  const counter = await parts.counters.forModel(model);
  const raw = await parts.counters.forModel(model, 1);
  const counted = messages.map((message) => {
    const stored = message.encoding === raw.encoding ? message.tokens : null;
    return { message, known: stored !== null, tokens: stored ?? raw.count(countedText(message)) };
  });
  storeCounts(
    parts,
    counted.filter(({ known, message }) => !known && message.state !== 'streaming'),
    raw.encoding,
  );
  return counted.map(({ message, tokens: ofEncoding }) => {
    const tokens = Math.ceil(ofEncoding * counter.factor);
    // As it stands in the log, for most: then it needs no copy.
    return message.tokens === tokens ? (message as CountedMessage) : { ...message, tokens };
  });
}

function storeCounts(
  parts: EngineParts,
  counts: readonly { readonly message: StoredMessage; readonly tokens: number }[],
  encoding: string,
): void {
  if (counts.length === 0) return;
  parts.database.transaction(() => {
    for (const { message, tokens } of counts) parts.tables.writer.setTokens(message.seq, tokens, encoding);
  })();
}
