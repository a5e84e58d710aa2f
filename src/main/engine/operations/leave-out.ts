import type { LeftOut } from '../../../shared/model/left-out';
import type { ContextCut } from '../../../shared/model/snapshot';
import type { ContextParts } from '../../memory/context/build-context';
import { isOfTools, sendingTokens } from '../../memory/context/fill-buffer';
import type { PathMessage } from '../../memory/path/path-message';
import type { TokenCounter } from '../../memory/tokens/token-counter';

/** The parts of a context without what was left out, and that as cuts of it. */
export interface Lessened {
  readonly parts: ContextParts;
  readonly cuts: readonly ContextCut[];
}

/**
 * Takes out of a context what the user asked to have left out. A call of a tool and what it returned stay together, so
 * neither is taken.
 */
export function leaveOut(parts: ContextParts, leftOut: LeftOut | undefined, counter: TokenCounter): Lessened {
  if (leftOut === undefined) return { parts, cuts: [] };
  const messages = new Set<string>(leftOut.messages);
  const isLeftOut = (message: PathMessage): boolean => messages.has(message.id) && !isOfTools(message);
  const { pinned = [] } = parts;
  const profile = leftOut.parts.includes('profile') ? parts.profile : null;
  const summary = leftOut.parts.includes('summary') ? parts.summary : null;
  const taken = [...pinned, ...parts.waiting, ...parts.buffer].filter(isLeftOut);
  const cutOf = (kind: ContextCut['kind'], tokens: number): ContextCut => ({
    kind,
    reason: 'asked',
    messageId: null,
    positions: null,
    tokens,
  });
  return {
    parts: {
      ...parts,
      profile: profile === null ? parts.profile : null,
      summary: summary === null ? parts.summary : null,
      pinned: pinned.filter((message) => !isLeftOut(message)),
      waiting: parts.waiting.filter((message) => !isLeftOut(message)),
      buffer: parts.buffer.filter((message) => !isLeftOut(message)),
    },
    cuts: [
      ...(profile === null
        ? []
        : [cutOf('profile', counter.count(profile.map(({ text }) => text).join('\n')))]),
      ...(summary === null ? [] : [cutOf('summary', counter.count(summary.text))]),
      ...taken.map((message) => ({
        ...cutOf('buffer', sendingTokens(message)),
        messageId: message.id,
        positions: [message.position, message.position] as const,
      })),
    ],
  };
}
