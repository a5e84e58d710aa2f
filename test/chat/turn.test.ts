import { describe, expect, it } from 'vitest';
import { beginTurn, runTurn } from '../../src/main/chat/turn';
import type { Engine } from '../../src/main/memory/ports/engine';
import { AppError } from '../../src/shared/errors';
import type { TurnEvent } from '../../src/shared/contract/events';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { createScriptedModel, untilAborted, type ScriptStep } from '../fakes/scripted-model';
import { createTurnPorts, type RecordedPorts } from '../fakes/turn-ports';
import { newTurnId } from '../fakes/whole-turn';

type PortOptions = Parameters<typeof createTurnPorts>[2];

async function openTurn(
  script: readonly ScriptStep[],
  options: PortOptions | ((engine: Engine) => PortOptions) = {},
) {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const model = createScriptedModel(script);
  const ports = createTurnPorts(disk, model, typeof options === 'function' ? options(disk.engine) : options);
  const abort = new AbortController();
  const run = async (text = 'Where is the lighthouse?'): Promise<void> => {
    const turn = await beginTurn(ports, { userId: disk.userId, sessionId, turnId: newTurnId(), text });
    await runTurn(ports, turn, abort.signal);
  };
  const messages = async () => {
    const where = { userId: disk.userId, sessionId, anchor: { kind: 'newest' } as const, limit: 50 };
    return (await disk.engine.pageMessages(where)).messages;
  };
  return { disk, sessionId, model, ports, abort, run, messages };
}

function kindsOf(ports: RecordedPorts): readonly TurnEvent['kind'][] {
  const events = ports.turnEvents();
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index));
  return events.map((event) => event.kind);
}

describe('a turn', () => {
  it('goes through its steps in order: commit, embed, recall, build, stream, store', async () => {
    const order: string[] = [];
    const note = <T>(name: string, value: T): T => {
      order.push(name);
      return value;
    };
    const { ports, run } = await openTurn([() => note('stream', null), 'On the cape.'], (engine) => ({
      embedder: createFakeEmbedder({ before: async () => note('embed', undefined) }),
      engine: {
        beginTurn: (input) => note('commit', engine.beginTurn(input)),
        recall: (input) => note('recall', engine.recall(input)),
        buildContext: (input) => note('build', engine.buildContext(input)),
        checkpointReply: (input) => note('checkpoint', engine.checkpointReply(input)),
        finishReply: (input) => note('finish', engine.finishReply(input)),
        completeSnapshot: (input) => note('complete', engine.completeSnapshot(input)),
      },
    }));
    await run();
    expect(order).toEqual([
      'commit',
      'embed',
      'recall',
      'build',
      'stream',
      'checkpoint',
      'finish',
      'complete',
    ]);
    expect(kindsOf(ports)).toEqual(['context', 'delta', 'done']);
    expect(ports.announced.count).toBe(1);
  });

  it('has its question on disk before the model is asked', async () => {
    let seen: unknown;
    const { disk, run } = await openTurn([
      () => {
        seen = disk.readBeside().prepare('SELECT content, state FROM messages ORDER BY seq').all();
      },
      'Here.',
    ]);
    await run('Is it written down?');
    expect(seen).toEqual([
      { content: 'Is it written down?', state: 'done' },
      { content: '', state: 'streaming' },
    ]);
  });

  it('sends the reply reserve as the output limit and stores reported usage with the snapshot', async () => {
    const { disk, sessionId, model, run } = await openTurn([
      'Yes.',
      { kind: 'usage', prompt: 90, completion: 3 },
    ]);
    await run();
    expect(model.requests[0]!.maxTokens).toBe(1_000);
    const [snapshot] = await disk.engine.readSnapshots({ userId: disk.userId, sessionId, turnIds: null });
    expect(snapshot!.tokensReported).toEqual({ prompt: 90, completion: 3 });
    expect(snapshot!.latencies.map(({ step }) => step)).toEqual([
      'embed',
      'recall',
      'vector',
      'keyword',
      'rank',
      'build',
      'first-token',
      'reply',
      'commit',
    ]);
    expect(snapshot!.blocks.map((block) => block.text)).toEqual(
      model.requests[0]!.messages.map((message) => message.content),
    );
  });

  it('goes on by words when the embedder takes more than 400 ms, and says so', async () => {
    let given: AbortSignal | undefined;
    const embedder = createFakeEmbedder({
      before: (_texts, signal) => {
        given = signal;
        queueMicrotask(() => {
          disk.clock.advance(399);
          expect(signal?.aborted).toBe(false);
          disk.clock.advance(1);
        });
        return new Promise(() => undefined);
      },
    });
    const { disk, ports, run } = await openTurn(['Fine.'], { embedder });
    await run();
    const [context] = ports.turnEvents();
    const report = context?.kind === 'context' ? context.snapshot.recall : null;
    expect(report).toMatchObject({ mode: 'keyword', degraded: expect.stringContaining('400 ms') as unknown });
    expect(given?.aborted).toBe(true);
    expect(kindsOf(ports).at(-1)).toBe('done');
  });

  it.each([
    ['an expected error', new AppError('not-found', 'The weights are missing.'), 'The weights are missing.'],
    ['a bug', new TypeError('x is undefined'), 'words alone'],
  ])('goes on by words when the embedder fails with %s', async (_name, error, words) => {
    const embedder = createFakeEmbedder({ before: () => Promise.reject(error) });
    const { ports, run } = await openTurn(['Fine.'], { embedder });
    await run();
    const [context] = ports.turnEvents();
    const degraded = context?.kind === 'context' ? context.snapshot.recall?.degraded : null;
    expect(degraded).toContain(words);
    expect(degraded).not.toContain('x is undefined');
  });

  it.each([new AppError('storage-damaged', 'Damaged.'), new Error('bug')])(
    'answers without recall when recall throws',
    async (error) => {
      const { ports, run, messages } = await openTurn(['Still here.'], {
        engine: { recall: () => Promise.reject(error) },
      });
      await run();
      const [context] = ports.turnEvents();
      const report = context?.kind === 'context' ? context.snapshot.recall : null;
      expect(report?.candidates).toEqual([]);
      expect(report?.degraded).toBeTruthy();
      expect((await messages()).at(-1)).toMatchObject({ content: 'Still here.', state: 'done' });
    },
  );

  it('ends as failed with the error when the context cannot be built', async () => {
    const { ports, model, run, messages, disk } = await openTurn(['Never.'], {
      engine: { buildContext: () => Promise.reject(new Error('bug')) },
    });
    await run();
    expect(model.requests).toEqual([]);
    expect((await messages()).at(-1)).toMatchObject({ state: 'failed', error: { kind: 'unexpected' } });
    expect(kindsOf(ports)).toEqual(['failed']);
    expect(disk.logger.lines.filter((line) => line.level === 'error')).toHaveLength(1);
  });

  it('ends as failed with the text so far when the model fails', async () => {
    const fail = (): never => {
      throw new AppError('network', 'The connection broke.', { retryable: true });
    };
    const { ports, run, messages } = await openTurn(['Half a', fail]);
    await run();
    expect((await messages()).at(-1)).toMatchObject({
      content: 'Half a',
      state: 'failed',
      error: { kind: 'network', retryable: true },
    });
    expect(kindsOf(ports)).toEqual(['context', 'delta', 'failed']);
  });

  it('keeps the text so far when storing the end fails once', async () => {
    let failed = false;
    const { run, messages } = await openTurn(['All of it.'], (engine) => ({
      engine: {
        finishReply: async (input) => {
          if (failed) return engine.finishReply(input);
          failed = true;
          throw new AppError('storage-full', 'The disk is full.');
        },
      },
    }));
    await run();
    expect((await messages()).at(-1)).toMatchObject({ content: 'All of it.', state: 'failed' });
  });

  it('is not spoiled by a snapshot that cannot be completed', async () => {
    const { ports, run } = await openTurn(['Done.'], {
      engine: { completeSnapshot: () => Promise.reject(new Error('bug')) },
    });
    await run();
    expect(ports.turnEvents().at(-1)).toMatchObject({ kind: 'done', snapshot: null });
  });

  it('that is stopped keeps the text so far, as stopped, without an error', async () => {
    const { abort, ports, run, messages } = await openTurn([
      'So far',
      ({ signal }) => {
        abort.abort();
        return untilAborted(signal);
      },
      ' and never this.',
    ]);
    await run();
    const last = (await messages()).at(-1)!;
    expect(last).toMatchObject({ state: 'stopped', error: null });
    expect(last.content).toMatch(/^So far/);
    expect(kindsOf(ports).at(-1)).toBe('done');
  });

  it('sends each part of the text to the page once, in order', async () => {
    const parts = Array.from({ length: 30 }, (_, index) => `part ${String(index)} `);
    const { disk, ports, run } = await openTurn(
      parts.flatMap((part) => [part, () => disk.clock.advance(15)]),
    );
    await run();
    const text = ports.turnEvents().flatMap((event) => (event.kind === 'delta' ? [event.text] : []));
    expect(text.join('')).toBe(parts.join(''));
    expect(text.length).toBeLessThan(parts.length);
  });
});
