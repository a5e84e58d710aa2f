import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportedMessage } from '../memory/ports/conversation-import';
import type { Importer } from './importer';
import { readEach } from './read-each';
import { undatedAt } from './undated-at';

const messageSchema = z.object({
  role: z.string(),
  /** Older versions have the words here, newer ones in parts. */
  content: z.string().nullish(),
  contentParts: z.array(z.unknown()).nullish(),
  timestamp: z.number().nullish(),
});
const sessionSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  messages: z.array(messageSchema),
  /** Where a topic was begun anew, the messages before stand here. */
  threads: z.array(z.object({ messages: z.array(messageSchema) })).nullish(),
});
const textPart = z.object({ type: z.literal('text'), text: z.string() });

/** All sessions of a Chatbox export: each under a key of its own, or, in older ones, in a list. */
function sessionsOf(entry: unknown): readonly unknown[] {
  const file = z.record(z.string(), z.unknown()).safeParse(entry).data ?? {};
  const listed = file['chat-sessions'];
  const keyed = Object.entries(file).filter(([key]) => key.startsWith('session:'));
  return [...keyed.map(([, session]) => session), ...(Array.isArray(listed) ? (listed as unknown[]) : [])];
}

/** The data that Chatbox exports as one JSON file. */
export const chatboxImporter: Importer = {
  name: 'Chatbox',
  recognises: ([first]) => {
    const file = z.record(z.string(), z.unknown()).safeParse(first).data;
    if (file === undefined) return false;
    return 'chat-sessions-list' in file || 'chat-sessions' in file;
  },
  read: (entries, readAt) =>
    readEach(
      entries.flatMap((entry) => sessionsOf(entry)),
      (entry) => {
        const { id, name, messages, threads } = sessionSchema.parse(entry);
        const all = [...(threads ?? []).flatMap((thread) => thread.messages), ...messages];
        const named = name?.trim() ?? '';
        return {
          key: `chatbox:${id}`,
          title: named === '' ? catalogue.main.importing.untitled : named,
          messages: all.flatMap((message, index) => toMessage(message, undatedAt(readAt, index, all.length))),
        };
      },
    ),
};

function toMessage(
  { role, content, contentParts, timestamp }: z.infer<typeof messageSchema>,
  otherwiseAt: number,
): readonly ImportedMessage[] {
  if (role !== 'user' && role !== 'assistant') return [];
  const parts = (contentParts ?? []).flatMap((part) => textPart.safeParse(part).data ?? []);
  const words = (parts.length > 0 ? parts.map(({ text }) => text).join('\n') : (content ?? '')).trim();
  return words === '' ? [] : [{ role, author: null, content: words, createdAt: timestamp ?? otherwiseAt }];
}
