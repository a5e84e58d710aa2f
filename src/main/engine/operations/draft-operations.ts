import { catalogue } from '../../../shared/catalogue/catalogue';
import { locale } from '../../../shared/catalogue/language';
import { AppError } from '../../../shared/errors';
import { attachmentLimits, type DraftFile } from '../../../shared/model/attachment';
import { countedText } from '../../memory/path/tool-groups';
import type { DraftStore } from '../../memory/ports/draft-store';
import { splitFile } from '../../memory/text/split-file';
import { messageOverheadTokens } from '../../memory/tokens/fixed-overhead';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

const words = catalogue.main.errors;

/** Tokens of a file as it will be sent: each of its parts is a message. */
async function fileTokens(
  parts: EngineParts,
  file: Pick<DraftFile, 'id' | 'name'> & { readonly content: string },
  model: string,
): Promise<number> {
  const counter = await parts.counters.forModel(model);
  const texts = splitFile(file.content);
  return texts.reduce((sum, content, index) => {
    const attachment = {
      fileId: file.id,
      name: file.name,
      part: index + 1,
      parts: texts.length,
      characters: file.content.length,
    };
    return sum + counter.count(countedText({ content, metadata: { attachment } })) + messageOverheadTokens;
  }, 0);
}

async function attachFile(
  parts: EngineParts,
  { userId, sessionId, name, text, model }: Parameters<DraftStore['attachFile']>[0],
): Promise<DraftFile> {
  const { tables } = parts;
  findSession(tables, userId, sessionId);
  const { characters: limit, files: most } = attachmentLimits;
  // Line ends as every system but one writes them, so that a part never ends between the two characters of one.
  const content = text.replaceAll('\r\n', '\n');
  if (content.trim() === '' || content.includes('\0'))
    throw new AppError('bad-input', words.fileNotText(name));
  if (content.length > limit) {
    throw new AppError('bad-input', words.fileTooLong(name, limit.toLocaleString(locale)));
  }
  const id = parts.newId();
  const tokens = await fileTokens(parts, { id, name, content }, model);
  if (tables.draftFiles.list(userId, sessionId).length >= most) {
    throw new AppError('bad-input', words.tooManyFiles(most));
  }
  tables.draftFiles.insert(userId, sessionId, { id, name, content, tokens, characters: content.length });
  return { id, name, tokens, characters: content.length };
}

/** What is being written in each session, and the files beside it. */
export function createDraftOperations(parts: EngineParts): DraftStore {
  const { tables, clock } = parts;
  return {
    readDraft: ({ userId, sessionId }) => {
      findSession(tables, userId, sessionId);
      return Promise.resolve(tables.drafts.read(userId, sessionId));
    },
    writeDraft: ({ userId, sessionId, text }) => {
      findSession(tables, userId, sessionId);
      if (text === '') tables.drafts.remove(userId, sessionId);
      else tables.drafts.write(userId, sessionId, text, clock.now());
      return Promise.resolve(null);
    },
    listDraftFiles: ({ userId, sessionId }) => {
      findSession(tables, userId, sessionId);
      return Promise.resolve(tables.draftFiles.list(userId, sessionId));
    },
    attachFile: (input) => attachFile(parts, input),
    detachFile: ({ userId, sessionId, fileId }) => {
      findSession(tables, userId, sessionId);
      tables.draftFiles.remove(userId, sessionId, fileId);
      return Promise.resolve(null);
    },
    readDraftFiles: ({ userId, sessionId }) => {
      findSession(tables, userId, sessionId);
      const files = tables.draftFiles.readAll(userId, sessionId);
      return Promise.resolve(files.map(({ name, content }) => ({ name, text: content })));
    },
  };
}
