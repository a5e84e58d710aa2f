import { speakerOf } from '../../memory/context/templates';
import type { UncutMessage } from '../../storage/tables/vector-table';

/** Who said it, as it stands before the embedded words; short, so that the words count. */
export function embeddedPrefix(message: Pick<UncutMessage, 'author' | 'role'>): string {
  const role = message.role === 'assistant' ? 'assistant' : 'user';
  return speakerOf({ author: message.author, role }).slice(0, 60);
}
