import { describe, expect, it } from 'vitest';
import { summariserRoom } from '../../../src/main/memory/summary/summariser-room';

const known = { mostTokens: 6_000, promptTokens: 200, priorTokens: 600, summaryTokens: 500 };

describe('the room a summariser has for messages', () => {
  it('is the most of a run where its window is not known, or is large', () => {
    const whole = { runTokens: 6_000, answerTokens: 1_000, summaryTokens: 500 };
    expect(summariserRoom({ ...known, windowTokens: Infinity })).toEqual(whole);
    expect(summariserRoom({ ...known, windowTokens: 128_000 })).toEqual(whole);
  });

  it('is what a small window leaves beside the prompt, the summary so far and the answer', () => {
    const small = summariserRoom({ ...known, windowTokens: 4_096 });
    expect(small).toEqual({ runTokens: 4_096 - 200 - 600 - 1_000, answerTokens: 1_000, summaryTokens: 500 });
  });

  it('asks for a shorter summary where the window is very small, and never leaves next to nothing', () => {
    const tiny = { ...known, priorTokens: null, windowTokens: 1_000 };
    expect(summariserRoom(tiny)).toEqual({ runTokens: 425, answerTokens: 250, summaryTokens: 125 });
    expect(summariserRoom({ ...known, windowTokens: 300 }).runTokens).toBe(256);
  });
});
