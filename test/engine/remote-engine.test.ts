import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectEngine, type EngineWorker } from '../../src/main/engine/connect-engine';
import { serveEngine } from '../../src/main/engine/serve-engine';
import type { Engine, EngineMethod } from '../../src/main/memory/ports/engine';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { createRecordingLogger, type RecordingLogger } from '../fakes/recording-logger';

/** A worker thread without the thread: its messages go through a real channel, and it dies when told. */
class FakeEngineWorker extends EventEmitter implements EngineWorker {
  readonly #near: MessagePort;
  readonly far: MessagePort;

  constructor() {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#near = port1;
    this.far = port2;
    port1.on('message', (message: unknown) => this.emit('message', message));
  }

  postMessage(message: unknown): void {
    this.#near.postMessage(message);
  }

  die(): void {
    this.#near.close();
    this.emit('exit', 1);
  }

  async terminate(): Promise<number> {
    this.die();
    return 0;
  }
}

async function connect(disk: EngineOnDisk, change: Partial<Engine> = {}) {
  const workers: FakeEngineWorker[] = [];
  const lost: boolean[] = [];
  const logger: RecordingLogger = createRecordingLogger();
  const client = await connectEngine({
    createWorker: () => {
      const worker = new FakeEngineWorker();
      workers.push(worker);
      serveEngine(worker.far, { ...disk.engine, ...change }, disk.logger);
      worker.far.postMessage({ kind: 'ready', notice: 'Opened.' });
      return worker;
    },
    logger,
    onLost: (restarted) => lost.push(restarted),
  });
  onTestFinished(() => client.terminate());
  return { client, workers, lost, logger };
}

describe('the engine behind its thread', () => {
  it('answers as the engine itself does, vectors and nulls included', async () => {
    const disk = await openEngineOnDisk();
    const { client } = await connect(disk);
    expect(client.notice).toBe('Opened.');
    const { userId } = disk;
    const session = await client.engine.createSession({ userId, recallScope: 'session' });
    expect(await client.engine.getSession({ userId, sessionId: session.id })).toEqual(session);
    expect(await client.engine.nextJobAt({})).toBeNull();
    const where = { userId, sessionId: session.id, model: 'fake-8' };
    expect(await client.engine.storeVectors({ ...where, chunkIds: [], vectors: [] })).toBeNull();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => client.engine.listSessions({ userId, cursor: null, limit: 5 })),
    );
    expect(new Set(all.map((page) => page.sessions.length))).toEqual(new Set([1]));
  });

  it('keeps the kind, words and retryability of expected errors', async () => {
    const disk = await openEngineOnDisk();
    const { client } = await connect(disk);
    const missing = client.engine.getSession({ userId: disk.userId, sessionId: disk.userId as never });
    await expect(missing).rejects.toMatchObject({ name: 'AppError', kind: 'not-found', retryable: false });
  });

  it('hides a bug behind an unexpected error and logs its stack once', async () => {
    const disk = await openEngineOnDisk();
    const { client } = await connect(disk, {
      nextJobAt: () => Promise.reject(new TypeError('secret words')),
    });
    const failed = client.engine.nextJobAt({});
    await expect(failed).rejects.toMatchObject({ kind: 'unexpected' });
    await expect(failed).rejects.not.toMatchObject({
      message: expect.stringContaining('secret words') as unknown,
    });
    const errors = disk.logger.lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.fields['stack']).toContain('secret words');
  });

  it('refuses a call of no operation', async () => {
    const disk = await openEngineOnDisk();
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => {
      port1.close();
    });
    serveEngine(port2, disk.engine, disk.logger);
    for (const method of ['dropTables', 'constructor', '__proto__']) {
      const answer = new Promise((resolve) => port1.once('message', resolve));
      port1.postMessage({ id: 1, method: method as EngineMethod, input: {} });
      expect(await answer).toMatchObject({ kind: 'error', id: 1, error: { kind: 'bad-input' } });
    }
  });

  it('answers with worker-lost what a dead thread had, and starts it again once', async () => {
    const disk = await openEngineOnDisk();
    const { client, workers, lost } = await connect(disk, { warmUp: () => new Promise(() => undefined) });
    const waiting = client.engine.warmUp({ model: 'gpt-4o' });
    await client.engine.nextJobAt({});
    workers[0]!.die();
    await expect(waiting).rejects.toMatchObject({ kind: 'worker-lost', retryable: true });
    expect(lost).toEqual([true]);
    expect(await client.engine.defaultUser({})).toMatchObject({ id: disk.userId });
    expect(workers).toHaveLength(2);
  });

  it('does not wait for ever on a thread that died twice', async () => {
    const disk = await openEngineOnDisk();
    const { client, workers, lost } = await connect(disk);
    workers[0]!.die();
    await client.engine.nextJobAt({});
    workers[1]!.die();
    expect(lost).toEqual([true, false]);
    await expect(client.engine.nextJobAt({})).rejects.toMatchObject({ kind: 'worker-lost' });
    expect(workers).toHaveLength(2);
  });

  it('is not started again when it was ended on purpose', async () => {
    const disk = await openEngineOnDisk();
    const { client, workers, lost } = await connect(disk);
    await client.terminate();
    expect([workers.length, lost.length]).toEqual([1, 0]);
    await expect(client.engine.nextJobAt({})).rejects.toMatchObject({ kind: 'worker-lost' });
  });

  it('hands on why the data could not be opened', async () => {
    const connecting = connectEngine({
      createWorker: () => {
        const worker = new FakeEngineWorker();
        const error = { kind: 'storage-newer', message: 'Version 9 is needed.', retryable: false };
        worker.far.postMessage({ kind: 'failed', error });
        onTestFinished(() => void worker.terminate());
        return worker;
      },
      logger: createRecordingLogger(),
      onLost: () => undefined,
    });
    await expect(connecting).rejects.toMatchObject({
      kind: 'storage-newer',
      message: 'Version 9 is needed.',
    });
  });

  it('passes the thread’s log on', async () => {
    const disk = await openEngineOnDisk();
    const { client, workers, logger } = await connect(disk);
    workers[0]!.far.postMessage({ kind: 'log', level: 'warn', message: 'slow', fields: { ms: 7 } });
    await client.engine.nextJobAt({});
    expect(logger.lines).toEqual([{ level: 'warn', message: 'slow', fields: { ms: 7 } }]);
  });
});
