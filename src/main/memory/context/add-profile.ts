import type { MessageId } from '../../../shared/model/ids';
import type { ContextCut } from '../../../shared/model/snapshot';
import { profileHeading } from '../profile/profile-lines';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { TokenCounter } from '../tokens/token-counter';
import type { BuiltBlock } from './built-context';
import { templateVersion } from './templates';

/** One fact to be sent, on one line, and the messages it rests on. */
export interface ProfileLine {
  readonly text: string;
  readonly sources: readonly MessageId[];
}

/**
 * The profile's block of whole lines, the worthiest first, within its tokens; null where no line fits. What does not fit
 * is recorded as one cut.
 */
export function addProfile(
  lines: readonly ProfileLine[],
  tokens: number,
  counter: TokenCounter,
): { readonly block: BuiltBlock | null; readonly cuts: readonly ContextCut[] } {
  const limit = tokens - messageOverheadTokens;
  let room = limit - counter.count(profileHeading);
  let unsent = 0;
  const sent: ProfileLine[] = [];
  for (const line of lines) {
    // Each line is counted once, with its line break: joined they count no more.
    const count = counter.count(`\n${line.text}`);
    if (count <= room) {
      room -= count;
      sent.push(line);
    } else unsent += count;
  }
  const contentOf = (): string => [profileHeading, ...sent.map(({ text }) => text)].join('\n');
  // What a count of the whole says is what holds.
  while (sent.length > 0 && counter.count(contentOf()) > limit)
    unsent += counter.count(sent.pop()?.text ?? '');
  const content = contentOf();
  const sources = new Set(sent.flatMap((line) => line.sources));
  const cuts: readonly ContextCut[] =
    unsent === 0
      ? []
      : [{ kind: 'profile', reason: 'over-share', messageId: null, positions: null, tokens: unsent }];
  if (sent.length === 0) return { block: null, cuts };
  const block: BuiltBlock = {
    kind: 'profile',
    message: { role: 'system', content },
    tokens: counter.count(content) + messageOverheadTokens,
    sources: [...sources],
    windows: [...sources].map(() => null),
    cutAt: null,
    summaryId: null,
    template: templateVersion,
  };
  return { block, cuts };
}
