import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportedMessage } from '../memory/ports/conversation-import';
import type { Importer } from './importer';
import { readEach } from './read-each';

const messageSchema = z.object({
  sender: z.enum(['human', 'assistant']),
  text: z.string().catch(''),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })).catch([]),
  created_at: z.string().optional(),
});
const chatSchema = z.object({
  uuid: z.string(),
  name: z.string().nullish(),
  created_at: z.string().optional(),
  chat_messages: z.array(messageSchema),
});

/** The `conversations.json` of a Claude export: a list of messages a chat. */
export const claudeImporter: Importer = {
  name: 'Claude',
  recognises: ([first]) => z.object({ chat_messages: z.array(z.unknown()) }).safeParse(first).success,
  read: (entries, readAt) =>
    readEach(entries, (entry) => {
      const chat = chatSchema.parse(entry);
      const startedAt = timeOf(chat.created_at) ?? readAt;
      const title = chat.name?.trim() ?? '';
      return {
        key: `claude:${chat.uuid}`,
        title: title === '' ? catalogue.main.importing.untitled : title,
        messages: chat.chat_messages.flatMap((message) => toMessage(message, startedAt)),
      };
    }),
};

function timeOf(text: string | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

function toMessage(message: z.infer<typeof messageSchema>, startedAt: number): readonly ImportedMessage[] {
  const texts = message.content.flatMap(({ type, text }) =>
    type === 'text' && text !== undefined ? [text] : [],
  );
  const content = (texts.length === 0 ? message.text : texts.join('\n\n')).trim();
  if (content === '') return [];
  const role = message.sender === 'human' ? 'user' : 'assistant';
  return [{ role, author: null, content, createdAt: timeOf(message.created_at) ?? startedAt }];
}
