import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Importer } from './importer';
import { fromSeconds } from './seconds';
import { pathTo, readEach, type TreeNode } from './read-each';
import { wholeTree } from './whole-tree';

const messageSchema = z.object({
  parentId: z.string().nullish(),
  role: z.string(),
  content: z.string().catch(''),
  timestamp: z.number().nullish(),
});
const chatSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  created_at: z.number().nullish(),
  chat: z.object({
    history: z.object({ messages: z.record(z.string(), messageSchema), currentId: z.string().nullish() }),
  }),
});

/** The chats that Open WebUI exports: a tree of messages a chat, with all its branches. */
export const openWebUiImporter: Importer = {
  name: 'Open WebUI',
  recognises: ([first]) => z.object({ chat: z.object({ history: z.unknown() }) }).safeParse(first).success,
  read: (entries, readAt) =>
    readEach(entries, (entry) => {
      const { id, title, created_at: createdAt, chat } = chatSchema.parse(entry);
      const startedAt = fromSeconds(createdAt) ?? readAt;
      const nodes = new Map<string, TreeNode>(
        Object.entries(chat.history.messages).map(([key, { parentId, role, content, timestamp }]) => {
          const parent = parentId ?? null;
          const words = content.trim();
          if (words === '' || (role !== 'user' && role !== 'assistant'))
            return [key, { parent, message: null }];
          const saidAt = fromSeconds(timestamp) ?? startedAt;
          return [key, { parent, message: { role, author: null, content: words, createdAt: saidAt } }];
        }),
      );
      const last = chat.history.currentId ?? Object.keys(chat.history.messages).at(-1) ?? null;
      const named = title?.trim() ?? '';
      const name = named === '' ? catalogue.main.importing.untitled : named;
      const whole = wholeTree(nodes, last, { id, title: name, createdAt: startedAt }) ?? undefined;
      return { key: `open-webui:${id}`, title: name, messages: pathTo(nodes, last), whole };
    }),
};
