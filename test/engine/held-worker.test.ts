import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { connectEngine } from '../../src/main/engine/connect-engine';
import { holdEvents } from '../../src/main/engine/held-worker';
import { createRecordingLogger } from '../fakes/recording-logger';

/** A thread that says what the test has it say. */
function createThread() {
  const events = new EventEmitter();
  const asked: unknown[] = [];
  const worker = {
    on: (event: string, listener: (value: never) => void) =>
      events.on(event, listener as (value: unknown) => void),
    postMessage: (message: unknown) => void asked.push(message),
    terminate: () => Promise.resolve(0),
  };
  return { events, asked, worker };
}

const connect = (held: ReturnType<typeof holdEvents>) =>
  connectEngine({
    createWorker: () => held,
    logger: createRecordingLogger(),
    onLost: () => undefined,
  });

describe('a thread that is begun before anybody listens', () => {
  it('has what it said until then told in order, once, and everything after', () => {
    const { events, worker } = createThread();
    const held = holdEvents(worker);
    events.emit('message', 1);
    events.emit('message', 2);
    const [first, second]: [unknown[], unknown[]] = [[], []];
    held.on('message', (value) => first.push(value));
    held.on('message', (value) => second.push(value));
    events.emit('message', 3);
    expect([first, second]).toEqual([[1, 2, 3], [3]]);
  });

  it('that is ready by then is ready at once, and answers', async () => {
    const { events, asked, worker } = createThread();
    const held = holdEvents(worker);
    events.emit('message', { kind: 'ready', notice: 'Recovered.' });
    const client = await connect(held);
    expect(client.notice).toBe('Recovered.');
    const answer = client.engine.defaultUser({});
    await expect.poll(() => asked).toHaveLength(1);
    events.emit('message', { kind: 'value', id: 0, value: { id: 'u' } });
    await expect(answer).resolves.toEqual({ id: 'u' });
  });

  it.each([
    [
      'could not open its data',
      { kind: 'failed', error: { kind: 'storage-damaged', message: 'No.', retryable: false } },
    ],
    ['died', null],
  ])('and %s by then ends the start, and does not keep it waiting', async (_name, said) => {
    const { events, worker } = createThread();
    const held = holdEvents(worker);
    if (said === null) events.emit('exit', 1);
    else events.emit('message', said);
    await expect(connect(held)).rejects.toMatchObject({
      kind: said === null ? 'worker-lost' : 'storage-damaged',
    });
  });
});
