import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportResult } from '../../shared/model/import';
import { formatCount } from '../ui/formats';

const words = catalogue.chats.importDialog;

/** What an import did, in a sentence or two. */
export function importResultText(result: ImportResult): string {
  const { sessionsAdded, messagesAdded, sessionsSkipped, cancelled } = result;
  const stopped = cancelled ? `${words.stopped} ` : '';
  if (sessionsAdded === 0) return cancelled ? words.stopped : words.nothingAdded;
  const added = stopped + words.added(sessionsAdded, formatCount(sessionsAdded), formatCount(messagesAdded));
  return sessionsSkipped === 0
    ? added
    : `${added} ${words.skipped(sessionsSkipped, formatCount(sessionsSkipped))}`;
}
