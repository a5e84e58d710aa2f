import { basename } from 'node:path';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Emit } from '../../shared/contract/emit';
import { AppError, toErrorShape } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import type { UserId } from '../../shared/model/ids';
import type { ImportResult, ImportStatus } from '../../shared/model/import';
import type { Clock } from '../memory/ports/clock';
import type { ConversationImport, WantedImport } from '../memory/ports/conversation-import';
import type { ChatFiles } from '../memory/ports/chat-files';
import { importChats } from './import-chats';

/** Whose import it is, and how that user's page is told of it. */
export interface ImportOwner {
  readonly userId: UserId;
  readonly emit: Emit;
}

/** A conversation of a file that is to be imported. */
export type ImportOrder = Pick<WantedImport, 'path' | 'key' | 'chats'>;

/** The one import that runs at a time, and how the last one of a user ended. */
export interface Imports {
  /**
   * Imports a conversation; what is there already is passed over. That it is wanted is kept until it ends, so that the next
   * start goes on where this program ends first. Errors: `import-failed`, `conflict` while another runs.
   */
  readonly run: (order: ImportOrder, owner: ImportOwner, signal: AbortSignal) => Promise<ImportResult>;
  /** Goes on with what the program ended before; does nothing where it ended before nothing. */
  readonly resume: (owner: ImportOwner) => Promise<void>;
  /** The user's import that runs or ended; null once its end was seen. */
  readonly status: (userId: UserId) => ImportStatus | null;
  readonly dismiss: (owner: ImportOwner) => void;
  /** Ends the user's import; what was imported so far stays. */
  readonly cancel: (userId: UserId) => void;
  /** Ends it because the program ends: the next start goes on. */
  readonly close: () => Promise<void>;
}

/** What imports are made with. */
export interface ImportsPorts {
  readonly engine: Pick<ConversationImport, 'importSessions' | 'noteImport' | 'unfinishedImport'>;
  readonly files: ChatFiles;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onJobsEnqueued: () => void;
}

interface Running {
  readonly userId: UserId;
  readonly abort: AbortController;
  ended: Promise<unknown>;
}

/** Progress is told a few times a second. */
const everyMs = 100;

class OneImport implements Imports {
  readonly #ports: ImportsPorts;
  readonly #statuses = new Map<UserId, ImportStatus>();
  readonly #closing = new AbortController();
  #running: Running | null = null;

  constructor(ports: ImportsPorts) {
    this.#ports = ports;
  }

  readonly run = async (
    order: ImportOrder,
    owner: ImportOwner,
    signal: AbortSignal,
  ): Promise<ImportResult> => {
    if (this.#running !== null) throw new AppError('conflict', catalogue.main.importing.busy);
    const running: Running = {
      userId: owner.userId,
      abort: new AbortController(),
      ended: Promise.resolve(),
    };
    this.#running = running;
    const work = this.#import(
      order,
      owner,
      running.abort.signal,
      AbortSignal.any([signal, this.#closing.signal]),
    );
    running.ended = work.catch(() => undefined);
    try {
      return await work;
    } finally {
      this.#running = null;
    }
  };

  readonly resume = async (owner: ImportOwner): Promise<void> => {
    const { engine, files, logger } = this.#ports;
    const { userId } = owner;
    try {
      const wanted = this.#running === null ? await engine.unfinishedImport({ userId }) : null;
      if (wanted === null) return;
      const mark = await files.mark(wanted.path);
      if (mark === null || mark.bytes !== wanted.bytes || mark.modifiedAt !== wanted.modifiedAt) {
        await engine.noteImport({ userId, wanted: null });
        const error = toErrorShape(new AppError('not-found', catalogue.main.importing.fileChanged));
        this.#tell(owner, { kind: 'failed', name: basename(wanted.path), error });
        return;
      }
      logger.info('an import that was not finished goes on', { chats: wanted.chats });
      await this.run(wanted, owner, this.#closing.signal);
    } catch (error) {
      // Where it failed the page was told; another that was begun meanwhile goes first.
      logger.warn('an import did not go on', { error: toErrorShape(error).kind });
    }
  };

  readonly status = (userId: UserId): ImportStatus | null => this.#statuses.get(userId) ?? null;

  readonly dismiss = (owner: ImportOwner): void => {
    if (this.#running?.userId === owner.userId) return;
    this.#tell(owner, null);
  };

  readonly cancel = (userId: UserId): void => {
    if (this.#running?.userId === userId) this.#running.abort.abort();
  };

  readonly close = async (): Promise<void> => {
    this.#closing.abort();
    await this.#running?.ended;
  };

  /** `stopped` ends it for good, `ending` only until the next start. */
  async #import(
    order: ImportOrder,
    owner: ImportOwner,
    stopped: AbortSignal,
    ending: AbortSignal,
  ): Promise<ImportResult> {
    const { files, engine } = this.#ports;
    const name = basename(order.path);
    const progress = this.#follow(owner, name);
    this.#tell(owner, { kind: 'running', name, progress: null });
    try {
      await this.#note(order, owner.userId);
      const chats = files.read(order.path, order.key, { signal: AbortSignal.any([stopped, ending]) });
      const inner = { ...owner, engine, onProgress: progress };
      const result = await importChats(inner, chats, order.chats);
      this.#tell(owner, { kind: 'done', name, result });
      return result;
    } catch (error) {
      this.#tell(owner, { kind: 'failed', name, error: toErrorShape(error) });
      throw error;
    } finally {
      if (!ending.aborted) await this.#forget(owner.userId);
      this.#ports.onJobsEnqueued();
    }
  }

  async #note({ path, key, chats }: ImportOrder, userId: UserId): Promise<void> {
    const { engine, files } = this.#ports;
    const mark = await files.mark(path);
    if (mark !== null) await engine.noteImport({ userId, wanted: { path, key, chats, ...mark } });
  }

  /** Where that cannot be written the next start goes on with what is there already, and ends at once. */
  async #forget(userId: UserId): Promise<void> {
    try {
      await this.#ports.engine.noteImport({ userId, wanted: null });
    } catch (error) {
      this.#ports.logger.warn('the end of an import was not kept', { error: toErrorShape(error).kind });
    }
  }

  #follow(owner: ImportOwner, name: string): (done: number, total: number) => void {
    const { clock } = this.#ports;
    let toldAt = -Infinity;
    return (done, total) => {
      const now = clock.monotonic();
      if (now - toldAt < everyMs && done < total) return;
      toldAt = now;
      this.#tell(owner, { kind: 'running', name, progress: { done, total } });
    };
  }

  #tell({ userId, emit }: ImportOwner, status: ImportStatus | null): void {
    if (status === null) this.#statuses.delete(userId);
    else this.#statuses.set(userId, status);
    emit('import-changed', { status });
  }
}

/** Makes the {@link Imports} of one program. */
export function createImports(ports: ImportsPorts): Imports {
  return new OneImport(ports);
}
