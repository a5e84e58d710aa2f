import { describe, expect, it } from 'vitest';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import { AppError } from '../../src/shared/errors';
import { fact, missing, openChat } from './second-look-rig';

const down = new AppError('server', 'The server is down.', { retryable: true });

/** Answers the first request whole; the second as the test does. */
function answering(second: ChatModel['stream']): ChatModel {
  let asked = 0;
  return {
    name: 'gpt-4o',
    kind: 'server',
    async *stream(request) {
      asked += 1;
      if (asked > 1) {
        yield* second(request);
        return;
      }
      yield { kind: 'text', text: missing };
      yield { kind: 'usage', prompt: 700, completion: 9 };
    },
  };
}

// eslint-disable-next-line require-yield -- It throws before its first word.
const failing = answering.bind(null, async function* () {
  await Promise.resolve();
  throw down;
});

describe('a second answer that ends without a word', () => {
  it('leaves the first one the answer, with what it was sent with', async () => {
    const { run, newest, snapshot, ports, place, turnId } = await openChat(failing());
    await run();
    const messages = await newest();
    const last = messages.at(-1)!;
    expect(messages).toHaveLength(10);
    expect(last).toMatchObject({ content: missing, state: 'done', error: null, turnId });
    expect(last.version).toBe(1);
    expect(last.versions).toBe(1);
    const kept = await snapshot();
    expect(kept).toMatchObject({
      replyId: last.id,
      tokensReported: { prompt: 700, completion: 9 },
      recall: { secondLook: { reason: 'reply-says-missing', firstReplyId: null, firstTokens: null } },
    });
    expect(kept.recall!.secondLook!.found).not.toEqual([]);
    expect(JSON.stringify(kept.blocks)).not.toContain(fact);
    expect(kept.blocks.every(({ text }) => text !== null)).toBe(true);
    expect(await place.engine.readFirstAnswer({ ...place, turnId })).toBeNull();
    const events = ports.turnEvents();
    expect(events.at(-1)).toMatchObject({ kind: 'done', reply: { id: last.id }, snapshot: kept });
    expect(events.filter(({ kind }) => kind === 'failed')).toEqual([]);
  });

  it('leaves it to be remembered like any other', async () => {
    const { disk, run, newest, place } = await openChat(failing());
    await run();
    const { id } = (await newest()).at(-1)!;
    const find = () => disk.engine.searchMessages({ ...place, query: 'information about', limit: 5 });
    expect((await find()).map(({ messageId }) => messageId)).toEqual([id]);
    const chunks = await disk.engine.pendingChunks({ ...place, model: 'fake-8', limit: 100 });
    expect(chunks.some(({ text }) => text.includes('any information'))).toBe(true);
    const health = await disk.engine.readHealth({ ...place, turns: 10 });
    expect(health.turns.at(-1)).toMatchObject({ reportedPrompt: 700 });
    await disk.restart();
    expect((await find()).map(({ messageId }) => messageId)).toEqual([id]);
  });

  it('does so too where the user stops it', async () => {
    const chat = await openChat(
      // eslint-disable-next-line require-yield -- It throws before its first word.
      answering(async function* () {
        chat.abort.abort();
        await Promise.resolve();
        throw new AppError('cancelled', 'Stopped.');
      }),
    );
    await chat.run();
    expect((await chat.newest()).at(-1)).toMatchObject({ content: missing, state: 'done' });
  });

  it('does so too where its context cannot be built, which is a bug to be logged', async () => {
    let built = 0;
    const chat = await openChat(failing(), {
      engine: {
        buildContext: (input) => {
          built += 1;
          return built > 1 ? Promise.reject(new Error('bug')) : chat.disk.engine.buildContext(input);
        },
      },
    });
    await chat.run();
    expect((await chat.newest()).at(-1)).toMatchObject({ content: missing, state: 'done' });
    expect(chat.ports.turnEvents().at(-1)!.kind).toBe('done');
    expect(chat.disk.logger.lines.map(({ message }) => message)).toContain('turn failed');
  });

  it('does so too where the program is killed before it has a word', async () => {
    const chat = await openChat(
      answering(async function* () {
        await chat.disk.kill();
        yield { kind: 'text', text: '' };
        throw new AppError('cancelled', 'Killed.');
      }),
    );
    await chat.run();
    const { engine } = chat.disk;
    const { messages } = await engine.pageMessages({ ...chat.place, anchor: { kind: 'newest' }, limit: 50 });
    expect(messages.at(-1)).toMatchObject({ content: missing, state: 'done' });
    // What it was sent with is not known any more, and that of the second is not its own.
    expect(await engine.readSnapshots({ ...chat.place, turnIds: [chat.turnId] })).toEqual([]);
  });
});

describe('a second answer that breaks off', () => {
  it('stays, failed, with the first one at hand', async () => {
    const { run, newest, place, turnId } = await openChat(
      answering(async function* () {
        yield { kind: 'text', text: 'Marek signs' };
        await Promise.resolve();
        throw down;
      }),
    );
    await run();
    expect((await newest()).at(-1)).toMatchObject({ content: 'Marek signs', state: 'failed' });
    expect(await place.engine.readFirstAnswer({ ...place, turnId })).toMatchObject({ content: missing });
  });
});
