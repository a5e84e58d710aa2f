import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError, toErrorShape } from '../../shared/errors';
import { attachmentLimits, type DraftFile } from '../../shared/model/attachment';
import type { SessionId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { Bridge } from '../bridge';
import type { FilesSlice, IncomingFile } from './files-slice';
import type { ThreadAccess } from './thread-state';

const words = catalogue.files;
/** A character of UTF-8 has at most four bytes: a longer file need not be read to be refused. */
const mostBytes = attachmentLimits.characters * 4;

function shortName(name: string): string {
  const { nameCharacters } = attachmentLimits;
  const trimmed = name.trim() === '' ? words.unnamed : name.trim();
  return trimmed.length <= nameCharacters ? trimmed : `…${trimmed.slice(1 - nameCharacters)}`;
}

async function readIncoming(file: IncomingFile): Promise<string> {
  if (file.size > mostBytes) throw new AppError('bad-input', words.tooLong(file.name));
  try {
    return await file.read();
  } catch {
    throw new AppError('bad-input', words.notText(file.name));
  }
}

/** How the waiting files of a chat change. */
function createDraftFiles(bridge: Bridge, { get, set }: ThreadAccess) {
  const put = (sessionId: SessionId, change: (files: readonly DraftFile[]) => readonly DraftFile[]): void => {
    const { draftFiles } = get();
    set({ draftFiles: { ...draftFiles, [sessionId]: change(draftFiles[sessionId] ?? []) } });
  };
  const complain = (error: unknown): void => {
    set({ fileErrors: [...get().fileErrors, toErrorShape(error).message] });
  };
  return {
    put,
    complain,
    attach: async (sessionId: SessionId, name: string, text: string): Promise<DraftFile | null> => {
      try {
        const file = await bridge.call('drafts.attach', { sessionId, name: shortName(name), text });
        put(sessionId, (files) => [...files, file]);
        return file;
      } catch (error) {
        complain(error);
        return null;
      }
    },
    detach: async (sessionId: SessionId, fileId: string): Promise<void> => {
      put(sessionId, (files) => files.filter((file) => file.id !== fileId));
      await bridge.call('drafts.detach', { sessionId, fileId }).catch(complain);
    },
  };
}

/** Files beside what is being written. */
function createAttaching(bridge: Bridge, access: ThreadAccess): Omit<FilesSlice, keyof OpenFiles> {
  const { get, set } = access;
  const files = createDraftFiles(bridge, access);
  /** Texts pasted in this window, by file id. */
  const pasted = new Map<string, string>();

  async function attachFiles(incoming: readonly IncomingFile[]): Promise<void> {
    const { sessionId } = get();
    if (sessionId === null || incoming.length === 0) return;
    set({ fileErrors: [], attaching: get().attaching + incoming.length });
    for (const file of incoming) {
      try {
        await files.attach(sessionId, file.name, await readIncoming(file));
      } catch (error) {
        files.complain(error);
      } finally {
        set({ attaching: get().attaching - 1 });
      }
    }
  }

  return {
    draftFiles: {},
    attaching: 0,
    fileErrors: [],
    attachFiles,
    attachPaste: async (text) => {
      const { sessionId } = get();
      if (sessionId === null) return;
      set({ fileErrors: [] });
      const file = await files.attach(sessionId, words.pasted, text);
      if (file !== null) pasted.set(file.id, text);
    },
    detachFile: async (fileId) => {
      const { sessionId } = get();
      if (sessionId !== null) await files.detach(sessionId, fileId);
    },
    isPasted: (fileId) => pasted.has(fileId),
    unpaste: async (fileId) => {
      const { sessionId, drafts, setDraft } = get();
      const text = pasted.get(fileId);
      if (text === undefined || sessionId === null) return;
      const before = drafts[sessionId] ?? '';
      setDraft(before === '' ? text : `${before}\n${text}`);
      await files.detach(sessionId, fileId);
    },
    acceptFiles: (sessionId, listed) => files.put(sessionId, () => listed),
  };
}

type OpenFiles = Pick<FilesSlice, 'openFiles' | 'showFile' | 'deleteFile'>;

/** Files of the thread. */
function createOpenFiles(bridge: Bridge, { get, set }: ThreadAccess): OpenFiles {
  /** The last part of a file; the window may not hold it. */
  async function lastPart(part: Message): Promise<Message> {
    const { fileId, parts, part: place } = part.metadata?.attachment ?? { fileId: '', parts: 1, part: 1 };
    const page = await bridge.call('messages.page', {
      sessionId: part.sessionId,
      anchor: { kind: 'after', position: part.position - 1 },
      limit: parts - place + 1,
    });
    return page.messages.findLast((each) => each.metadata?.attachment?.fileId === fileId) ?? part;
  }

  return {
    openFiles: new Set(),
    showFile: (fileId, shown) => {
      const openFiles = new Set(get().openFiles);
      if (shown) openFiles.add(fileId);
      else openFiles.delete(fileId);
      set({ openFiles });
    },
    deleteFile: async (part) => {
      try {
        const last = await lastPart(part);
        await get().deleteMessages(part.id, last.id);
      } catch (error) {
        set({ branchError: toErrorShape(error) });
      }
    },
  };
}

/** Builds the {@link FilesSlice}. Whatever is attached is kept by main at once, so that it outlives the window. */
export function createFilesSlice(bridge: Bridge, access: ThreadAccess): FilesSlice {
  return { ...createAttaching(bridge, access), ...createOpenFiles(bridge, access) };
}
