import type { Emit } from '../../shared/contract/emit';
import type { EventName } from '../../shared/contract/events';
import type { UserId } from '../../shared/model/ids';

/** Whether an event says something of one user's chats; a new event fails the build until it is told apart here. */
const isPersonal: { readonly [Name in EventName]: boolean } = {
  turn: true,
  'session-changed': true,
  'session-removed': true,
  'summaries-changed': true,
  'import-progress': true,
  'import-changed': true,
  'export-progress': true,
  'changed-elsewhere': true,
  'messages-forgotten': false,
  'profile-changed': false,
  'jobs-changed': false,
  'spending-changed': false,
  'network-changed': false,
  'settings-changed': false,
  'providers-changed': false,
  'users-changed': false,
  notice: false,
  'menu-command': false,
  'open-chat': true,
};

/** Tells the page what happens to a user's chats only while that user is active (invariant 5). */
export function emitFor(emit: Emit, userId: UserId, activeId: () => UserId): Emit {
  return (name, payload) => {
    if (!isPersonal[name] || activeId() === userId) emit(name, payload);
  };
}
