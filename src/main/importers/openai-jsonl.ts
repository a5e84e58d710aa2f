import { createHash } from 'node:crypto';
import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportedMessage } from '../memory/ports/conversation-import';
import type { Importer } from './importer';
import { readEach } from './read-each';
import { undatedAt } from './undated-at';

const chatSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string().nullish() })),
});

/** Chats as OpenAI's training files write them: `{"messages": [{"role", "content"}]}`, without dates, one a line. */
export const openAiJsonlImporter: Importer = {
  name: 'JSONL',
  recognises: ([first]) => chatSchema.safeParse(first).success,
  read: (entries, readAt, offset) =>
    readEach(entries, (entry, index) => {
      const { messages } = chatSchema.parse(entry);
      const said = messages.flatMap(({ role, content }, at): readonly ImportedMessage[] => {
        const words = content?.trim() ?? '';
        if (words === '' || (role !== 'user' && role !== 'assistant')) return [];
        return [{ role, author: null, content: words, createdAt: undatedAt(readAt, at, messages.length) }];
      });
      const hash = createHash('sha256').update(JSON.stringify(messages)).digest('hex').slice(0, 32);
      const first = Array.from(said[0]?.content.replaceAll(/\s+/gu, ' ') ?? '');
      const title = first.slice(0, 60).join('');
      return {
        key: `jsonl:${hash}`,
        title: title === '' ? `${catalogue.main.importing.untitled} ${String(offset + index + 1)}` : title,
        messages: said,
      };
    }),
};
