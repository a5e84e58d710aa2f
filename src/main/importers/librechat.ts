import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Importer } from './importer';
import { pathTo, readEach, type TreeNode } from './read-each';
import { undatedAt } from './undated-at';
import { wholeTree } from './whole-tree';

interface LibreMessage {
  readonly messageId: string;
  readonly parentMessageId?: string | null | undefined;
  readonly isCreatedByUser?: boolean | undefined;
  readonly sender?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly content?: readonly unknown[] | null | undefined;
  readonly createdAt?: string | null | undefined;
  /** Where it was exported with its branches as a tree. */
  readonly children?: readonly LibreMessage[] | null | undefined;
}

const messageSchema: z.ZodType<LibreMessage> = z.lazy(() =>
  z.object({
    messageId: z.string(),
    parentMessageId: z.string().nullish(),
    isCreatedByUser: z.boolean().optional(),
    sender: z.string().nullish(),
    text: z.string().nullish(),
    content: z.array(z.unknown()).nullish(),
    createdAt: z.string().nullish(),
    children: z.array(messageSchema).nullish(),
  }),
);
const chatSchema = z.object({
  conversationId: z.string(),
  title: z.string().nullish(),
  exportAt: z.string().nullish(),
  messages: z.array(messageSchema),
});
const textPart = z.object({
  type: z.literal('text'),
  text: z.union([z.string(), z.object({ value: z.string() })]),
});

/** A conversation that LibreChat exports as JSON: its messages in a row, each with the one above it, or as a tree. */
export const libreChatImporter: Importer = {
  name: 'LibreChat',
  recognises: ([first]) =>
    z.object({ conversationId: z.string(), messages: z.array(z.unknown()) }).safeParse(first).success,
  read: (entries, readAt) =>
    readEach(entries, (entry) => {
      const { conversationId: id, title, exportAt, messages } = chatSchema.parse(entry);
      const startedAt = timeOf(exportAt) ?? readAt;
      const all = flatten(messages);
      const nodes = new Map<string, TreeNode>(
        all.map((message, index) => {
          const parent = message.parentMessageId ?? null;
          const words = wordsOf(message).trim();
          if (words === '') return [message.messageId, { parent, message: null }];
          const role = message.isCreatedByUser === true ? ('user' as const) : ('assistant' as const);
          const createdAt = timeOf(message.createdAt) ?? undatedAt(startedAt, index, all.length);
          return [message.messageId, { parent, message: { role, author: null, content: words, createdAt } }];
        }),
      );
      const last = all.at(-1)?.messageId ?? null;
      const named = title?.trim() ?? '';
      const name = named === '' ? catalogue.main.importing.untitled : named;
      const whole = wholeTree(nodes, last, { id, title: name, createdAt: startedAt }) ?? undefined;
      return { key: `librechat:${id}`, title: name, messages: pathTo(nodes, last), whole };
    }),
};

function flatten(roots: readonly LibreMessage[]): readonly LibreMessage[] {
  const all: LibreMessage[] = [];
  const open = roots.toReversed();
  for (let message = open.pop(); message !== undefined; message = open.pop()) {
    all.push(message);
    open.push(...(message.children ?? []).toReversed());
  }
  return all;
}

/** Newer versions write an answer in parts beside an empty text. */
function wordsOf({ text, content }: LibreMessage): string {
  if (text?.trim()) return text;
  return (content ?? [])
    .flatMap((part) => textPart.safeParse(part).data ?? [])
    .map((part) => (typeof part.text === 'string' ? part.text : part.text.value))
    .join('\n');
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}
