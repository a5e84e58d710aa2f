import type { ContextCut } from '../../../shared/model/snapshot';
import type { MessageId } from '../../../shared/model/ids';
import { sendingTokens } from '../../memory/context/fill-buffer';
import type { PathState } from './read-path';

/** The messages that were sent beside the buffer. */
type Pinned = ReadonlySet<MessageId>;

/** Names what lies so far back that it was not even read: waiting messages that cannot fit. */
export function unreadCut(path: PathState, pinned: Pinned): readonly ContextCut[] {
  if (!path.limits.summarises || isEmpty(path.unread)) return [];
  return [farCut(path, pinned, 'over-budget')];
}

/** Names what a strategy without summaries leaves out past its limit. */
export function leftOutCut(path: PathState, pinned: Pinned): readonly ContextCut[] {
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
            tokens: sumSending(path.tail.beyond.filter((message) => !pinned.has(message.id))),
          },
        ];
  return isEmpty(path.unread) ? near : [farCut(path, pinned, 'left-out'), ...near];
}

function farCut(path: PathState, pinned: Pinned, reason: 'over-budget' | 'left-out'): ContextCut {
  const { first, last, countTokens } = path.unread;
  const isApart = ({ id, position }: PathState['pinned'][number]): boolean =>
    pinned.has(id) && first <= position && position <= last;
  return {
    kind: 'buffer',
    reason,
    messageId: null,
    positions: [first, last],
    tokens: Math.max(0, countTokens() - sumSending(path.pinned.filter(isApart))),
  };
}

function sumSending(messages: PathState['pinned']): number {
  return messages.reduce((sum, message) => sum + sendingTokens(message), 0);
}

function isEmpty({ first, last }: PathState['unread']): boolean {
  return last < first;
}
