import { send } from '../test/e2e/support/actions';
import type { Running } from '../test/e2e/support/launch';
import { newChat, useServer } from '../test/e2e/support/server';
import { createHeldReply } from '../test/openai-server/held-reply';
import { startOpenAiServer } from '../test/openai-server/server';
import { measureFrames, type Frames } from './measure-frames';
import { openLargest, scrollUp } from './measure-window';

const streamedMs = 5_000;
/** One token each: some two hundred a second. */
const betweenTokensMs = 4;

/** Frames while the largest chat is scrolled, and while an answer of two hundred tokens a second streams in. */
export async function measureSmoothness({ page }: Running): Promise<readonly Frames[]> {
  await openLargest(page);
  const scrolling = await measureFrames(page, 'scrolling', () => scrollUp(page, 120));
  const server = await startOpenAiServer();
  await useServer(page, server, 'sk-bench');
  await newChat(page);
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(page, 'Tell me a long story.');
  await held.begun;
  const streaming = await measureFrames(page, 'streaming', async () => {
    const until = performance.now() + streamedMs;
    for (let token = 0; performance.now() < until; token += 1) {
      await held.send(token % 40 === 39 ? ' end.\n\n' : ' word');
      await new Promise((resolve) => setTimeout(resolve, betweenTokensMs));
    }
  });
  await held.finish();
  await server.close();
  return [scrolling, streaming];
}
