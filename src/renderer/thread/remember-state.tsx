import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import { useSessions, useThread } from '../stores/use-stores';
import { Tag } from '../ui/tag';
import { RememberSwitch } from './remember-switch';

interface RememberStateProps {
  readonly sessionId: SessionId;
}

/** Whether the chat is kept: a switch while nothing was said in it, after that a word where it is not. */
export function RememberState({ sessionId }: RememberStateProps) {
  const session = useSessions((state) => (state.opened?.id === sessionId ? state.opened : null));
  const isBegun = useThread((state) => state.sending || state.window.messages.length > 0);
  if (session === null) return null;
  if (session.messageCount === 0 && !isBegun) return <RememberSwitch session={session} />;
  return session.temporary ? <Tag tone="quiet">{catalogue.composer.temporary}</Tag> : null;
}
