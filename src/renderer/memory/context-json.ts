import type { TurnSnapshot } from '../../shared/model/snapshot';

/** What a turn was sent, as JSON: the messages in the form of the chat protocol, and what each part is made of. */
export function contextJson(snapshot: TurnSnapshot): string {
  const { turnId, turnNumber, model, strategy, maxContextTokens, replyReserveTokens } = snapshot;
  const { tokensEstimated, tokensReported, blocks, cuts } = snapshot;
  const isOffer = ({ kind, sources }: (typeof blocks)[number]): boolean =>
    kind === 'tools' && sources.length === 0;
  const messages = blocks
    .filter((block) => !isOffer(block))
    .map(({ role, text }) => ({ role, content: text ?? null }));
  const parts = blocks.map(({ kind, tokens, sources }) => ({ kind, tokens, sources }));
  const budget = { maxContextTokens, replyReserveTokens, tokensEstimated, tokensReported };
  return JSON.stringify({ turnId, turnNumber, model, strategy, budget, messages, parts, cuts }, null, 2);
}
