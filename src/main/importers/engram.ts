import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import {
  exportedChatSchema,
  exportedMessageSchema,
  exportMark,
  type ExportedMessage,
} from '../../shared/model/export';
import type { ImportedMessage } from '../memory/ports/conversation-import';
import type { Importer } from './importer';
import { readEach } from './read-each';

const markSchema = z.object({
  format: z.literal(exportMark.format),
  version: z.int(),
  chats: z.array(z.unknown()),
});
const chatSchema = exportedChatSchema.extend({ messages: z.array(exportedMessageSchema) });

/** What this program exports: every version of every message, with its marks (docs/export-format.md). */
export const engramImporter: Importer = {
  name: 'Engram',
  recognises: ([first]) => markSchema.safeParse(first).success,
  read: (entries) => {
    const files = entries.map((entry) => markSchema.safeParse(entry));
    const found = files.flatMap(({ data }) => data ?? []);
    if (found.some(({ version }) => version > exportMark.version)) {
      throw new AppError('import-failed', catalogue.main.importing.newerExport);
    }
    const chats = found.flatMap((file) => file.chats);
    const read = readEach(chats, (entry) => {
      const { messages, ...chat } = chatSchema.parse(entry);
      return {
        key: `engram:${chat.id}`,
        title: chat.title,
        messages: messages.filter(({ onPath }) => onPath).map(toImported),
        whole: { chat, messages },
      };
    });
    return { ...read, unreadable: read.unreadable + files.length - found.length };
  },
};

/** For the preview alone: the whole is what is imported. */
function toImported({ role, author, content, createdAt }: ExportedMessage): ImportedMessage {
  return { role: role === 'user' ? 'user' : 'assistant', author, content, createdAt };
}
