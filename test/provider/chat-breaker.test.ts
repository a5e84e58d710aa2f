import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors';
import type { Behaviour } from '../openai-server/behaviour';
import { chat } from '../openai-server/chat';
import { createHeldReply } from '../openai-server/held-reply';
import { CHAT_PATH, startChatRig, until } from './chat-rig';

const failing: Behaviour = { kind: 'status', status: 500 };
const serverError = new AppError('server', 'It failed.', { retryable: true });

describe('a server that keeps failing', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  const paused = (answer: ReturnType<typeof rig.ask>, waits: number) =>
    until(() => answer.waits().length === waits && rig.clock.waiting === 1);

  it('leaves a server alone after four failed requests in a row, and says until when', async () => {
    rig.server.always(CHAT_PATH, failing);
    const first = rig.ask();
    await paused(first, 1);
    rig.clock.advance(750);
    await paused(first, 2);
    rig.clock.advance(1_500);
    await first.ended;
    const second = rig.ask();
    const retryAt = rig.clock.now() + 15_000;
    expect(await second.ended).toMatchObject({ kind: 'server', retryable: true, retryAt });
    expect(second.waits()).toEqual([]);
    expect(await rig.ask().ended).toMatchObject({ kind: 'server', retryable: true, retryAt });
    expect(rig.server.requests).toHaveLength(4);

    rig.clock.advance(15_000);
    rig.server.always(CHAT_PATH, null);
    expect(await rig.ask().ended).toBeNull();
    expect(await rig.ask().ended).toBeNull();
    expect(rig.server.requests).toHaveLength(6);
  });

  it('asks a server once that is tried again after a rest and still fails, and leaves it alone for longer', async () => {
    for (let time = 0; time < 4; time += 1) rig.breaker.enter().ended(serverError);
    rig.clock.advance(15_000);
    rig.server.script(CHAT_PATH, failing);
    expect(await rig.ask().ended).toMatchObject({ kind: 'server', retryAt: rig.clock.now() + 30_000 });
    expect(rig.server.requests).toHaveLength(1);
  });

  it('answers two chats at once while only one request may try a server again', async () => {
    for (let time = 0; time < 4; time += 1) rig.breaker.enter().ended(serverError);
    rig.clock.advance(15_000);
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour, chat('Second.'));
    const first = rig.ask();
    await held.begun;
    expect(await rig.ask().ended).toMatchObject({ kind: 'server' });
    await held.send('First');
    await until(() => first.text() === 'First');
    const second = rig.ask();
    expect(await second.ended).toBeNull();
    await held.finish();
    expect(await first.ended).toBeNull();
  });
});
