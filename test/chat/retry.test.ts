import { describe, expect, it } from 'vitest';
import { beginRetry, beginTurn, runTurn } from '../../src/main/chat/turn';
import type { ChatModel, ChatRequest } from '../../src/main/memory/ports/chat-model';
import { ContextOverflowError } from '../../src/main/memory/ports/context-overflow-error';
import { continuationRequest } from '../../src/main/memory/context/templates';
import { AppError } from '../../src/shared/errors';
import type { MessageId } from '../../src/shared/model/ids';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel, type ScriptStep } from '../fakes/scripted-model';
import { testSettings } from '../fakes/test-settings';
import { createTurnPorts } from '../fakes/turn-ports';
import { appendTurn, newTurnId } from '../fakes/whole-turn';

/** A model whose answers follow one another, one script each. */
function createScriptedAnswers(...scripts: readonly (readonly ScriptStep[])[]) {
  const requests: ChatRequest[] = [];
  const model: ChatModel = {
    name: 'gpt-4o',
    kind: 'server',
    stream: (request) => {
      const script = scripts[requests.length] ?? [];
      requests.push(request);
      return createScriptedModel(script).stream(request);
    },
  };
  return { model, requests };
}

const breaks = (error: AppError) => () => {
  throw error;
};
const serverError = new AppError('server', 'The server failed.', { retryable: true });

async function openChat(...scripts: readonly (readonly ScriptStep[])[]) {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const { model, requests } = createScriptedAnswers(...scripts);
  const ports = createTurnPorts(disk, model);
  const signal = new AbortController().signal;
  const about = { userId: disk.userId, sessionId };
  const ask = async (text: string): Promise<void> => {
    await runTurn(ports, await beginTurn(ports, { ...about, turnId: newTurnId(), text }), signal);
  };
  const messages = async () => {
    const where = { ...about, anchor: { kind: 'newest' } as const, limit: 50 };
    return (await disk.engine.pageMessages(where)).messages;
  };
  const lastId = async (): Promise<MessageId> => (await messages()).at(-1)!.id;
  const again = async (keepText: boolean): Promise<void> => {
    const input = { ...about, turnId: newTurnId(), replyId: await lastId(), keepText };
    await runTurn(ports, await beginRetry(ports, input), signal);
  };
  return { disk, sessionId, ports, requests, ask, again, messages, about };
}

describe('an answer that failed', () => {
  it('is tried again beside the old one, which leaves the path and stays in the log', async () => {
    const chat = await openChat(['Half', breaks(serverError)], ['Whole.']);
    await chat.ask('What is it?');
    const [, failed] = await chat.messages();
    expect(failed).toMatchObject({ state: 'failed', content: 'Half', error: { kind: 'server' } });
    await chat.again(false);
    const now = await chat.messages();
    expect(now.map(({ content, state, position }) => [position, content, state])).toEqual([
      [1, 'What is it?', 'done'],
      [2, 'Whole.', 'done'],
    ]);
    const rows = chat.disk
      .readBeside()
      .prepare('SELECT content, state, on_path, parent_id FROM messages WHERE role = ? ORDER BY seq')
      .all('assistant');
    expect(rows).toEqual([
      { content: 'Half', state: 'failed', on_path: 0, parent_id: now[0]!.id },
      { content: 'Whole.', state: 'done', on_path: 1, parent_id: now[0]!.id },
    ]);
    const session = await chat.disk.engine.getSession(chat.about);
    expect(session).toMatchObject({ messageCount: 2, headId: now[1]!.id });
  });

  it('is sent anew without its own broken words, and with a snapshot of its own', async () => {
    const chat = await openChat(['Half', breaks(serverError)], ['Whole.']);
    await chat.ask('What is it?');
    await chat.again(false);
    expect(chat.requests[1]!.messages).toEqual(chat.requests[0]!.messages);
    const [, reply] = await chat.messages();
    const [snapshot] = await chat.disk.engine.readSnapshots({ ...chat.about, turnIds: [reply!.turnId!] });
    expect(snapshot).toMatchObject({ replyId: reply!.id, turnNumber: 1 });
  });

  it('goes on where it broke off: the model sees its words, the new reply begins with them', async () => {
    const chat = await openChat(['The lighthouse stands', breaks(serverError)], [' on the cape.']);
    await chat.ask('Where does it stand?');
    await chat.again(true);
    expect(chat.requests[1]!.messages.slice(-3)).toEqual([
      { role: 'user', content: 'Where does it stand?' },
      { role: 'assistant', content: 'The lighthouse stands' },
      { role: 'user', content: continuationRequest },
    ]);
    const [, reply] = await chat.messages();
    expect(reply).toMatchObject({ content: 'The lighthouse stands on the cape.', state: 'done' });
    const deltas = chat.ports
      .turnEvents()
      .flatMap((event) => (event.kind === 'delta' && event.turnId === reply!.turnId ? [event.text] : []));
    expect(deltas.join('')).toBe('The lighthouse stands on the cape.');
  });

  it('shows in its snapshot the broken words as they were sent, also where only their end fitted', async () => {
    const chat = await openChat([`${'word '.repeat(4_000)}END`, breaks(serverError)], ['.']);
    await chat.ask('Go on for ever.');
    await chat.again(true);
    const [, reply] = await chat.messages();
    const [snapshot] = await chat.disk.engine.readSnapshots({ ...chat.about, turnIds: [reply!.turnId!] });
    const block = snapshot!.blocks.at(-2)!;
    const sent = chat.requests[1]!.messages.at(-2)!.content;
    expect(block.text).toBe(sent);
    expect(sent.endsWith('END')).toBe(true);
    expect(sent.length).toBeLessThan(20_000);
    expect(snapshot!.cuts).toContainEqual(expect.objectContaining({ kind: 'buffer', reason: 'truncated' }));
    expect(snapshot!.tokensEstimated + 1_000).toBeLessThanOrEqual(8_000);
  });

  it('keeps the old words when going on fails at once', async () => {
    const chat = await openChat(['Half', breaks(serverError)], [breaks(serverError)]);
    await chat.ask('What?');
    await chat.again(true);
    const [, reply] = await chat.messages();
    expect(reply).toMatchObject({ content: 'Half', state: 'failed' });
  });

  it('is never recalled nor found once another took its place', async () => {
    const chat = await openChat(['The password is marzipan', breaks(serverError)], ['No idea.'], ['?']);
    await chat.ask('What is it?');
    const stopped = (await chat.messages())[1]!;
    await chat.again(false);
    const found = await chat.disk.engine.searchMessages({
      userId: chat.about.userId,
      sessionId: null,
      query: 'marzipan',
      limit: 10,
    });
    expect(found).toEqual([]);
    expect((await chat.messages()).map(({ id }) => id)).not.toContain(stopped.id);
  });
});

describe('trying again', () => {
  it('is refused for an answer that is complete, that is not the last, or that is a question', async () => {
    const chat = await openChat(['Half', breaks(serverError)], ['Whole.']);
    await chat.ask('One?');
    const [question, failed] = await chat.messages();
    const place = { engine: chat.disk.engine, ...chat.about };
    const { reply } = await appendTurn(place, { text: 'Two?' });
    for (const replyId of [question!.id, failed!.id, reply.id]) {
      const input = { ...chat.about, turnId: newTurnId(), replyId, keepText: false };
      await expect(beginRetry(chat.ports, input)).rejects.toMatchObject({ kind: 'conflict' });
    }
  });

  it('is refused while the chat is answering, and for another user', async () => {
    const chat = await openChat(['Half', breaks(serverError)], ['Whole.']);
    await chat.ask('One?');
    const replyId = (await chat.messages())[1]!.id;
    const input = { ...chat.about, turnId: newTurnId(), replyId, keepText: false };
    await beginRetry(chat.ports, input);
    await expect(beginRetry(chat.ports, { ...input, turnId: newTurnId() })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const userId = chat.disk.addUser('Ada');
    await expect(beginRetry(chat.ports, { ...input, userId })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('leaves the message as it was when the program dies before the new answer ends', async () => {
    const chat = await openChat(['Half', breaks(serverError)]);
    await chat.ask('One?');
    const replyId = (await chat.messages())[1]!.id;
    await beginRetry(chat.ports, { ...chat.about, turnId: newTurnId(), replyId, keepText: true });
    await chat.disk.kill();
    const [, reply] = await chat.messages();
    expect(reply).toMatchObject({ content: 'Half', state: 'stopped' });
  });
});

describe('a context the model finds too long', () => {
  const overflow = (windowTokens: number | null) => new ContextOverflowError('Too long.', { windowTokens });

  it('is built smaller and sent once more, within the window the server named', async () => {
    const chat = await openChat([breaks(overflow(2_000))], ['Now it fits.']);
    const place = { engine: chat.disk.engine, ...chat.about };
    for (let turn = 0; turn < 8; turn += 1) {
      await appendTurn(place, { text: `${'apple '.repeat(150)}${turn}`, reply: 'pear '.repeat(150) });
    }
    await chat.ask('And now?');
    expect(chat.requests).toHaveLength(2);
    const reply = (await chat.messages()).at(-1)!;
    expect(reply).toMatchObject({ content: 'Now it fits.', state: 'done' });
    const [snapshot] = await chat.disk.engine.readSnapshots({ ...chat.about, turnIds: [reply.turnId!] });
    expect(snapshot!.maxContextTokens).toBe(2_000);
    expect(snapshot!.tokensEstimated + snapshot!.replyReserveTokens).toBeLessThanOrEqual(2_000);
    expect(snapshot!.blocks.map(({ text }) => text)).toEqual(
      chat.requests[1]!.messages.map(({ content }) => content),
    );
    expect(chat.ports.windows.get('gpt-4o')).toBe(2_000);
    expect(chat.ports.turnEvents().filter(({ kind }) => kind === 'context')).toHaveLength(2);
  });

  it('shrinks by itself where the server does not say what it takes', async () => {
    const chat = await openChat([breaks(overflow(null))], ['Fits.']);
    await chat.ask('apple '.repeat(3_000));
    const sent = chat.ports
      .turnEvents()
      .flatMap((event) => (event.kind === 'context' ? [event.snapshot] : []));
    expect(sent).toHaveLength(2);
    expect(sent[1]!.tokensEstimated).toBeLessThan(sent[0]!.tokensEstimated * 0.75);
  });

  it('fails with the error when it is too long a second time: no third request', async () => {
    const chat = await openChat([breaks(overflow(null))], [breaks(overflow(null))], ['Never.']);
    await chat.ask('Hello?');
    expect(chat.requests).toHaveLength(2);
    expect((await chat.messages())[1]).toMatchObject({
      state: 'failed',
      error: { kind: 'context-overflow' },
    });
  });
});

it('tells the page when a request waits to be made again', async () => {
  const error = { kind: 'server', message: 'Busy.', retryable: true } as const;
  const wait = { kind: 'waiting', error, attempt: 2, attempts: 3, until: 5_000 } as const;
  const chat = await openChat([wait, 'There.']);
  await chat.ask('Anyone?');
  const events = chat.ports.turnEvents();
  expect(events.map(({ kind }) => kind)).toEqual(['context', 'waiting', 'delta', 'done']);
  expect(events[1]).toMatchObject(wait);
  expect(chat.requests[0]!.temperature).toBe(0.7);
  expect(testSettings().budgets.replyReserveTokens).toBe(chat.requests[0]!.maxTokens);
});
