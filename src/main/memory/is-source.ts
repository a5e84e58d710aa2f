import { assertNever } from '../../shared/assert-never';
import type { Message } from '../../shared/model/message';

/**
 * Whether a message may be recalled (invariant 7): finished words of the user, of a model, of an import or of
 * a tool. Offline replies quote, memory tools repeat, failed replies are not words, superseded answers were given up;
 * none of them is kept in an index.
 */
export function isSource(
  message: Pick<Message, 'state' | 'provenance' | 'content'> & { readonly supersededAt?: number | null },
): boolean {
  if ((message.supersededAt ?? null) !== null) return false;
  if (message.content.trim() === '') return false;
  if (message.state === 'streaming' || message.state === 'failed') return false;
  switch (message.provenance) {
    case 'typed':
    case 'imported':
    case 'model':
    case 'tool':
      return true;
    case 'offline':
    case 'memory-tool':
      return false;
    default:
      return assertNever(message.provenance);
  }
}
