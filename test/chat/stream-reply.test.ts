import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointMs, streamReply } from '../../src/main/chat/stream-reply';
import { createFakeClock } from '../fakes/fake-clock';
import { createScriptedModel, type ScriptStep } from '../fakes/scripted-model';

async function play(pauses: readonly number[], storeFails = false) {
  const clock = createFakeClock();
  const stored: { readonly at: number; readonly content: string }[] = [];
  const grown: { readonly at: number; readonly length: number }[] = [];
  let written = '';
  const script = pauses.flatMap((pause, index): ScriptStep[] => [
    () => {
      clock.advance(pause);
      written += `word${String(index)} `;
      grown.push({ at: clock.monotonic(), length: written.length });
    },
    `word${String(index)} `,
  ]);
  const signal = new AbortController().signal;
  const request = { messages: [], recalled: [], maxTokens: 10, signal };
  const reply = await streamReply(createScriptedModel(script), request, clock, {
    begunWith: '',
    delta: () => undefined,
    waiting: () => undefined,
    firstToken: () => undefined,
    checkpoint: async (content) => {
      stored.push({ at: clock.monotonic(), content });
      if (storeFails) throw new Error('disk full');
    },
  });
  return { reply, stored, grown, written, clock };
}

describe('a streamed reply', () => {
  it('is stored at most a second after any of its text came, while it streams', async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(pauses, async (waits) => {
        const { stored, grown, clock } = await play(waits);
        for (const { at, length } of grown) {
          if (at + checkpointMs > clock.monotonic()) continue;
          const kept = stored.some((copy) => copy.at <= at + checkpointMs && copy.content.length >= length);
          expect(kept).toBe(true);
        }
        expect(clock.waiting).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('is not stored more than once a second', async () => {
    const { stored } = await play(Array.from({ length: 100 }, () => 37));
    for (const [index, copy] of stored.entries()) {
      if (index > 0) expect(copy.at - stored[index - 1]!.at).toBeGreaterThanOrEqual(checkpointMs);
    }
    expect(stored.length).toBeGreaterThan(2);
  });

  it('survives a checkpoint that fails', async () => {
    const { reply, written } = await play([0, 1_500, 1_500], true);
    expect(reply).toMatchObject({ state: 'done', content: written, error: null });
  });

  it('without a word is done and empty', async () => {
    const { reply, stored } = await play([]);
    expect(reply).toMatchObject({ state: 'done', content: '' });
    expect(stored).toEqual([]);
  });
});
