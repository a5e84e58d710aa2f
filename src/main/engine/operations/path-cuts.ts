import type { ContextCut } from '../../../shared/model/snapshot';
import { sendingTokens } from '../../memory/context/fill-buffer';
import { messageOverheadTokens } from '../../memory/tokens/fixed-overhead';
import type { PathState } from './read-path';

/** Names what lies so far back that it was not even read: waiting messages that cannot fit. */
export function unreadCut(path: PathState): readonly ContextCut[] {
  if (!path.limits.summarises || path.unread.count === 0) return [];
  return [farCut(path, 'over-budget')];
}

/** Names what a strategy without summaries leaves out past its limit. */
export function leftOutCut(path: PathState): readonly ContextCut[] {
  if (path.limits.summarises) return [];
  const first = path.tail.beyond[0];
  const last = path.tail.beyond.at(-1);
  const near: ContextCut[] =
    first === undefined || last === undefined
      ? []
      : [
          {
            kind: 'buffer',
            reason: 'left-out',
            messageId: null,
            positions: [first.position, last.position],
            tokens: path.tail.beyond.reduce((sum, message) => sum + sendingTokens(message), 0),
          },
        ];
  return path.unread.count === 0 ? near : [farCut(path, 'left-out'), ...near];
}

function farCut(path: PathState, reason: 'over-budget' | 'left-out'): ContextCut {
  const firstRead = (path.tail.beyond[0] ?? path.tail.buffer[0])?.position ?? path.unread.count + 1;
  return {
    kind: 'buffer',
    reason,
    messageId: null,
    positions: [firstRead - path.unread.count, firstRead - 1],
    tokens: path.unread.countTokens() + path.unread.count * messageOverheadTokens,
  };
}
