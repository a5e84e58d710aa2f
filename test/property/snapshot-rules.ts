import { Tiktoken } from 'js-tiktoken/lite';
import o200kBase from 'js-tiktoken/ranks/o200k_base';
import { expect } from 'vitest';
import type { MessageId } from '../../src/shared/model/ids';
import type { Message } from '../../src/shared/model/message';
import type { BlockKind, TurnSnapshot } from '../../src/shared/model/snapshot';
import type { AskedTurn } from '../fakes/whole-turn';

const library = new Tiktoken(o200kBase);
const counts = new Map<string, number>();

/** Tokens by the library's own arithmetic. */
export function libraryTokens(text: string): number {
  const known = counts.get(text);
  if (known !== undefined) return known;
  const tokens = library.encode(text, [], []).length;
  counts.set(text, tokens);
  return tokens;
}

function sourcesOf(snapshot: TurnSnapshot, kind: BlockKind): readonly MessageId[] {
  return snapshot.blocks.filter((block) => block.kind === kind).flatMap((block) => block.sources);
}

/** Invariant 3: what is sent, counted by somebody else, and the reply reserve stay inside the budget. */
export function expectInsideWall({ context, snapshot }: AskedTurn): void {
  const sent = context.messages.reduce(
    (sum, { role, content }) => sum + 3 + libraryTokens(role) + libraryTokens(content),
    3,
  );
  expect(sent).toBe(snapshot.tokensEstimated);
  expect(sent + snapshot.replyReserveTokens).toBeLessThanOrEqual(snapshot.maxContextTokens);
  expect(snapshot.blocks.reduce((sum, block) => sum + block.tokens, 3)).toBe(sent);
}

/** Invariant 4: no message is sent twice, and the snapshot's verdicts say what was sent. */
export function expectNothingTwice({ snapshot }: AskedTurn): void {
  const verbatim = sourcesOf(snapshot, 'buffer');
  const quoted = sourcesOf(snapshot, 'recalled');
  expect(new Set([...verbatim, ...quoted]).size).toBe(verbatim.length + quoted.length);
  const candidates = snapshot.recall?.candidates ?? [];
  const kept = candidates.filter(({ verdict }) => verdict === 'kept').map(({ messageId }) => messageId);
  expect(kept.toSorted()).toEqual(quoted.toSorted());
  for (const { verdict, messageId } of candidates) {
    if (verdict === 'in-buffer') expect(verbatim).toContain(messageId);
  }
}

/**
 * Invariant 2: every message with words of the path is summarised, sent, or named by a cut, and never two of
 * these; and the cuts account for every token that was not sent. Returns the messages that were not sent.
 */
export function expectNoGapNoOverlap(
  { snapshot, questionId }: AskedTurn,
  path: readonly Message[],
  summarisedThrough: number,
): readonly Message[] {
  const sent = new Set(sourcesOf(snapshot, 'buffer'));
  const runs = snapshot.cuts.filter((cut) => cut.kind === 'buffer' && cut.reason !== 'truncated');
  const unsent: Message[] = [];
  let unsentTokens = 0;
  for (const message of path) {
    const cuts = runs.filter(({ positions }) => {
      const [first, last] = positions!;
      return first <= message.position && message.position <= last;
    });
    const summarised = message.position <= summarisedThrough ? 1 : 0;
    const places = summarised + (sent.has(message.id) ? 1 : 0) + cuts.length;
    const rule = `position ${String(message.position)} of ${String(path.length)}, ${snapshot.strategy}`;
    if (message.content === '') expect(places - summarised, rule).toBe(cuts.length);
    else expect(places, rule).toBe(1);
    if (cuts.length > 0 && message.content !== '') {
      unsent.push(message);
      unsentTokens += libraryTokens(message.content) + 4;
    }
  }
  expect(sent.has(questionId)).toBe(true);
  expect(runs.reduce((sum, cut) => sum + cut.tokens, 0)).toBe(unsentTokens);
  const question = path.find((message) => message.id === questionId)!;
  const asked = snapshot.blocks.at(-1)!;
  const shortened = snapshot.cuts.find((cut) => cut.messageId === questionId);
  expect(asked.tokens - 4 + (shortened?.tokens ?? 0)).toBe(libraryTokens(question.content));
  return unsent;
}
