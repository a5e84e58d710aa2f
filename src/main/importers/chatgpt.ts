import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportedMessage } from '../memory/ports/conversation-import';
import type { Importer } from './importer';
import { fromSeconds } from './seconds';
import { pathTo, readEach, type TreeNode } from './read-each';
import { wholeTree } from './whole-tree';

const messageSchema = z.object({
  author: z.object({ role: z.string() }),
  create_time: z.number().nullish(),
  // Of parts that are no text (pictures, voice) nothing is kept.
  content: z.object({ parts: z.array(z.unknown()).optional(), text: z.string().optional() }),
  metadata: z.object({ is_visually_hidden_from_conversation: z.boolean().optional() }).nullish(),
});
const chatSchema = z.object({
  id: z.string().optional(),
  conversation_id: z.string().optional(),
  title: z.string().nullish(),
  create_time: z.number().nullish(),
  current_node: z.string().nullish(),
  mapping: z.record(z.string(), z.object({ parent: z.string().nullish(), message: messageSchema.nullish() })),
});

/** The `conversations.json` of a ChatGPT export: a tree of messages a chat, with all its branches. */
export const chatGptImporter: Importer = {
  name: 'ChatGPT',
  recognises: ([first]) => z.object({ mapping: z.record(z.string(), z.unknown()) }).safeParse(first).success,
  read: (entries, readAt) =>
    readEach(entries, (entry) => {
      const chat = chatSchema.parse(entry);
      const startedAt = fromSeconds(chat.create_time) ?? readAt;
      const nodes = new Map<string, TreeNode>(
        Object.entries(chat.mapping).map(([id, { parent, message }]) => [
          id,
          { parent: parent ?? null, message: message ? toMessage(message, startedAt) : null },
        ]),
      );
      const last = chat.current_node ?? Object.keys(chat.mapping).at(-1) ?? null;
      const id = chat.conversation_id ?? chat.id ?? `${chat.title ?? ''}:${String(startedAt)}`;
      const named = chat.title?.trim() ?? '';
      const title = named === '' ? catalogue.main.importing.untitled : named;
      const whole = wholeTree(nodes, last, { id, title, createdAt: startedAt }) ?? undefined;
      return { key: `chatgpt:${id}`, title, messages: pathTo(nodes, last), whole };
    }),
};

function toMessage(message: z.infer<typeof messageSchema>, startedAt: number): ImportedMessage | null {
  const { role } = message.author;
  if (role !== 'user' && role !== 'assistant') return null;
  if (message.metadata?.is_visually_hidden_from_conversation === true) return null;
  const { parts = [], text = '' } = message.content;
  const words = parts.filter((part) => typeof part === 'string');
  const content = (words.length === 0 ? text : words.join('\n')).trim();
  if (content === '') return null;
  return { role, author: null, content, createdAt: fromSeconds(message.create_time) ?? startedAt };
}
