import { createHash } from 'node:crypto';
import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportedMessage, ImportedSession } from '../memory/ports/conversation-import';
import type { Importer } from './importer';
import { undatedAt } from './undated-at';

/** How the reading of a file hands over one that is text: the whole of it. */
const markdownFileSchema = z.strictObject({ markdown: z.string() });

const own = catalogue.exporting.file;
const assistants =
  /^(assistant|ai|bot|model|chatgpt|gpt[-\w.]*|claude|gemini|copilot|llama|mistral|engram)$/iu;
const users = /^(user|you|human|me)$/iu;
/** A speaker: `## Name`, `**Name**`, `**Name:**` with or without words behind it, or `Name:` of the known names. */
const headed = /^#{2,6}\s+(?:[^\p{L}\s]{1,3}\s)?([\p{L}][\p{L}\p{N} ._'’-]{0,59}?)\s*:?\s*$/u;
const bold = /^(?:\*\*|__)([\p{L}][\p{L}\p{N} ._'’-]{0,59}?)\s*:?(?:\*\*|__)\s*:?\s*(.*)$/u;
const plain = /^(user|you|human|assistant|ai|chatgpt|claude)\s*:\s*(.*)$/iu;
/** When it was said, as our own export writes it below the speaker. */
const note = /^_(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)(?: · [^_]*)?_$/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;

interface Speaker {
  readonly name: string;
  readonly rest: string;
}

interface Draft {
  readonly name: string;
  readonly lines: string[];
  at: number | null;
}

/**
 * A chat in Markdown: our own export, and what other programs and people write: a speaker in a heading or in bold before
 * each turn. Dates are those of our own notes; without one a message has the file's date, a second after the one before.
 */
export const markdownImporter: Importer = {
  name: 'Markdown',
  recognises: ([first]) => {
    const file = markdownFileSchema.safeParse(first);
    return file.success && chatsOf(file.data.markdown, 0).length > 0;
  },
  read: (entries, readAt) => {
    const files = entries.map((entry) => markdownFileSchema.safeParse(entry).data);
    return {
      chats: files.flatMap((file) => (file === undefined ? [] : chatsOf(file.markdown, readAt))),
      unreadable: files.filter((file) => file === undefined).length,
    };
  },
};

/** The chats of a text that have messages of a user and of an assistant, or of two people. */
function chatsOf(text: string, readAt: number): readonly ImportedSession[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const chats: { title: string; drafts: Draft[] }[] = [];
  let open: string | null = null;
  let isOver = false;
  for (const [index, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1] ?? null;
    if (mark !== null) open = open === null ? (mark[0] ?? null) : mark.startsWith(open) ? null : open;
    const next = lines.slice(index + 1, index + 4).find((each) => each.trim() !== '') ?? '';
    const heading = open === null && mark === null ? headingOf(line, next, chats.length === 0) : null;
    if (heading !== null) {
      isOver = heading === own.profile && note.exec(next) === null;
      if (!isOver) chats.push({ title: heading, drafts: [] });
      continue;
    }
    if (open === null && line.startsWith('### ') && line.startsWith(`### ${summaryWord} `)) isOver = true;
    if (isOver) continue;
    const current = chats.at(-1);
    const speaker = open === null && mark === null ? speakerOf(line, next) : null;
    if (speaker !== null) {
      const chat = current ?? { title: '', drafts: [] };
      if (current === undefined) chats.push(chat);
      chat.drafts.push({ name: speaker.name, lines: [speaker.rest], at: null });
      continue;
    }
    const draft = current?.drafts.at(-1);
    if (draft === undefined) continue;
    const said = draft.lines.every((each) => each.trim() === '') ? timeOf(line) : null;
    if (said !== null && draft.at === null) draft.at = said;
    else draft.lines.push(line);
  }
  return chats.flatMap(({ title, drafts }) => toChat(title, drafts, readAt));
}

const summaryWord = own.summary(0, 0, 0).split(' ')[0] ?? '';

/** The title of a chat that begins here: of the first, or one that is dated as our own export dates it. */
function headingOf(line: string, next: string, isFirst: boolean): string | null {
  const title = /^#\s+(.+)$/u.exec(line)?.[1]?.trim();
  if (title === undefined) return null;
  return isFirst || note.test(next) || title === own.profile ? title : null;
}

function speakerOf(line: string, next: string): Speaker | null {
  const inHeading = headed.exec(line)?.[1];
  // A heading of an answer is no speaker: only a name that is known, or one that our own note follows.
  if (inHeading !== undefined)
    return isKnown(inHeading) || note.test(next) ? { name: inHeading, rest: '' } : null;
  const [, name = '', rest = ''] = bold.exec(line) ?? plain.exec(line) ?? [];
  return isKnown(name) ? { name, rest } : null;
}

function isKnown(name: string): boolean {
  return assistants.test(name) || users.test(name);
}

function timeOf(line: string): number | null {
  const [, year, month, day, hour, minute] = note.exec(line.trim()) ?? [];
  if (year === undefined) return null;
  return new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)).getTime();
}

function toChat(title: string, drafts: readonly Draft[], readAt: number): readonly ImportedSession[] {
  const messages = drafts.flatMap(({ name, lines, at }, index): readonly ImportedMessage[] => {
    const content = lines
      .join('\n')
      .replace(/\n+(?:---\s*)?$/u, '')
      .trim();
    if (content === '') return [];
    const role = assistants.test(name) ? 'assistant' : 'user';
    const author = isKnown(name) ? null : name;
    return [{ role, author, content, createdAt: at ?? undatedAt(readAt, index, drafts.length) }];
  });
  if (messages.length === 0) return [];
  const hash = createHash('sha256').update(JSON.stringify([title, messages.map(({ content }) => content)]));
  const first = Array.from(messages[0]?.content.replaceAll(/\s+/gu, ' ') ?? '')
    .slice(0, 60)
    .join('');
  return [
    { key: `markdown:${hash.digest('hex').slice(0, 32)}`, title: title === '' ? first : title, messages },
  ];
}
